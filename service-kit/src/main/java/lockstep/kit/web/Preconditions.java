package lockstep.kit.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.stream.Stream;
import lockstep.kit.problem.ProblemException;

/** A change says which version it was made on: the row's version is its entity tag. */
public final class Preconditions {
    private Preconditions() {}

    public static EntityTag etag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * @throws ProblemException 428 without If-Match or with {@code *}, which names no version; 412 with another version
     */
    public static void requireMatch(HttpHeaders headers, long version) {
        List<String> sent = headers.getRequestHeader(HttpHeaders.IF_MATCH);
        if (sent == null || sent.isEmpty() || sent.equals(List.of("*"))) {
            throw ProblemException.preconditionRequired();
        }
        String current = '"' + Long.toString(version) + '"';
        boolean matches = sent.stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .anyMatch(current::equals);
        if (!matches) {
            throw ProblemException.stale();
        }
    }

    /** The version that If-Match names; 428 without one. */
    public static long matched(HttpHeaders headers) {
        List<String> sent = headers.getRequestHeader(HttpHeaders.IF_MATCH);
        if (sent == null || sent.size() != 1) {
            throw ProblemException.preconditionRequired();
        }
        try {
            return Long.parseLong(sent.getFirst().strip().replace("\"", ""));
        } catch (NumberFormatException noVersion) {
            throw ProblemException.preconditionRequired();
        }
    }

    /** For a command that compares under its own lock; 412 if another version stands. */
    public static void same(long current, long read) {
        if (current != read) {
            throw ProblemException.stale();
        }
    }
}
