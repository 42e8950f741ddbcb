package lockstep.evidence.custody.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A PDF that says what its parts are (ISO 32000 tagged, as PDF/UA wants it): each text hangs on a structure element, and
 * what repeats on each page is an artifact. Text goes from top to bottom; a page is begun where one is full.
 */
final class TaggedPdf implements Closeable {
    static final float MARGIN = 42;

    /** What at least stands below a heading. */
    private static final float KEPT_TOGETHER = 60;

    private static final PDRectangle SHEET = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());

    private final PDDocument document = new PDDocument();
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Map<Integer, COSArray> parents = new TreeMap<>();
    private final PDStructureElement whole;
    private final Lettering lettering;
    private final String strip;
    private PDPage page;
    private PDPageContentStream content;
    private float y;

    /** {@code strip} is printed at the head of each page: the markings of what stands in it. */
    TaggedPdf(String title, Locale language, String strip) throws IOException {
        this.strip = strip;
        lettering = new Lettering(document);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(language.toLanguageTag());
        catalog.setStructureTreeRoot(root);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
        PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
        shown.setDisplayDocTitle(true);
        catalog.setViewerPreferences(shown);
        document.getDocumentInformation().setTitle(title);
        catalog.setMetadata(described(title, language));
        whole = new PDStructureElement("Document", root);
        root.appendKid(whole);
    }

    private PDMetadata described(String title, Locale language) throws IOException {
        String xmp = """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language><pdfuaid:part>1</pdfuaid:part>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(title.replace("&", "&amp;").replace("<", "&lt;"), language.toLanguageTag());
        return new PDMetadata(document, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8)));
    }

    /** An element without text of its own, e.g. a table. */
    PDStructureElement part(String type, PDStructureNode parent) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    PDStructureElement document() {
        return whole;
    }

    /** A heading or paragraph over the whole width. */
    void text(String type, String text, float size) throws IOException {
        List<String> lines = lettering.lines(text, size, width());
        boolean heading = !"P".equals(type);
        room(lines.size() * leading(size) + size + (heading ? KEPT_TOGETHER : 0));
        y -= heading ? size * 0.6f : 0;
        block(part(type, whole), text, lines, MARGIN, size);
        y -= size * 0.5f;
    }

    /** One row of cells beside each other; their elements are made first, so that they read in order. */
    void row(List<PDStructureElement> cells, List<String> texts, float[] widths, float size) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        for (int n = 0; n < texts.size(); n++) {
            lines.add(lettering.lines(texts.get(n), size, widths[n] - 6));
        }
        float top = y;
        float lowest = top;
        float x = MARGIN;
        for (int n = 0; n < texts.size(); n++) {
            y = top;
            block(cells.get(n), texts.get(n), lines.get(n), x, size);
            lowest = Math.min(lowest, y);
            x += widths[n];
        }
        y = lowest - 3;
        line();
    }

    /** How high a row of these texts is. */
    float height(List<String> texts, float[] widths, float size) {
        float highest = 0;
        for (int n = 0; n < texts.size(); n++) {
            highest = Math.max(
                    highest, lettering.lines(texts.get(n), size, widths[n] - 6).size() * leading(size));
        }
        return highest + 6;
    }

    /** A heading of columns that stands there again on a later page: seen, and not read out a second time. */
    void again(List<String> texts, float[] widths, float size) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        float x = MARGIN;
        for (int n = 0; n < texts.size(); n++) {
            lettering.write(content, texts.get(n), x, y - size, size);
            x += widths[n];
        }
        content.endMarkedContent();
        y -= leading(size) + 3;
        line();
    }

    /** Begins a page unless there is room; true if it did. */
    boolean room(float height) throws IOException {
        if (page != null && y - height >= MARGIN) {
            return false;
        }
        newPage();
        return true;
    }

    float width() {
        return SHEET.getWidth() - 2 * MARGIN;
    }

    private static float leading(float size) {
        return size * 1.35f;
    }

    private void block(PDStructureElement element, String text, List<String> lines, float x, float size)
            throws IOException {
        COSArray its = parents.get(page.getStructParents());
        int mark = its.size();
        its.add(element);
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(mark);
        element.setPage(page);
        element.appendKid(reference);
        if (!lettering.writable(text)) {
            element.setActualText(text);
        }
        content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), mark);
        for (String line : lines) {
            lettering.write(content, line, x, y - size, size);
            y -= leading(size);
        }
        content.endMarkedContent();
    }

    private void line() throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setLineWidth(0.4f);
        content.moveTo(MARGIN, y);
        content.lineTo(SHEET.getWidth() - MARGIN, y);
        content.stroke();
        content.endMarkedContent();
        y -= 3;
    }

    private void newPage() throws IOException {
        if (content != null) {
            content.close();
        }
        page = new PDPage(SHEET);
        document.addPage(page);
        page.setStructParents(parents.size());
        page.getCOSObject().setName("Tabs", "S");
        parents.put(page.getStructParents(), new COSArray());
        content = new PDPageContentStream(document, page);
        content.beginMarkedContent(COSName.ARTIFACT);
        lettering.write(content, strip, MARGIN, SHEET.getHeight() - 26, 9);
        lettering.write(content, String.valueOf(document.getNumberOfPages()), SHEET.getWidth() - MARGIN - 12, 20, 8);
        content.endMarkedContent();
        y = SHEET.getHeight() - MARGIN;
    }

    byte[] bytes() throws IOException {
        content.close();
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        Map<Integer, COSObjectable> numbers = new TreeMap<>();
        parents.forEach((number, its) -> numbers.put(number, new PDParentTreeValue(its)));
        tree.setNumbers(numbers);
        root.setParentTree(tree);
        root.setParentTreeNextKey(parents.size());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
