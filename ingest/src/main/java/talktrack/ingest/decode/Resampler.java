package talktrack.ingest.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import java.io.IOException;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Brings frames to 16 kHz, 16 bits and a fixed number of channels. A damaged or spliced file
 * changes rate, format or channels on its way, and a resampler made for the old shape would read a
 * missing plane and crash: so a new shape gets a new resampler.
 */
final class Resampler implements AutoCloseable {

    /**
     * Speech needs more than the lowest rates of old telephone codecs. A header that claims 1 Hz
     * would turn a few kilobytes into hours of noise.
     */
    private static final int LOWEST_SAMPLE_RATE = 4_000;

    private final Samples sink;
    private final int maxChannels;
    private int channels;
    private int sourceChannels;
    private SwrContext context;
    private String shape = "";
    private int converted;
    private int changes;
    private BytePointer buffer = new BytePointer(0L);

    /**
     * @param maxChannels 1 or 2 channels of the output
     */
    Resampler(Samples sink, int maxChannels) {
        this.sink = sink;
        this.maxChannels = maxChannels;
    }

    /** Of the output: as the first frame has them; more than two become one. 0 before it. */
    int channels() {
        return channels;
    }

    /** Of the first frame. */
    int sourceChannels() {
        return sourceChannels;
    }

    /** How often the sound changed its shape. */
    int changes() {
        return changes;
    }

    void push(AVFrame frame) throws IOException, Refused {
        int frameChannels = frame.ch_layout().nb_channels();
        String frameShape = frame.format() + "/" + frame.sample_rate() + "/" + frameChannels;
        if (!frameShape.equals(shape)) {
            if (context != null) {
                finish();
                changes++;
            }
            if (channels == 0) {
                sourceChannels = frameChannels;
                channels = frameChannels == 2 ? maxChannels : 1;
            }
            open(frame, frameChannels);
            shape = frameShape;
        }
        convert(frame);
    }

    /** Gives out what the resampler still holds. */
    void finish() throws IOException, Refused {
        if (context != null) {
            convert(null);
            swr_free(context);
            context = null;
            shape = "";
        }
    }

    private void open(AVFrame frame, int frameChannels) throws Refused {
        if (frame.sample_rate() < LOWEST_SAMPLE_RATE) {
            throw new Refused(Refusal.TOO_FEW_SAMPLES, "sample rate " + frame.sample_rate());
        }
        if (frame.ch_layout().order() == AV_CHANNEL_ORDER_UNSPEC) {
            av_channel_layout_default(frame.ch_layout(), frameChannels);
        }
        // More than two channels are folded by fold(): FFmpeg knows no mix for unknown layouts.
        converted = frameChannels > 2 ? frameChannels : channels;
        try (AVChannelLayout out = new AVChannelLayout()) {
            av_channel_layout_default(out, converted);
            context = new SwrContext(null);
            Ffmpeg.check(
                    swr_alloc_set_opts2(
                            context,
                            frameChannels > 2 ? frame.ch_layout() : out,
                            AV_SAMPLE_FMT_S16,
                            Decoded.SAMPLE_RATE,
                            frame.ch_layout(),
                            frame.format(),
                            frame.sample_rate(),
                            0,
                            null),
                    Refusal.NOT_SOUND,
                    "resampler");
            Ffmpeg.check(swr_init(context), Refusal.NOT_SOUND, "resampler");
            av_channel_layout_uninit(out);
        }
    }

    private void convert(AVFrame frame) throws IOException, Refused {
        int room = swr_get_out_samples(context, frame == null ? 0 : frame.nb_samples());
        if (room <= 0) {
            return;
        }
        long bytes = (long) room * converted * Short.BYTES;
        if (buffer.capacity() < bytes) {
            buffer.close();
            buffer = new BytePointer(bytes);
        }
        try (PointerPointer<BytePointer> planes = new PointerPointer<>(1)) {
            planes.put(0, buffer);
            int frames =
                    frame == null
                            ? swr_convert(context, planes, room, (PointerPointer<?>) null, 0)
                            : swr_convert(
                                    context,
                                    planes,
                                    room,
                                    frame.extended_data(),
                                    frame.nb_samples());
            if (frames > 0) {
                short[] samples = new short[frames * converted];
                buffer.position(0)
                        .asByteBuffer()
                        .order(ByteOrder.nativeOrder())
                        .asShortBuffer()
                        .get(samples);
                sink.accept(fold(samples, frames), frames, channels);
            }
        }
    }

    /** Mixes what has more than two channels down to one, and that to as many as are wanted. */
    private short[] fold(short[] samples, int frames) {
        if (converted == channels) {
            return samples;
        }
        short[] folded = new short[frames * channels];
        for (int i = 0; i < frames; i++) {
            int sum = 0;
            for (int c = 0; c < converted; c++) {
                sum += samples[i * converted + c];
            }
            // Speech stands on few of the channels: half of the mean's divisor keeps it audible.
            int mixed = sum * 2 / converted;
            short one = (short) Math.clamp(mixed, Short.MIN_VALUE, Short.MAX_VALUE);
            for (int c = 0; c < channels; c++) {
                folded[i * channels + c] = one;
            }
        }
        return folded;
    }

    @Override
    public void close() {
        if (context != null) {
            swr_free(context);
            context = null;
        }
        buffer.close();
    }
}
