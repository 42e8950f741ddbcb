package lockstep.evidence.exhibit;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Agencies;
import lockstep.auth.SystemActor;
import lockstep.auth.Verdict;
import lockstep.evidence.access.AskedReader;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.access.ManyReaders;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.kit.acting.Acting;
import lockstep.kit.db.ReadOnly;

/** Who can see a version, and why: for the people of the agency that brought it, by the policy that opens it. */
@ApplicationScoped
public class WhoMayRead {
    private final Standing standing;
    private final Agencies agencies;

    public WhoMayRead(Standing standing, Agencies agencies) {
        this.standing = standing;
        this.agencies = agencies;
    }

    /**
     * One agency or person.
     *
     * @param because ORIGINATOR, MARKING or RELEASE where it may read; else the first condition that is not met, absent
     *     where that is not the asker's to know
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MayRead(String agency, String sub, boolean mayRead, String because) {}

    /** {@code agency} null: all that take part in the case; {@code sub} null: the agency as such, with its ceiling. */
    public List<MayRead> of(UUID exhibitId, int n, String agency, String sub, Actor asking) {
        ExhibitVersion version = standing.ownVersion(exhibitId, n, asking);
        SystemActor system = new SystemActor("who-may-read", Set.of(exhibitId, version.caseId()));
        return Acting.as(system, () -> standing.of(version, agency, sub)).stream()
                .map(reader -> answer(reader, version, asking))
                .toList();
    }

    private MayRead answer(CaseAccess reader, ExhibitVersion version, Actor asking) {
        String agency = reader.reader().agency();
        String sub = reader.reader().sub().isEmpty() ? null : reader.reader().sub();
        Verdict verdict = verdict(reader, version);
        if (verdict.visible()) {
            return new MayRead(agency, sub, true, ground(reader, version));
        }
        // Who has declared a conflict of interest is known in that person's own agency.
        boolean theirs = verdict == Verdict.RECUSED && !asking.of(agency);
        return new MayRead(agency, sub, false, theirs ? null : verdict.name());
    }

    private static String ground(CaseAccess reader, ExhibitVersion version) {
        if (reader.reader().agency().equals(version.originator())) {
            return "ORIGINATOR";
        }
        return verdict(reader.withoutReleases(), version).visible() ? "MARKING" : "RELEASE";
    }

    private static Verdict verdict(CaseAccess reader, ExhibitVersion version) {
        return reader.verdict(version.ref(), version.originator(), version.marking());
    }

    /** True for the code of an agency that can be asked about. */
    public boolean known(String agency) {
        return agencies.find(agency).isPresent();
    }

    /** The transactions of the question: the asker's own, then the system's. */
    @ApplicationScoped
    static class Standing {
        private final Exhibits exhibits;
        private final ManyReaders readers;

        Standing(Exhibits exhibits, ManyReaders readers) {
            this.exhibits = exhibits;
            this.readers = readers;
        }

        @ReadOnly
        ExhibitVersion ownVersion(UUID exhibitId, int n, Actor asking) {
            ExhibitVersion version = exhibits.visibleTo(asking, exhibitId)
                    .flatMap(seen -> seen.version(n))
                    .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
            if (!asking.of(version.originator())) {
                throw new ExhibitRefused(Reason.NOT_THE_ORIGINATOR);
            }
            return version;
        }

        @ReadOnly
        List<CaseAccess> of(ExhibitVersion version, String agency, String sub) {
            List<AskedReader> asked = (agency == null ? readers.agenciesIn(version.caseId()) : List.of(agency))
                    .stream()
                            .map(code -> new AskedReader(code, sub, null, null))
                            .toList();
            return readers.of(asked, Set.of(version.caseId())).values().stream()
                    .map(byCase -> byCase.get(version.caseId()))
                    .toList();
        }
    }
}
