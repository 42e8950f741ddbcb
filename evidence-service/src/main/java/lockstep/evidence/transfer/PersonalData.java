package lockstep.evidence.transfer;

/** Whether something holds personal data, as it is said of it; null: nothing is said, which counts as if it did. */
public enum PersonalData {
    NONE,
    PERSONAL,
    /** Of special categories, or of convictions and offences. */
    SPECIAL_CATEGORIES;

    public static boolean mayBe(PersonalData said) {
        return said != NONE;
    }
}
