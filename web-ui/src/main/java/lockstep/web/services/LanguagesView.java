package lockstep.web.services;

import jakarta.ws.rs.NotFoundException;
import java.util.List;

/** The languages that a proposal's law asks for beside the working one; empty where it asks for none. */
public record LanguagesView(
        String proposalId,
        int revision,
        String contentHash,
        String workingLanguage,
        Said original,
        List<InLanguage> languages) {

    /** What is said in one language; {@code name} null: as in the decided text. */
    public record Said(String name, List<String> paragraphs) {}

    /** Where one language stands; {@code text} null: nothing is written yet. */
    public record InLanguage(
            String language,
            String state,
            int version,
            Said text,
            String sha256,
            CorrectionView.Hand written,
            CorrectionView.Hand confirmed,
            List<AllowedAction> allowedActions) {}

    /** The one of that code, if the law asks for it. */
    public InLanguage in(String language) {
        return languages.stream()
                .filter(one -> one.language().equals(language))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
