package talktrack.api.documents.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Makes the files that tests read. */
public final class OfficeFiles {

    private static final String SCHEMA =
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private OfficeFiles() {}

    /** A heading, a paragraph and a table in Word. */
    public static byte[] docx(String heading, String paragraph, List<List<String>> table)
            throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var styles = document.createStyles();
            var style =
                    org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle.Factory
                            .newInstance();
            style.setStyleId("Heading1");
            style.addNewName().setVal("heading 1");
            styles.addStyle(new org.apache.poi.xwpf.usermodel.XWPFStyle(style));
            var title = document.createParagraph();
            title.setStyle("Heading1");
            title.createRun().setText(heading);
            document.createParagraph().createRun().setText(paragraph);
            if (!table.isEmpty()) {
                XWPFTable rows = document.createTable(table.size(), table.getFirst().size());
                for (int row = 0; row < table.size(); row++) {
                    for (int cell = 0; cell < table.get(row).size(); cell++) {
                        rows.getRow(row).getCell(cell).setText(table.get(row).get(cell));
                    }
                }
            }
            document.write(out);
            return out.toByteArray();
        }
    }

    /** Slides of title and text. */
    public static byte[] pptx(Map<String, String> slides) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var layout = show.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_AND_CONTENT);
            slides.forEach(
                    (title, text) -> {
                        XSLFSlide slide = show.createSlide(layout);
                        slide.getPlaceholder(0).setText(title);
                        slide.getPlaceholder(1).setText(text);
                    });
            show.write(out);
            return out.toByteArray();
        }
    }

    public static byte[] xlsx(String sheet, List<List<String>> rows) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet page = book.createSheet(sheet);
            for (int i = 0; i < rows.size(); i++) {
                XSSFRow row = page.createRow(i);
                for (int j = 0; j < rows.get(i).size(); j++) {
                    row.createCell(j).setCellValue(rows.get(i).get(j));
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    /**
     * Pages of lines: {@code # } before a line makes it large, tabs part cells of a table, an empty
     * line is a gap.
     */
    public static byte[] pdf(List<List<String>> pages, String password) throws IOException {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            int number = 1;
            for (List<String> lines : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                try (PDPageContentStream stream = new PDPageContentStream(pdf, page)) {
                    text(stream, font, 9, 72, 810, "Rota Desk confidential");
                    text(stream, font, 9, 300, 30, "Page " + number++);
                    float y = 740;
                    for (String line : lines) {
                        int x = 72;
                        boolean large = line.startsWith("# ");
                        for (String cell : (large ? line.substring(2) : line).split("\t")) {
                            text(stream, font, large ? 20 : 11, x, y, cell);
                            x += 150;
                        }
                        y -= large ? 30 : 14;
                    }
                }
            }
            if (!password.isEmpty()) {
                pdf.protect(
                        new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static void text(
            PDPageContentStream stream, PDType1Font font, int size, float x, float y, String text)
            throws IOException {
        if (!text.isEmpty()) {
            stream.beginText();
            stream.setFont(font, size);
            stream.newLineAtOffset(x, y);
            stream.showText(text);
            stream.endText();
        }
    }

    public static byte[] emptyPages(int pages) throws IOException {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                pdf.addPage(new PDPage());
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }

    /** Word's way to protect a file: the zip is encrypted within an OLE2 container. */
    public static byte[] encrypted(byte[] docx) throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream stream = encryptor.getDataStream(container)) {
                stream.write(docx);
            }
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    /** The same file with another text in it. */
    static byte[] withDocumentXml(byte[] docx, byte[] xml) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(entry.getName().equals("word/document.xml") ? xml : in.readAllBytes());
            }
        }
        return out.toByteArray();
    }

    /** 400 MB of one letter in some hundred kilobytes. */
    public static byte[] bomb(byte[] docx) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("word/document.xml")) {
                    zip.write(start().getBytes(StandardCharsets.UTF_8));
                    byte[] letters = "a".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 400; i++) {
                        zip.write(letters);
                    }
                    zip.write("</w:t></w:r></w:p></w:body></w:document>".getBytes());
                } else {
                    zip.write(in.readAllBytes());
                }
            }
        }
        return out.toByteArray();
    }

    /** Entities of entities: ten lines that say a billion. */
    public static byte[] billionLaughs(byte[] docx) throws IOException {
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            xml.append("<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        xml.append("]>").append(body("&l9;"));
        return withDocumentXml(docx, xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] externalEntity(byte[] docx, String address) throws IOException {
        String xml =
                "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY far SYSTEM \"%s\">]>%s"
                        .formatted(address, body("&far;"));
        return withDocumentXml(docx, xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String start() {
        return "<w:document xmlns:w=\"%s\"><w:body><w:p><w:r><w:t>".formatted(SCHEMA);
    }

    private static String body(String text) {
        return start() + text + "</w:t></w:r></w:p></w:body></w:document>";
    }
}
