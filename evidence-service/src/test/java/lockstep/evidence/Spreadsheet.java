package lockstep.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A spreadsheet (XLSX) as a test wants it, written part by part. */
final class Spreadsheet {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OF = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** How a part is written: some are too large to be held. */
    interface Part {
        void to(OutputStream out) throws IOException;
    }

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final StringBuilder types = new StringBuilder();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private String properties = "";
    private int count;

    /** {@code state}: as in {@code state="hidden"}, or empty. */
    Spreadsheet sheet(String name, String state, String inside) {
        return sheet(name, state, text("<worksheet xmlns=\"" + MAIN + "\">" + inside + "</worksheet>"));
    }

    Spreadsheet sheet(String name, String state, Part part) {
        count++;
        sheets.append("<sheet name=\"" + name + "\" sheetId=\"" + count + "\" " + state + " r:id=\"r" + count + "\"/>");
        relations.append(relation("r" + count, "worksheet", "worksheets/sheet" + count + ".xml"));
        return part("xl/worksheets/sheet" + count + ".xml", OF + "worksheet+xml", part);
    }

    Spreadsheet strings(String inside) {
        return strings(text("<sst xmlns=\"" + MAIN + "\">" + inside + "</sst>"));
    }

    Spreadsheet strings(Part part) {
        relations.append(relation("strings", "sharedStrings", "sharedStrings.xml"));
        return part("xl/sharedStrings.xml", OF + "sharedStrings+xml", part);
    }

    Spreadsheet styles(String inside) {
        relations.append(relation("styles", "styles", "/xl/styles.xml"));
        return part(
                "xl/styles.xml",
                OF + "styles+xml",
                text("<styleSheet xmlns=\"" + MAIN + "\">" + inside + "</styleSheet>"));
    }

    Spreadsheet from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    Spreadsheet part(String name, String type, String content) {
        return part(name, type, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    Spreadsheet part(String name, String type, Part part) {
        types.append("<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/>");
        parts.put(name, part);
        return this;
    }

    /** {@code main}: of what type the whole says to be. */
    byte[] saved(String main) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            write(
                    zip,
                    "[Content_Types].xml",
                    text("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + main + "\"/>" + types
                            + "</Types>"));
            write(zip, "_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml")));
            write(
                    zip,
                    "xl/workbook.xml",
                    text("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATION + "\">" + properties + "<sheets>"
                            + sheets + "</sheets></workbook>"));
            write(zip, "xl/_rels/workbook.xml.rels", relations(relations.toString()));
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                write(zip, part.getKey(), part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    byte[] saved() {
        return saved(OF + "sheet.main+xml");
    }

    /** The same rows again and again, of which no more than one is held here. */
    static Part repeated(String before, String again, long times, String after) {
        return out -> {
            out.write(before.getBytes(StandardCharsets.UTF_8));
            byte[] one = again.getBytes(StandardCharsets.UTF_8);
            for (long n = 0; n < times; n++) {
                out.write(one);
            }
            out.write(after.getBytes(StandardCharsets.UTF_8));
        };
    }

    static String opened() {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>";
    }

    static String closed() {
        return "</sheetData></worksheet>";
    }

    private static Part relations(String inside) {
        return text("<Relationships xmlns=\"" + RELATIONS + "\">" + inside + "</Relationships>");
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATION + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static Part text(String content) {
        return out -> out.write((XML + content).getBytes(StandardCharsets.UTF_8));
    }

    private static void write(ZipOutputStream zip, String name, Part part) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        part.to(zip);
        zip.closeEntry();
    }
}
