package lockstep.evidence.workbook.inside;

import java.util.List;

/**
 * A row in which something stands.
 *
 * @param cells those in which something stands, from the left, as many as are held
 * @param left how many more there are
 */
public record Row(long number, boolean hidden, List<Cell> cells, long left) {
    /**
     * @param type as the file says it; null for a number
     * @param value null where a formula has none
     * @param formula null where there is none
     */
    public record Cell(int column, String type, int style, Held value, Held formula) {
        boolean empty() {
            return value == null && formula == null;
        }

        /** Which one of the strings of all sheets stands there; -1 if it is none. */
        public int shared() {
            return "s".equals(type) && value != null
                    ? Integer.parseInt(value.text().strip())
                    : -1;
        }
    }
}
