package lockstep.evidence.viewing.inside;

/** Text in which nothing is hidden: what is not seen, or changes how the rest is seen, stands there by its name. */
final class Visible {
    private static final int MOST = 200_000;
    private static final int PICTURES = 0x2400;

    private Visible() {}

    /** Lines and tabs stay; of very much only the beginning is told. */
    static String of(CharSequence text) {
        StringBuilder visible = new StringBuilder(Math.min(text.length(), MOST));
        for (int at = 0; at < text.length() && visible.length() < MOST; ) {
            int c = Character.codePointAt(text, at);
            at += Character.charCount(c);
            if (c == '\r') {
                boolean pair = at < text.length() && text.charAt(at) == '\n';
                visible.append(pair ? "" : "\n");
            } else if (c == '\n' || c == '\t') {
                visible.append((char) c);
            } else {
                append(visible, c);
            }
        }
        return visible.toString();
    }

    /** The same of what stands in one cell: a line break is seen too. */
    static String inOneLine(CharSequence text) {
        return of(text).replace("\n", " ⏎ ").replace('\t', '␉');
    }

    /** How much more there is than is shown; empty if there is nothing. */
    static String left(long more) {
        return more > 0 ? "⟦… +" + more + "⟧" : "";
    }

    private static void append(StringBuilder to, int c) {
        if (c < 0x20) {
            to.append((char) (PICTURES + c));
        } else if (c == 0x7F) {
            to.append('␡');
        } else if (hidden(c)) {
            to.append(String.format("⟦U+%04X⟧", c));
        } else {
            to.appendCodePoint(c);
        }
    }

    /** All but the joiners that some scripts are written with. */
    private static boolean hidden(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT && c != 0x200C && c != 0x200D
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }
}
