package lockstep.e2e.replay;

/**
 * The figures of an act's replay.
 *
 * @param rows the figures of its entries
 * @param packages the act's packages that were published
 * @param amended listings that stand in the place of former ones
 * @param otherAnnexes annexes of the act that Lockstep has no programme for
 */
public record ActResult(ReplayResult rows, int packages, int amended, int otherAnnexes) {

    /** As the bench prints it. */
    public String line() {
        return rows.line() + " packages=" + packages + " amended=" + amended + " other_annexes=" + otherAnnexes;
    }
}
