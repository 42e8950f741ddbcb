package lockstep.evidence.custody.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The one embedded font (Liberation Sans, as PDFBox ships it): Latin, Greek and Cyrillic; what it lacks is shown as a box. */
final class Lettering {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String LACKING = "\u25A1";

    private final PDFont font;
    private final Map<Integer, Float> widths = new HashMap<>();

    Lettering(PDDocument document) throws IOException {
        try (InputStream file = PDFont.class.getResourceAsStream(FONT)) {
            font = PDType0Font.load(document, file, true);
        }
    }

    void write(PDPageContentStream content, String text, float x, float y, float size) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(shown(text));
        content.endText();
    }

    boolean writable(String text) {
        return text.codePoints().allMatch(c -> width(c) > 0 || c == '\n');
    }

    /** Broken after spaces, which stay so that words aren't read as one, and within a word that is longer than a line. */
    List<String> lines(String text, float size, float most) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n")) {
            StringBuilder line = new StringBuilder();
            float length = 0;
            for (String word : paragraph.split("(?<=[ \u200B])")) {
                float its = length(word, size);
                if (length + its > most && !line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                    length = 0;
                }
                for (int c : word.codePoints().toArray()) {
                    float one = one(c, size);
                    if (length + one > most) {
                        lines.add(line.toString());
                        line.setLength(0);
                        length = 0;
                    }
                    line.appendCodePoint(c);
                    length += one;
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private float length(String text, float size) {
        return (float) text.codePoints().mapToDouble(c -> one(c, size)).sum();
    }

    private float one(int c, float size) {
        float its = width(c);
        return (its > 0 ? its : width(LACKING.codePointAt(0))) * size / 1000;
    }

    private String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (width(c) > 0) {
                shown.appendCodePoint(c);
            } else {
                shown.append(LACKING);
            }
        });
        return shown.toString();
    }

    /** In thousandths of the size; 0 where the font has no such letter. */
    private float width(int c) {
        return widths.computeIfAbsent(c, letter -> {
            try {
                return font.getStringWidth(Character.toString(letter));
            } catch (IOException | IllegalArgumentException none) {
                return 0f;
            }
        });
    }
}
