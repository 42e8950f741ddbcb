package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.listing.casefile.Participation;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.Kind;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.PackageEffects;
import lockstep.listing.proposal.Parties;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.Proposals;

/** The chair puts READY proposals of one stage and rule under one draft act. */
@ApplicationScoped
public class FormPackage {
    private final Packages packages;
    private final Entries entries;
    private final Proposals proposals;
    private final PackageEffects effects;
    private final Programmes programmes;
    private final Participation participation;
    private final Desk desk;

    FormPackage(
            Packages packages,
            Entries entries,
            Proposals proposals,
            PackageEffects effects,
            Programmes programmes,
            Participation participation,
            Desk desk) {
        this.packages = packages;
        this.entries = entries;
        this.proposals = proposals;
        this.effects = effects;
        this.programmes = programmes;
        this.participation = participation;
        this.desk = desk;
    }

    @Transactional
    public Package form(String programmeCode, String title, String draftAct, List<UUID> proposalIds, Actor actor) {
        Programme programme = programmes
                .find(programmeCode)
                .orElseThrow(() -> new DecisionRefused(Reason.UNKNOWN_PROGRAMME, "No programme has this code."));
        desk.mustHold(Office.CHAIR, programmeCode, actor);
        DecisionRefused.when(proposalIds.isEmpty(), Reason.EMPTY_PACKAGE, "A package holds at least one proposal.");
        List<Proposal> chosen = new ArrayList<>();
        for (UUID id : Set.copyOf(proposalIds)) {
            chosen.add(proposals.requireForPackage(actor, id));
        }
        chosen.sort(Comparator.comparingInt(its -> proposalIds.indexOf(its.id())));
        Fitting.check(programme, chosen.getFirst().stage(), kinds(chosen), chosen);
        Fitting.oneForEach(entries.about(chosen));
        Package formed = made(programme, title, draftAct, chosen, actor);
        desk.done(formed, "package.formed", null, desk.read(formed, null).saying(null, null, title, null));
        return formed;
    }

    /** The package of these proposals, of one stage and under one rule; the caller journals it. */
    Package made(Programme programme, String title, String draftAct, List<Proposal> chosen, Actor actor) {
        Instant now = desk.now();
        UUID id = UUID.randomUUID();
        List<Entry> first = new ArrayList<>();
        chosen.forEach(its -> first.add(new Entry(id, first.size() + 1, its)));
        int year = now.atZone(programme.zone()).getYear();
        Package formed = new Package(
                id,
                new Designation(
                        programme.code(),
                        programme.version(),
                        year,
                        packages.nextSerial(programme.code(), year),
                        title,
                        draftAct),
                new Package.Draft(
                        chosen.getFirst().stage(),
                        kinds(chosen).stream().map(Kind::name).sorted().collect(Collectors.joining(",")),
                        Entry.hash(first),
                        Markings.highest(null, chosen)),
                actor,
                now);
        chosen.forEach(its -> formed.carriedSince(its.stagePassedAt()));
        packages.persist(formed);
        first.forEach(entries::persist);
        Parties.of(programme, false).forEach(party -> participation.admit(id, id, party.agency(), party.as(), now));
        effects.entered(chosen, id);
        packages.flush();
        return formed;
    }

    private static Set<Kind> kinds(List<Proposal> proposals) {
        return proposals.stream().map(Proposal::kind).collect(Collectors.toSet());
    }
}
