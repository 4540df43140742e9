package talktrack.ingest.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
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
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.BytePointer;

/** Writes a video of a few pictures without a sound track. */
final class SilentVideo {

    private SilentVideo() {}

    static void write(Path file) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        AVFormatContext format = new AVFormatContext(null);
        avformat_alloc_output_context2(format, (AVOutputFormat) null, "matroska", null);
        AVStream stream = avformat_new_stream(format, null);
        stream.codecpar().codec_type(AVMEDIA_TYPE_VIDEO);
        stream.codecpar().codec_id(AV_CODEC_ID_MJPEG);
        stream.codecpar().width(32);
        stream.codecpar().height(32);
        stream.time_base(av_make_q(1, 25));
        AVIOContext out = new AVIOContext(null);
        avio_open(out, "file:" + file, AVIO_FLAG_WRITE);
        format.pb(out);
        avformat_write_header(format, (AVDictionary) null);
        for (int i = 0; i < 10; i++) {
            AVPacket packet = avcodec.av_packet_alloc();
            byte[] bytes = jpeg.toByteArray();
            avcodec.av_new_packet(packet, bytes.length);
            try (BytePointer data = packet.data().capacity(bytes.length)) {
                data.put(bytes);
            }
            packet.pts(i * 40L).dts(i * 40L).duration(40);
            packet.flags(avcodec.AV_PKT_FLAG_KEY);
            av_interleaved_write_frame(format, packet);
            avcodec.av_packet_free(packet);
        }
        av_write_trailer(format);
        avio_closep(out);
        avformat_free_context(format);
    }
}
