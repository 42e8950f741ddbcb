package lockstep.listing.language.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.language.LanguageText;

/** What is sent and answered about the languages of a text. */
public final class LanguageBodies {
    private LanguageBodies() {}

    /**
     * A version to be confirmed.
     *
     * @param language ISO 639, one that the programme asks for
     * @param contentHashRead of the decided text that it says anew
     * @param name how the target is called there; null: as in the decided text
     * @param paragraphs one for each paragraph of the reasons, in their order
     */
    public record LanguageInput(String language, String contentHashRead, String name, List<String> paragraphs) {}

    public record VersionRead(String sha256Read) {}

    /** Who did something, and when. */
    public record Hand(String account, String agency, Instant at) {}

    /** Where one language stands. */
    public enum State {
        MISSING,
        WRITTEN,
        CONFIRMED
    }

    /**
     * One language that the law asks for.
     *
     * @param version how often it was written; 0: never
     * @param sha256 over proposal, revision, the decided text's hash, language and text (RFC 8785)
     */
    public record LanguageView(
            String language,
            State state,
            int version,
            LanguageText text,
            String sha256,
            Hand written,
            Hand confirmed,
            List<Allowed> allowedActions) {}

    /**
     * The languages of the revision that stands; empty where the law asks for no other.
     *
     * @param original the text in {@code workingLanguage}; null where the reader may not read it
     */
    public record LanguagesView(
            UUID proposalId,
            int revision,
            String contentHash,
            String workingLanguage,
            LanguageText original,
            List<LanguageView> languages) {}
}
