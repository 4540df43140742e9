package talktrack.ingest.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set_int;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** A sound file opened by FFmpeg; its content decides what it is, never its name. */
final class SoundFile implements AutoCloseable {

    /** A last packet cut short, or a stray tag, is no damage worth a word. */
    private static final int HARMLESS_PACKETS = 3;

    private final AVFormatContext format = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private int streamIndex;
    private AVCodecContext codec;
    private long packets;
    private long badPackets;

    /**
     * @param raw how to read a file that has no header
     */
    SoundFile(Path file, Optional<RawSound> raw) throws IOException, Refused {
        try {
            open(file, raw);
        } catch (Refused e) {
            close();
            throw e;
        }
    }

    private void open(Path file, Optional<RawSound> raw) throws IOException, Refused {
        AVDictionary options = new AVDictionary(null);
        try {
            av_dict_set(options, "protocol_whitelist", "file", 0);
            av_dict_set(
                    options,
                    "format_whitelist",
                    raw.map(RawSound::encoding).orElse(Ffmpeg.CONTAINERS),
                    0);
            AVInputFormat declared = null;
            if (raw.isPresent()) {
                declared = av_find_input_format(raw.get().encoding());
                av_dict_set_int(options, "sample_rate", raw.get().samplesPerSecond(), 0);
                av_dict_set(options, "ch_layout", raw.get().channels() + "c", 0);
            }
            int opened =
                    avformat_open_input(format, "file:" + file.toAbsolutePath(), declared, options);
            if (opened < 0) {
                throw new Refused(
                        isMp4(file) ? Refusal.INDEX_MISSING : Refusal.NOT_SOUND,
                        "open: " + Ffmpeg.words(opened));
            }
        } finally {
            av_dict_free(options);
        }
        int probed = avformat_find_stream_info(format, (PointerPointer<?>) null);
        Ffmpeg.check(probed, Refusal.NOT_SOUND, "probe");
        int best = av_find_best_stream(format, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
        if (best < 0) {
            throw new Refused(
                    hasPictures() ? Refusal.NO_AUDIO_TRACK : Refusal.NOT_SOUND,
                    "container=%s streams=%d audio=0"
                            .formatted(format.iformat().name().getString(), format.nb_streams()));
        }
        streamIndex = best;
        for (int i = 0; i < format.nb_streams(); i++) {
            if (i != streamIndex) {
                format.streams(i).discard(AVDISCARD_ALL);
            }
        }
        openCodec(format.streams(streamIndex));
    }

    private void openCodec(AVStream stream) throws Refused {
        AVCodec decoder = avcodec_find_decoder(stream.codecpar().codec_id());
        if (Pointer.isNull(decoder)) {
            throw new Refused(
                    Refusal.NOT_SOUND, "no decoder for codec " + stream.codecpar().codec_id());
        }
        codec = avcodec_alloc_context3(decoder);
        int given = avcodec_parameters_to_context(codec, stream.codecpar());
        Ffmpeg.check(given, Refusal.NOT_SOUND, "codec parameters");
        codec.pkt_timebase(stream.time_base());
        int opened = avcodec_open2(codec, decoder, (AVDictionary) null);
        Ffmpeg.check(opened, Refusal.NOT_SOUND, "codec");
    }

    /** As the container says it; 0 when it does not. */
    double statedSeconds() {
        return format.duration() > 0 ? format.duration() / (double) AV_TIME_BASE : 0;
    }

    /** Decodes to the end of what can be read. */
    void decode(Resampler resampler) throws IOException, Refused {
        boolean ended = false;
        while (!ended) {
            int read = av_read_frame(format, packet);
            ended = read < 0;
            if (ended) {
                avcodec_send_packet(codec, (AVPacket) null);
            } else if (packet.stream_index() == streamIndex) {
                packets++;
                if (avcodec_send_packet(codec, packet) < 0) {
                    badPackets++;
                }
            }
            av_packet_unref(packet);
            receive(resampler);
        }
        resampler.finish();
    }

    private void receive(Resampler resampler) throws IOException, Refused {
        int received = avcodec_receive_frame(codec, frame);
        while (received >= 0) {
            resampler.push(frame);
            av_frame_unref(frame);
            received = avcodec_receive_frame(codec, frame);
        }
        if (received != AVERROR_EAGAIN() && received != AVERROR_EOF()) {
            badPackets++;
        }
    }

    /** Whether parts were unreadable, or the end is missing. */
    boolean damaged(double decodedSeconds) {
        boolean guessed = format.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE;
        double missing = statedSeconds() - decodedSeconds;
        return badPackets > Math.max(HARMLESS_PACKETS, packets / 100)
                || (!guessed && missing > Math.max(1, 0.02 * statedSeconds()));
    }

    String description() {
        return "container=%s streams=%d packets=%d bad=%d"
                .formatted(
                        format.iformat().name().getString(),
                        format.nb_streams(),
                        packets,
                        badPackets);
    }

    private boolean hasPictures() {
        for (int i = 0; i < format.nb_streams(); i++) {
            if (format.streams(i).codecpar().codec_type() == AVMEDIA_TYPE_VIDEO) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMp4(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(8);
            return start.length == 8
                    && new String(start, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp");
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        if (codec != null) {
            avcodec_free_context(codec);
        }
        if (!format.isNull()) {
            avformat_close_input(format);
        }
    }
}
