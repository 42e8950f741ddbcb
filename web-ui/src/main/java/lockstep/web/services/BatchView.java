package lockstep.web.services;

import lockstep.auth.Marking;

/** A batch of files, and what has become of them so far. */
public record BatchView(
        String id, String caseId, String owner, String title, Marking marking, Counts counts, Bytes bytes) {

    public record Counts(long receiving, long accepted, long failed) {}

    public record Bytes(long announced, long received) {}
}
