package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.auth.Actor;
import lockstep.listing.programme.Kind;
import lockstep.listing.programme.Office;
import lockstep.listing.proposal.PackageEffects;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.Proposals;

/** The chair adds READY proposals to a package that is still forming. */
@ApplicationScoped
public class AddEntries {
    private final Packages packages;
    private final Entries entries;
    private final Proposals proposals;
    private final PackageEffects effects;
    private final Desk desk;

    AddEntries(Packages packages, Entries entries, Proposals proposals, PackageEffects effects, Desk desk) {
        this.packages = packages;
        this.entries = entries;
        this.proposals = proposals;
        this.effects = effects;
        this.desk = desk;
    }

    @Transactional
    public Package add(UUID packageId, List<UUID> proposalIds, Actor actor) {
        Package its = desk.take(packageId, "package.entries-added", actor);
        desk.mustHold(Office.CHAIR, its, actor);
        its.possible(PackageWay.ADD_ENTRY);
        List<Proposal> chosen = new ArrayList<>();
        Set.copyOf(proposalIds).forEach(id -> chosen.add(proposals.requireForPackage(actor, id)));
        List<Proposal> together = Stream.concat(desk.proposals(its, actor).stream(), chosen.stream())
                .toList();
        Set<Kind> kinds = together.stream().map(Proposal::kind).collect(Collectors.toSet());
        Fitting.check(desk.programme(its), its.stage(), kinds, chosen);
        Fitting.oneForEach(entries.about(together));
        int no = entries.lastNo(packageId);
        for (Proposal proposal : chosen) {
            no++;
            int at = no;
            entries.findByIdOptional(new Entry.Key(packageId, proposal.id()))
                    .ifPresentOrElse(
                            again -> again.enter(at, proposal),
                            () -> entries.persist(new Entry(packageId, at, proposal)));
        }
        effects.entered(chosen, packageId);
        chosen.forEach(proposal -> its.carriedSince(proposal.stagePassedAt()));
        desk.entriesChanged(its, PackageWay.ADD_ENTRY, actor);
        packages.flush();
        desk.done(its, "package.entries-added", null, desk.read(its, null));
        return its;
    }
}
