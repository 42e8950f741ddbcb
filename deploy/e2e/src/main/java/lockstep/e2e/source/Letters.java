package lockstep.e2e.source;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;

/** What the letters of a text show. */
final class Letters {
    private Letters() {}

    /** True if a whole word stands in another script: one look-alike letter inside a Latin word doesn't count. */
    static boolean hasWordOutsideLatin(String text) {
        boolean latin = false;
        boolean other = false;
        for (int letter : (text + " ").codePoints().toArray()) {
            if (UCharacter.isLetter(letter)) {
                int script = UScript.getScript(letter);
                latin |= script == UScript.LATIN;
                other |= script != UScript.LATIN && script != UScript.COMMON;
            } else if (!isMark(letter)) {
                if (other && !latin) {
                    return true;
                }
                latin = false;
                other = false;
            }
        }
        return false;
    }

    /** The same text without characters that print nothing, such as a direction override left by copying. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints()
                .filter(point -> UCharacter.getType(point) != Character.FORMAT || point == 0x200C || point == 0x200D)
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static boolean isMark(int point) {
        int type = UCharacter.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
    }
}
