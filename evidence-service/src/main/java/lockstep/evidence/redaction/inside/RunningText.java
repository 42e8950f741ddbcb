package lockstep.evidence.redaction.inside;

import lockstep.evidence.workbook.inside.Held;

/** Text of a spreadsheet that comes in pieces: what stands across several of them is found too. */
final class RunningText {
    private static final int STRETCH = 1 << 16;

    private final Passages found;
    private final boolean read;
    private final StringBuilder stretch = new StringBuilder();

    /** {@code read}: whether it is text that people read. */
    RunningText(Passages found, boolean read) {
        this.found = found;
        this.read = read;
    }

    void add(CharSequence piece) {
        stretch.append(piece);
        if (stretch.length() > STRETCH + found.reach()) {
            look();
            stretch.delete(0, stretch.length() - found.reach());
        }
    }

    void end() {
        look();
        stretch.setLength(0);
    }

    private void look() {
        String meant = Held.unescaped(stretch);
        if (read) {
            found.read(meant);
        } else {
            found.in(meant);
        }
    }
}
