package lockstep.evidence.parts.reader;

/** What can be opened into its parts. */
public enum Kind {
    ZIP,
    MAIL,
    OUTLOOK
}
