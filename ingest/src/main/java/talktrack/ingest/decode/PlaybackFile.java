package talktrack.ingest.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
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
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.io.IOException;
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
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Writes the copy that browsers play: AAC in M4A. Its index is moved to the front when it is
 * finished, so that a player seeks without having read the whole file.
 */
final class PlaybackFile implements AutoCloseable {

    private static final int BITS_PER_SECOND = 48_000;

    private final int channels;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVCodecContext codec;
    private final AVStream stream;
    private final AVFrame frame = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private final float[][] planes;
    private int filled;
    private long written;

    PlaybackFile(Path file, int channels) throws IOException {
        this.channels = channels;
        String url = "file:" + file.toAbsolutePath();
        check(avformat_alloc_output_context2(format, (AVOutputFormat) null, "ipod", url), "muxer");
        AVCodec encoder = avcodec_find_encoder(AV_CODEC_ID_AAC);
        if (Pointer.isNull(encoder)) {
            throw new IOException("this FFmpeg has no AAC encoder");
        }
        codec = avcodec_alloc_context3(encoder);
        codec.sample_fmt(AV_SAMPLE_FMT_FLTP);
        codec.sample_rate(Decoded.SAMPLE_RATE);
        codec.bit_rate(BITS_PER_SECOND);
        codec.time_base(av_make_q(1, Decoded.SAMPLE_RATE));
        codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        av_channel_layout_default(codec.ch_layout(), channels);
        check(avcodec_open2(codec, encoder, (AVDictionary) null), "AAC encoder");
        stream = avformat_new_stream(format, null);
        stream.time_base(codec.time_base());
        check(avcodec_parameters_from_context(stream.codecpar(), codec), "AAC parameters");
        AVIOContext out = new AVIOContext(null);
        check(avio_open(out, url, AVIO_FLAG_WRITE), "playback file");
        format.pb(out);
        AVDictionary options = new AVDictionary(null);
        try {
            av_dict_set(options, "movflags", "+faststart", 0);
            check(avformat_write_header(format, options), "playback header");
        } finally {
            av_dict_free(options);
        }
        planes = new float[channels][codec.frame_size()];
        frame.nb_samples(codec.frame_size());
        frame.format(AV_SAMPLE_FMT_FLTP);
        frame.sample_rate(Decoded.SAMPLE_RATE);
        check(av_channel_layout_copy(frame.ch_layout(), codec.ch_layout()), "channel layout");
        check(av_frame_get_buffer(frame, 0), "frame");
    }

    void write(short[] interleaved, int frames) throws IOException {
        for (int i = 0; i < frames; i++) {
            for (int c = 0; c < channels; c++) {
                planes[c][filled] = interleaved[i * channels + c] / 32768f;
            }
            if (++filled == planes[0].length) {
                encode();
            }
        }
    }

    private void encode() throws IOException {
        check(av_frame_make_writable(frame), "frame");
        for (int c = 0; c < channels; c++) {
            new FloatPointer(frame.data(c)).put(planes[c], 0, filled);
        }
        frame.nb_samples(filled);
        frame.pts(written);
        written += filled;
        filled = 0;
        check(avcodec_send_frame(codec, frame), "encode");
        drain();
    }

    private void drain() throws IOException {
        while (avcodec_receive_packet(codec, packet) >= 0) {
            packet.stream_index(0);
            av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
            check(av_interleaved_write_frame(format, packet), "playback file");
        }
    }

    /** Writes the rest and the index; without it the file is worthless. */
    void finish() throws IOException {
        if (filled > 0) {
            encode();
        }
        check(avcodec_send_frame(codec, (AVFrame) null), "encode");
        drain();
        check(av_write_trailer(format), "playback index");
    }

    private static void check(int result, String action) throws IOException {
        if (result < 0) {
            throw new IOException(action + ": " + Ffmpeg.words(result));
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(codec);
        if (!Pointer.isNull(format.pb())) {
            avio_closep(format.pb());
        }
        avformat_free_context(format);
    }
}
