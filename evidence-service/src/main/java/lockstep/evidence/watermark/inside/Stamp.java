package lockstep.evidence.watermark.inside;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * What is put on each page, above all that stands there: a line at its foot and the reader's name across it, to be seen; and
 * the mark, not to be seen, as text that isn't painted and in dictionaries. No font is loaded and no content is decoded.
 */
public final class Stamp {
    private static final Charset WIN_ANSI = Charset.forName("windows-1252");
    private static final COSName FONT = COSName.getPDFName("LckF");
    private static final COSName FAINT = COSName.getPDFName("LckG");
    private static final COSName COPY = COSName.getPDFName("LckC");

    /** Of Helvetica, roughly: half of its size. */
    private static final float LETTER = 0.5f;

    private final String line;
    private final String across;
    private final String mark;
    private final Map<String, COSStream> shared = new HashMap<>();
    private COSDictionary font;
    private COSDictionary faint;

    public Stamp(String line, String across, String mark) {
        this.line = line;
        this.across = across;
        this.mark = mark;
    }

    void on(PDDocumentInformation information) {
        information.setCustomMetadataValue("LockstepCopy", mark);
    }

    public void on(PDDocument pdf, PDPage page) throws IOException {
        resources(page);
        COSDictionary its = page.getCOSObject();
        COSArray contents = new COSArray();
        contents.add(stream(pdf, "q\n"));
        COSBase there = its.getDictionaryObject(COSName.CONTENTS);
        if (there instanceof COSArray many) {
            for (int n = 0; n < many.size(); n++) {
                contents.add(many.get(n));
            }
        } else if (there != null) {
            contents.add(its.getItem(COSName.CONTENTS));
        }
        Sheet sheet = Sheet.of(page);
        contents.add(stream(pdf, seen(sheet)));
        contents.add(stream(pdf, unseen(sheet)));
        its.setItem(COSName.CONTENTS, contents);
        its.setString(COPY, mark);
    }

    /** Where pages share their resources, these are put there once. */
    private void resources(PDPage page) {
        PDResources resources = page.getResources();
        if (resources == null) {
            resources = new PDResources();
            page.setResources(resources);
        }
        if (font == null) {
            font = new COSDictionary();
            font.setItem(COSName.TYPE, COSName.FONT);
            font.setItem(COSName.SUBTYPE, COSName.TYPE1);
            font.setItem(COSName.BASE_FONT, COSName.getPDFName("Helvetica"));
            font.setItem(COSName.ENCODING, COSName.WIN_ANSI_ENCODING);
            faint = new COSDictionary();
            faint.setItem(COSName.CA_NS, new COSFloat(0.16f));
        }
        put(resources.getCOSObject(), COSName.FONT, FONT, font);
        put(resources.getCOSObject(), COSName.EXT_G_STATE, FAINT, faint);
    }

    private static void put(COSDictionary resources, COSName kind, COSName name, COSDictionary what) {
        COSDictionary of = resources.getCOSDictionary(kind);
        if (of == null) {
            of = new COSDictionary();
            resources.setItem(kind, of);
        }
        of.setItem(name, what);
    }

    private COSStream stream(PDDocument pdf, String content) throws IOException {
        COSStream there = shared.get(content);
        if (there == null) {
            there = pdf.getDocument().createCOSStream();
            try (OutputStream to = there.createOutputStream()) {
                to.write(content.getBytes(StandardCharsets.ISO_8859_1));
            }
            shared.put(content, there);
        }
        return there;
    }

    private String seen(Sheet sheet) {
        float foot = Math.min(7, (sheet.width() - 12) / (LETTER * Math.max(1, line.length())));
        float large = Math.min(44, 0.9f * sheet.width() / (LETTER * Math.max(1, across.length())));
        StringBuilder content = new StringBuilder("Q\nq\n").append(sheet.upright());
        content.append("/Artifact <</Type /Pagination /Subtype /Watermark>> BDC\n");
        content.append("q /LckG gs 0.5 0 0 rg\n");
        for (int n = 0; n < 3; n++) {
            content.append(text(
                    across, large, "0.87 0.5 -0.5 0.87", sheet.width() * 0.1f, sheet.height() * (0.06f + 0.28f * n)));
        }
        content.append("Q\n1 1 1 rg 0 0 ").append(number(sheet.width())).append(" 12 re f\n0.5 0 0 rg\n");
        content.append(text(line, foot, "1 0 0 1", 6, 3.5f));
        return content.append("EMC\nQ\n").toString();
    }

    private String unseen(Sheet sheet) {
        return "q\n" + sheet.upright() + "3 Tr\n" + text(mark, 1, "1 0 0 1", sheet.width() / 2, sheet.height() / 2)
                + "Q\n";
    }

    private static String text(String text, float size, String turned, float x, float y) {
        return "BT /LckF " + number(size) + " Tf " + turned + " " + number(x) + " " + number(y) + " Tm ("
                + escaped(text) + ") Tj ET\n";
    }

    /** As bytes of the font's encoding; what that lacks becomes a question mark. */
    private static String escaped(String text) {
        String bytes = new String(text.getBytes(WIN_ANSI), StandardCharsets.ISO_8859_1);
        return bytes.replace("\\", "\\\\")
                .replace("(", "\\(")
                .replace(")", "\\)")
                .replace("\r", " ")
                .replace("\n", " ");
    }

    private static String number(float value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** The page as its reader holds it: what is drawn from its lower left corner stands upright. */
    private record Sheet(float width, float height, String upright) {
        private static final float MOST = 20_000;

        static Sheet of(PDPage page) {
            PDRectangle box = page.getCropBox();
            boolean sane = box.getWidth() > 1
                    && box.getHeight() > 1
                    && Math.abs(box.getLowerLeftX()) + box.getWidth() < MOST
                    && Math.abs(box.getLowerLeftY()) + box.getHeight() < MOST;
            PDRectangle its = sane ? box : PDRectangle.A4;
            String left = number(its.getLowerLeftX());
            String bottom = number(its.getLowerLeftY());
            String right = number(its.getUpperRightX());
            String top = number(its.getUpperRightY());
            return switch (Math.floorMod(page.getRotation(), 360)) {
                case 90 -> new Sheet(its.getHeight(), its.getWidth(), "0 1 -1 0 " + right + " " + bottom + " cm\n");
                case 180 -> new Sheet(its.getWidth(), its.getHeight(), "-1 0 0 -1 " + right + " " + top + " cm\n");
                case 270 -> new Sheet(its.getHeight(), its.getWidth(), "0 -1 1 0 " + left + " " + top + " cm\n");
                default -> new Sheet(its.getWidth(), its.getHeight(), "1 0 0 1 " + left + " " + bottom + " cm\n");
            };
        }
    }
}
