package talktrack.api.documents.office;

import java.io.ByteArrayInputStream;
import talktrack.api.documents.sandbox.UnreadableDocument;

/** Reads PDF and Office files of all kinds. To be used in a sandbox only. */
public final class OfficeReader {

    private OfficeReader() {}

    /** Whether these are the first bytes of a format that is read here. */
    public static boolean reads(byte[] file) {
        return startsWith(file, 'P', 'K', 3, 4) // DOCX, PPTX, XLSX, ODT, EPUB …
                || startsWith(file, 0xD0, 0xCF, 0x11, 0xE0) // DOC, PPT, XLS, and encrypted DOCX
                || startsWith(file, '{', '\\', 'r', 't', 'f')
                || PdfText.looksLikePdf(file);
    }

    private static boolean startsWith(byte[] file, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= file.length || (file[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * A file's text as XHTML: {@code h1} to {@code h6}, {@code p}, lists, tables; {@code data-page}
     * where pages begin.
     */
    public static String xhtml(byte[] file, int mostCharacters) throws UnreadableDocument {
        return PdfText.looksLikePdf(file)
                ? PdfText.read(file, mostCharacters)
                : OfficeText.read(new ByteArrayInputStream(file), mostCharacters);
    }
}
