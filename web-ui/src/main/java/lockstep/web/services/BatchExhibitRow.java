package lockstep.web.services;

/** A file of a batch that became an exhibit; {@code latest} null where its reader doesn't see that one. */
public record BatchExhibitRow(String path, String exhibitId, ExhibitView.Version latest, AllowedAction describe) {

    public boolean isOpen() {
        return latest != null && describe.allowed();
    }

    /** The file's name, else the exhibit's title. */
    public String shown() {
        return path != null ? path : latest.title();
    }
}
