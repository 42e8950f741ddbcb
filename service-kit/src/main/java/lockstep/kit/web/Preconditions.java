package lockstep.kit.web;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lockstep.kit.problem.ProblemException;

/** A change says which version it was made on: the row's version is its entity tag. */
public final class Preconditions {
    private static final Pattern TAG = Pattern.compile("\"?([0-9]{1,18})\"?");

    private Preconditions() {}

    public static EntityTag etag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The version that If-Match names.
     *
     * @throws ProblemException 428 without one or with {@code *}, which names no version; 412 with what is no version of
     *     ours
     */
    public static long matched(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw ProblemException.preconditionRequired();
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw ProblemException.stale();
        }
        return Long.parseLong(tag.group(1));
    }

    /** For a command that compares under its own lock; 412 if another version stands. */
    public static void same(long current, long read) {
        if (current != read) {
            throw ProblemException.stale();
        }
    }
}
