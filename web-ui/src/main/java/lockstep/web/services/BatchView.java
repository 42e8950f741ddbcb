package lockstep.web.services;

import lockstep.auth.Marking;

/**
 * A batch of files, and what has become of them so far.
 *
 * @param container the exhibit that was opened into it; null if there is none, or its reader doesn't see it
 */
public record BatchView(
        String id,
        String caseId,
        String owner,
        String title,
        Marking marking,
        boolean ofParts,
        String container,
        Counts counts,
        Bytes bytes) {

    public record Counts(long receiving, long accepted, long failed) {}

    public record Bytes(long announced, long received) {}
}
