package lockstep.evidence.redaction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.evidence.access.VersionRef;

/**
 * That one exhibit is another one's redacted copy. It is seen by those alone who may read both.
 *
 * @param copy the exhibit that is the copy, each of its versions
 * @param of the version that it stands for
 * @param removed what was taken out, in words
 * @param passages words that must not be found in the copy any more
 * @param checks what was found when its versions were looked at, the latest first
 */
public record Redaction(
        UUID copy,
        VersionRef of,
        String removed,
        String reason,
        List<String> passages,
        String madeBy,
        Instant madeAt,
        List<Check> checks) {

    /** What a look at one version of a copy found. */
    public enum Outcome {
        /** It could be read, and none of the passages is in it. */
        GONE,
        /** Some of them are still in it: {@link Check#left}. */
        LEFT,
        /** None was found, but the file keeps earlier states of itself, in which they can still be. */
        EARLIER_STATES,
        /** Nothing in it can be read as text: a scan, a picture that is nothing but drawn; whether a passage is seen is for people to say. */
        NO_TEXT,
        /** It could not be gone through wholly: it is damaged, or of a form, or holds something, that is not looked into. */
        UNREADABLE;

        /** A copy in which something is left, or may be, doesn't go out. */
        boolean fit() {
            return this == GONE || this == NO_TEXT;
        }
    }

    /**
     * One look.
     *
     * @param left the passages that were found
     */
    public record Check(int version, Outcome outcome, List<String> left, String by, Instant at) {
        Check with(Outcome found, List<String> passages) {
            return new Check(version, found, passages, by, at);
        }
    }

    /** What the last look at that version of the copy found. */
    Optional<Check> last(int version) {
        return checks.stream().filter(check -> check.version() == version).findFirst();
    }
}
