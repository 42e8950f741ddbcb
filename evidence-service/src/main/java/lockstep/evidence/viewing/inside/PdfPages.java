package lockstep.evidence.viewing.inside;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.apart.NotReadable.Reason;
import lockstep.evidence.apart.inside.Given;
import lockstep.evidence.apart.inside.GivenPdf;
import lockstep.evidence.watermark.inside.Stamp;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Pages of a PDF, drawn: nothing in it runs, and nothing that it names elsewhere is fetched. */
final class PdfPages {
    private static final float LONGEST = 4000;
    private static final float MOST_PIXELS = 9_000_000;

    private static final int END_WITHIN = 4096;

    private PdfPages() {}

    static String count(Given given) throws IOException {
        try (PDDocument pdf = GivenPdf.open(given)) {
            int pages = pdf.getNumberOfPages();
            if (pages < 1) {
                throw new IOException("no page");
            }
            pdf.getPage(0);
            return MakePage.counted(pages, "", !ends(given));
        }
    }

    /** Every PDF ends with this; what a tool has put behind it is seldom long. */
    private static boolean ends(Given given) throws IOException {
        long from = Math.max(0, given.size() - END_WITHIN);
        byte[] end = Writing.read(given, from, END_WITHIN);
        return new String(end, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    static String text(Given given, MakePage.Page page) throws IOException, NotReadable {
        try (PDDocument pdf = GivenPdf.open(given)) {
            boolean undrawn = Undrawn.on(page(pdf, page));
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page.n());
            stripper.setEndPage(page.n());
            String text = Visible.of(stripper.getText(pdf).strip());
            return (undrawn ? MakePage.UNDRAWN : "") + MakePage.LINE + text;
        }
    }

    static BufferedImage image(Given given, MakePage.Page page, MakePage.Seal seal) throws IOException, NotReadable {
        try (PDDocument pdf = GivenPdf.open(given)) {
            PDPage its = page(pdf, page);
            float scale = scale(its, page.width());
            BufferedImage drawn = drawn(pdf, page.n() - 1, scale, ImageType.RGB);
            if (!seal.none()) {
                seal(drawn, its, scale, seal);
            }
            return drawn;
        }
    }

    private static PDPage page(PDDocument pdf, MakePage.Page page) throws NotReadable {
        if (page.n() < 1 || page.n() > pdf.getNumberOfPages()) {
            throw new NotReadable(Reason.NO_SUCH_PAGE);
        }
        return pdf.getPage(page.n() - 1);
    }

    private static BufferedImage drawn(PDDocument pdf, int page, float scale, ImageType type) throws IOException {
        PDFRenderer renderer = new PDFRenderer(pdf);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImage(page, scale, type);
    }

    /** As wide as asked for, unless it would be too high, or too much. */
    private static float scale(PDPage page, int width) {
        PDRectangle box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        float wide = Math.max(1, turned ? box.getHeight() : box.getWidth());
        float high = Math.max(1, turned ? box.getWidth() : box.getHeight());
        double most = Math.sqrt(MOST_PIXELS / ((double) wide * high));
        return (float) Math.min(Math.min(width / wide, LONGEST / Math.max(wide, high)), most);
    }

    /** On an empty page of the same size and laid over the drawn one: what is written in the PDF can't hide it. */
    private static void seal(BufferedImage drawn, PDPage page, float scale, MakePage.Seal seal) throws IOException {
        try (PDDocument over = new PDDocument()) {
            PDPage empty = new PDPage(page.getCropBox());
            empty.setRotation(page.getRotation());
            over.addPage(empty);
            new Stamp(seal.line() + ", " + seal.mark(), seal.across(), seal.mark()).on(over, empty);
            Graphics2D on = drawn.createGraphics();
            on.drawImage(drawn(over, 0, scale, ImageType.ARGB), 0, 0, null);
            on.dispose();
        }
    }
}
