package talktrack.ingest.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert_frame;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;

/** Writes sound in any container and codec that FFmpeg can write. */
final class SoundWriter {

    private static final int USUAL_FRAME = 1024;

    private SoundWriter() {}

    /**
     * @param muxer FFmpeg's name of the container, {@code mov+pictures} for one with a video, too
     * @param samples interleaved
     */
    static void write(
            Path file,
            String muxer,
            String encoder,
            int sampleRate,
            int channels,
            short[] samples) {
        AVFormatContext format = new AVFormatContext(null);
        String container = muxer.replace("+pictures", "");
        check(avformat_alloc_output_context2(format, (AVOutputFormat) null, container, null));
        AVCodec codec = avcodec_find_encoder_by_name(encoder);
        if (Pointer.isNull(codec)) {
            throw new IllegalArgumentException("no encoder " + encoder);
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        context.sample_fmt(codec.sample_fmts().get(0));
        context.sample_rate(sampleRate);
        context.time_base(av_make_q(1, sampleRate));
        context.strict_std_compliance(-2);
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        av_channel_layout_default(context.ch_layout(), channels);
        check(avcodec_open2(context, codec, (AVDictionary) null));
        AVStream stream = avformat_new_stream(format, null);
        stream.time_base(context.time_base());
        check(avcodec_parameters_from_context(stream.codecpar(), context));
        if (!container.equals(muxer)) {
            AVStream pictures = avformat_new_stream(format, null);
            pictures.codecpar().codec_type(AVMEDIA_TYPE_VIDEO);
            pictures.codecpar().codec_id(AV_CODEC_ID_MJPEG);
            pictures.codecpar().width(32);
            pictures.codecpar().height(32);
            pictures.time_base(av_make_q(1, 25));
        }
        AVIOContext out = new AVIOContext(null);
        check(avio_open(out, "file:" + file, AVIO_FLAG_WRITE));
        format.pb(out);
        check(avformat_write_header(format, (AVDictionary) null));
        SwrContext convert = new SwrContext(null);
        check(
                swr_alloc_set_opts2(
                        convert,
                        context.ch_layout(),
                        context.sample_fmt(),
                        sampleRate,
                        context.ch_layout(),
                        AV_SAMPLE_FMT_S16,
                        sampleRate,
                        0,
                        null));
        int size = context.frame_size() > 0 ? context.frame_size() : USUAL_FRAME;
        int frames = samples.length / channels;
        for (int at = 0; at < frames; at += size) {
            int count = Math.min(size, frames - at);
            AVFrame plain = frame(context, AV_SAMPLE_FMT_S16, count);
            new ShortPointer(plain.data(0)).put(samples, at * channels, count * channels);
            AVFrame wanted = frame(context, context.sample_fmt(), count);
            check(swr_convert_frame(convert, wanted, plain));
            wanted.pts(at);
            check(avcodec_send_frame(context, wanted));
            drain(format, context, stream);
            av_frame_free(plain);
            av_frame_free(wanted);
        }
        check(avcodec_send_frame(context, (AVFrame) null));
        drain(format, context, stream);
        check(av_write_trailer(format));
        swr_free(convert);
        avcodec_free_context(context);
        avio_closep(out);
        avformat_free_context(format);
    }

    private static AVFrame frame(AVCodecContext context, int sampleFormat, int count) {
        AVFrame frame = av_frame_alloc();
        frame.nb_samples(count);
        frame.format(sampleFormat);
        frame.sample_rate(context.sample_rate());
        check(av_channel_layout_copy(frame.ch_layout(), context.ch_layout()));
        check(av_frame_get_buffer(frame, 0));
        return frame;
    }

    private static void drain(AVFormatContext format, AVCodecContext context, AVStream stream) {
        AVPacket packet = av_packet_alloc();
        while (avcodec_receive_packet(context, packet) >= 0) {
            packet.stream_index(0);
            av_packet_rescale_ts(packet, context.time_base(), stream.time_base());
            check(av_interleaved_write_frame(format, packet));
        }
        av_packet_free(packet);
    }

    private static void check(int result) {
        if (result < 0) {
            throw new IllegalStateException(Ffmpeg.words(result));
        }
    }
}
