package talktrack.api.documents.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import talktrack.api.documents.sandbox.UnreadableDocument;

/**
 * The lines of a PDF file with their size and place. By PDFBox itself: Tika's own PDF parser, which
 * is made of it, does not tell sizes, without which there are no headings.
 */
final class PdfText extends PDFTextStripper {

    private static final byte[] MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int MARK_WITHIN = 1024;

    /** More pages than any manual has; a longer one is several. */
    private static final int MOST_PAGES = 2000;

    /**
     * A gap that is wider, in font sizes, parts two cells if lines around have it, too. Spaces take
     * half of that, unless a line was stretched.
     */
    private static final double CELL_GAP = 0.55;

    static {
        // Else PDFBox reads every font on this machine, though shapes of letters are not needed.
        FontMappers.set(new OneFont());
    }

    private final int mostCharacters;
    private final List<PdfPage> pages = new ArrayList<>();
    private final List<PdfLine> lines = new ArrayList<>();
    private final List<List<TextPosition>> words = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private int characters;

    private PdfText(int mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    static boolean looksLikePdf(byte[] file) {
        for (int at = 0; at + MARK.length <= Math.min(file.length, MARK_WITHIN); at++) {
            int same = 0;
            while (same < MARK.length && file[at + same] == MARK[same]) {
                same++;
            }
            if (same == MARK.length) {
                return true;
            }
        }
        return false;
    }

    /** As XHTML, with pages, headings, lists and tables. */
    static String read(byte[] file, int mostCharacters) throws UnreadableDocument {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            if (pdf.getNumberOfPages() > MOST_PAGES) {
                throw new UnreadableDocument(
                        "it has %,d pages, more than %,d: split it"
                                .formatted(pdf.getNumberOfPages(), MOST_PAGES));
            }
            PdfText text = new PdfText(mostCharacters);
            text.writeText(pdf, Writer.nullWriter());
            if (text.characters == 0) {
                throw new UnreadableDocument(
                        "it holds no text, perhaps pictures of pages: save it with its text");
            }
            return PdfLayout.xhtml(text.pages);
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocument("it is protected by a password: save it without one");
        } catch (UnreadableDocument e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument("it is damaged: save it again", e);
        }
    }

    @Override
    protected void startPage(PDPage page) {
        lines.clear();
    }

    @Override
    protected void endPage(PDPage page) {
        endLine();
        pages.add(new PdfPage(getCurrentPageNo(), page.getCropBox().getHeight(), lines));
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
        characters += text.strip().length();
        if (characters > mostCharacters) {
            throw new UnreadableDocument(OfficeText.tooLong(mostCharacters));
        }
        if (!text.isBlank() && !positions.isEmpty()) {
            texts.add(text);
            words.add(List.copyOf(positions));
        }
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    private void endLine() {
        if (texts.isEmpty()) {
            return;
        }
        List<PdfLine.Cell> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        double from = 0;
        double end = 0;
        for (int i = 0; i < texts.size(); i++) {
            TextPosition first = words.get(i).getFirst();
            TextPosition last = words.get(i).getLast();
            double gap = first.getXDirAdj() - end;
            if (!cell.isEmpty()
                    && (gap > CELL_GAP * size(first) || gap < -size(first))
                    && !PdfLayout.isMark(cell)) {
                cells.add(new PdfLine.Cell(from, end, cell.toString()));
                cell.setLength(0);
            }
            if (cell.isEmpty()) {
                from = first.getXDirAdj();
            } else {
                cell.append(' ');
            }
            cell.append(texts.get(i).strip());
            end = last.getXDirAdj() + last.getWidthDirAdj();
        }
        cells.add(new PdfLine.Cell(from, end, cell.toString()));
        lines.add(
                new PdfLine(words.getFirst().getFirst().getYDirAdj(), usualSize(), bold(), cells));
        texts.clear();
        words.clear();
    }

    /** Of most of the line: an initial or a footnote's number says little. */
    private double usualSize() {
        double[] sizes =
                words.stream().flatMap(List::stream).mapToDouble(PdfText::size).sorted().toArray();
        return Math.round(sizes[sizes.length / 2] * 2) / 2.0;
    }

    private boolean bold() {
        return words.stream()
                .flatMap(List::stream)
                .filter(position -> !position.getUnicode().isBlank())
                .allMatch(PdfText::bold);
    }

    private static double size(TextPosition position) {
        return Math.max(1, position.getFontSizeInPt());
    }

    private static boolean bold(TextPosition position) {
        String name = String.valueOf(position.getFont().getName());
        PDFontDescriptor described = position.getFont().getFontDescriptor();
        return name.matches("(?i).*(bold|black|heavy|semibd).*")
                || (described != null
                        && (described.isForceBold() || described.getFontWeight() >= 600));
    }

    /** The font that comes with PDFBox, in place of every one that a file lacks. */
    private static final class OneFont implements FontMapper {

        private static final String FONT =
                "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

        private final TrueTypeFont font;

        OneFont() {
            try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            } catch (IOException e) {
                throw new UncheckedIOException("PDFBox lacks its font", e);
            }
        }

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor wanted) {
            return new FontMapping<>(font, true);
        }

        @Override
        public FontMapping<org.apache.fontbox.FontBoxFont> getFontBoxFont(
                String name, PDFontDescriptor wanted) {
            return new FontMapping<>(font, true);
        }

        @Override
        public CIDFontMapping getCIDFont(
                String name, PDFontDescriptor wanted, PDCIDSystemInfo system) {
            return new CIDFontMapping(null, font, true);
        }
    }
}
