package lockstep.evidence.exhibit;

/** In which way content is shown on pages. */
public enum Viewer {
    PDF,
    IMAGE,
    TEXT,
    TABLE,
    WORKBOOK
}
