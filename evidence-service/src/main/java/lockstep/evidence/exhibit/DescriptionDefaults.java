package lockstep.evidence.exhibit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.transfer.PersonalData;
import lockstep.kit.db.ReadOnly;

/**
 * What a form for an exhibit can begin with: what the agency said last in that case, else what follows from the agency. Neither
 * a marking is proposed nor that something holds no personal data: either opens it, and is chosen for each exhibit.
 */
@ApplicationScoped
public class DescriptionDefaults {
    private final Exhibits exhibits;

    DescriptionDefaults(Exhibits exhibits) {
        this.exhibits = exhibits;
    }

    /** Where proposed values are from. */
    public enum From {
        CASE,
        AGENCY
    }

    /** What is proposed; null where nothing is. */
    public record Proposed(
            From from,
            SourceType sourceType,
            List<String> languages,
            Reliability reliability,
            Integer credibility,
            RelianceUse relianceUse,
            PersonalData personalData) {

        static Proposed of(Description said) {
            return new Proposed(
                    From.CASE,
                    said.sourceType(),
                    said.languages(),
                    said.reliability(),
                    said.credibility(),
                    said.relianceUse(),
                    PersonalData.mayBe(said.personalData()) ? said.personalData() : null);
        }

        static Proposed of(Actor by) {
            List<String> languages = OfficialLanguages.of(by.agency().country());
            return new Proposed(From.AGENCY, null, languages, null, null, null, null);
        }
    }

    @ReadOnly
    public Proposed in(UUID caseId, Actor by) {
        if (!exhibits.access(by, caseId).inCase()) {
            throw new ExhibitRefused(Reason.NOT_FOUND);
        }
        return exhibits.lastOf(by, caseId)
                .map(last -> Proposed.of(last.description()))
                .orElseGet(() -> Proposed.of(by));
    }
}
