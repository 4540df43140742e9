package talktrack.api.documents.office;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.tika.detect.CompositeDetector;
import org.apache.tika.detect.microsoft.POIFSContainerDetector;
import org.apache.tika.detect.zip.DefaultZipContainerDetector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.sax.ToXMLContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import talktrack.api.documents.sandbox.UnreadableDocument;

/** Office files as XHTML, by Apache Tika: what they are is told by their bytes, not their name. */
final class OfficeText {

    /** Pictures, attachments and files within files are left out. */
    private static final EmbeddedDocumentExtractor NOTHING_WITHIN =
            new EmbeddedDocumentExtractor() {
                @Override
                public boolean shouldParseEmbedded(Metadata metadata) {
                    return false;
                }

                @Override
                public void parseEmbedded(
                        InputStream stream,
                        ContentHandler handler,
                        Metadata metadata,
                        boolean outputHtml) {}
            };

    private static final AutoDetectParser PARSER =
            new AutoDetectParser(
                    new CompositeDetector(
                            MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry(),
                            List.of(
                                    MimeTypes.getDefaultMimeTypes(),
                                    new DefaultZipContainerDetector(),
                                    new POIFSContainerDetector())),
                    new OOXMLParser(),
                    new OfficeParser(),
                    new OpenDocumentParser(),
                    new RTFParser(),
                    new EpubParser());

    private OfficeText() {}

    static String read(InputStream file, int mostCharacters) throws UnreadableDocument {
        ToXMLContentHandler xhtml = new ToXMLContentHandler();
        try (TikaInputStream in = TikaInputStream.get(file)) {
            Metadata metadata = new Metadata();
            PARSER.parse(
                    in, new WriteOutContentHandler(xhtml, mostCharacters), metadata, context());
            return xhtml.toString();
        } catch (EncryptedDocumentException e) {
            throw new UnreadableDocument("it is protected by a password: save it without one");
        } catch (ZeroByteFileException e) {
            throw new UnreadableDocument("it is empty");
        } catch (UnsupportedFormatException e) {
            throw new UnreadableDocument(
                    "its kind of file is not read here: save it as DOCX or PDF");
        } catch (TikaException | SAXException | IOException | RuntimeException e) {
            throw refusal(e, mostCharacters);
        }
    }

    private static UnreadableDocument refusal(Exception failure, int mostCharacters) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof WriteLimitReachedException) {
                return new UnreadableDocument(tooLong(mostCharacters));
            }
        }
        return new UnreadableDocument("it is damaged: save it again", failure);
    }

    static String tooLong(int mostCharacters) {
        return "it holds more than %,d characters: split it".formatted(mostCharacters);
    }

    private static ParseContext context() {
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, NOTHING_WITHIN);
        OfficeParserConfig config = new OfficeParserConfig();
        config.setIncludeHeadersAndFooters(false);
        config.setIncludeDeletedContent(false);
        config.setIncludeMoveFromContent(false);
        config.setIncludeSlideMasterContent(false);
        config.setIncludeShapeBasedContent(true);
        config.setIncludeMissingRows(false);
        context.set(OfficeParserConfig.class, config);
        return context;
    }
}
