package lockstep.listing.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Objects;
import lockstep.listing.subject.Name;

/**
 * What lists, duplicate checks and packages take of the revision that stands.
 *
 * @param keys what makes two targets possible duplicates, see {@code DuplicateKeys}
 * @param contentHash SHA-256 (hex) of the revision's canonical text
 * @param exhibitSetHash SHA-256 (hex) of the exhibit versions that it cites
 */
@Embeddable
public record Headline(
        List<String> keys,
        String name,
        @Column(name = "native_name") String nativeName,
        @Column(name = "native_language") String nativeLanguage,
        String country,
        String ground,
        @Column(name = "content_hash") String contentHash,
        @Column(name = "exhibit_set_hash") String exhibitSetHash) {

    static Headline of(ProposalText text) {
        Name original = text.subject().nativeName().orElse(null);
        return new Headline(
                List.copyOf(text.subject().duplicateKeys()),
                Objects.requireNonNullElse(text.subject().primaryName(), ""),
                original == null ? null : original.full(),
                original == null ? null : original.language(),
                text.subject().country(),
                Objects.requireNonNullElse(text.ground(), ""),
                text.contentHash(),
                text.exhibitSetHash());
    }
}
