package lockstep.web.services;

/** A file of a batch on its way, or what became of it. */
public record UploadRow(
        String id,
        String name,
        String relativePath,
        long length,
        long offset,
        String state,
        String reason,
        String exhibitId,
        String account) {

    /** Where it stood in the folder that was sent, else its name. */
    public String shown() {
        return relativePath != null ? relativePath : name != null ? name : id;
    }

    /** It is all here and failed afterwards, so it needn't be sent again. */
    public boolean whole() {
        return length > 0 && offset == length;
    }
}
