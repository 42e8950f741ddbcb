package lockstep.e2e.replay;

/**
 * The figures of a replay.
 *
 * @param entries rows of the list
 * @param mismatches rows whose published form differs from the source
 * @param explained rows that stand for the same target or under the same number as another row, by recorded judgement
 * @param errors rows that could not be brought to publication
 */
public record ReplayResult(int entries, int mismatches, int explained, int errors, long seconds) {

    /** As the bench prints it. */
    public String line() {
        return "entries=" + entries + " mismatches=" + mismatches + " explained=" + explained + " errors=" + errors
                + " seconds=" + seconds;
    }
}
