package lockstep.listing.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.ReadOnly;
import lockstep.listing.correction.CorrectedText;
import lockstep.listing.decision.Entries;
import lockstep.listing.decision.Entry;
import lockstep.listing.decision.Package;
import lockstep.listing.decision.Packages;
import lockstep.listing.language.LanguageVersions;
import lockstep.listing.listing.Listing;
import lockstep.listing.programme.Kind;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.renewal.Sheet;
import lockstep.listing.renewal.Sheets;

/** The rows that a package will print, from the same text, corrections taken in, and by the same layout as at its release. */
@ApplicationScoped
public class Preview {
    /** Stands where the authority's number isn't given yet. */
    private static final String NO_NUMBER = "…";

    private final Packages packages;
    private final Entries entries;
    private final CorrectedText texts;
    private final LanguageVersions languages;
    private final Programmes programmes;
    private final Sheets sheets;
    private final InstantSource clock;

    Preview(
            Packages packages,
            Entries entries,
            CorrectedText texts,
            LanguageVersions languages,
            Programmes programmes,
            Sheets sheets,
            InstantSource clock) {
        this.packages = packages;
        this.entries = entries;
        this.texts = texts;
        this.languages = languages;
        this.programmes = programmes;
        this.sheets = sheets;
        this.clock = clock;
    }

    /**
     * One entry's rows; none for a removal, a confirmation, or a renewal of the same text, which print no row.
     *
     * @param provisional number and date aren't given yet, so that these two are filled in
     */
    public record Row(UUID proposalId, int no, Kind kind, boolean provisional, List<Listing.Output> outputs) {}

    @ReadOnly
    public List<Row> of(UUID packageId, Actor actor) {
        Package its = packages.require(actor, packageId);
        Programme programme = programmes.require(its.programme());
        return entries.of(packageId).stream()
                .map(entry -> row(its, entry, programme, actor))
                .toList();
    }

    private boolean prints(Entry entry, Kind kind) {
        return kind.prints()
                && sheets.of(entry.proposalId(), entry.revision())
                        .filter(Sheet.KEEP::equals)
                        .isEmpty();
    }

    private Row row(Package its, Entry entry, Programme programme, Actor actor) {
        ProposalText text = texts.of(entry, actor).text();
        boolean provisional = entry.number() == null;
        LocalDate listed = provisional ? LocalDate.ofInstant(clock.instant(), programme.zone()) : entry.listedDate();
        return new Row(
                entry.proposalId(),
                entry.no(),
                text.kind(),
                provisional,
                prints(entry, text.kind())
                        ? Outputs.of(
                                programme,
                                text,
                                new Outputs.Given(
                                        provisional ? NO_NUMBER : entry.number(),
                                        listed,
                                        its.release().citation(),
                                        languages.confirmed(entry.proposalId(), entry.revision())))
                        : List.of());
    }
}
