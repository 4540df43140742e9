package talktrack.ingest.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.swresample;

/** FFmpeg's own words and limits. */
final class Ffmpeg {

    /** Only real sound containers: no playlists, no concatenation, no network, no subtitles. */
    static final String CONTAINERS =
            "wav,w64,mp3,mov,mp4,m4a,3gp,3g2,mj2,ogg,flac,matroska,webm,amr,amrnb,amrwb,aac,asf,"
                    + "aiff,au,gsm,caf,nistsphere,avi,mpegts";

    private static final long LARGEST_ALLOCATION = 256L << 20;

    private Ffmpeg() {}

    /**
     * Loads the native libraries.
     *
     * @throws UnsatisfiedLinkError when there are none for this machine
     */
    static void load() {
        av_log_set_level(AV_LOG_ERROR);
        av_max_alloc(LARGEST_ALLOCATION);
        avformat.avformat_version();
        avcodec.avcodec_version();
        swresample.swresample_version();
    }

    static int check(int result, Refusal refusal, String action) throws Refused {
        if (result < 0) {
            throw new Refused(refusal, action + ": " + words(result));
        }
        return result;
    }

    static String words(int error) {
        byte[] text = new byte[256];
        av_strerror(error, text, text.length);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }
}
