package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.ProposalRefused.Reason;

/** What somebody of these roles could think of doing with a proposal, and why not, by the same guards as the verbs. */
@ApplicationScoped
public class ProposalActions {
    private static final Set<Role> OF_OFFICES = EnumSet.of(Role.CHAIR, Role.REVIEWER, Role.LEGAL, Role.SECRETARIAT);
    /** Whose work on proposals it can be to note something for their own agency. */
    private static final Set<Role> NOTING = EnumSet.of(
            Role.ANALYST, Role.SUBMITTER, Role.REVIEWER, Role.LEGAL, Role.VOTER, Role.CHAIR, Role.SECRETARIAT);

    private final Programmes programmes;
    private final WidenedOpinions opinions;
    private final Deeds deeds;

    ProposalActions(Programmes programmes, WidenedOpinions opinions, Deeds deeds) {
        this.programmes = programmes;
        this.opinions = opinions;
        this.deeds = deeds;
    }

    public List<Allowed> of(Proposal its, Actor actor) {
        Standing by = deeds.standing(its, actor);
        Programme programme = programmes.require(its.programme());
        List<Allowed> all = new ArrayList<>();
        if (actor.has(Role.ANALYST)) {
            add(all, "amend", Guards.amend(its, by));
            if (its.status() == Status.REJECTED || its.status() == Status.WITHDRAWN) {
                add(all, "resubmit", Guards.resubmit(its, by));
            }
        }
        if (actor.has(Role.SUBMITTER)) {
            add(all, "submit", Guards.submit(its, answered(by)));
            add(all, "withdraw", Guards.withdraw(its, by));
        }
        if (actor.has(Role.CHAIR) || actor.has(Role.REGISTRAR)) {
            add(all, "accept", Guards.accept(its, by));
        }
        if (actor.has(Role.REVIEWER)) {
            add(all, "endorse", Guards.endorse(its, programme, by));
            if (!by.holds(Office.REVIEWER)) {
                add(all, "advise", Guards.advise(its, by));
            }
        }
        if (actor.has(Role.LEGAL)) {
            add(all, "find-sufficient", Guards.findSufficient(its, by));
            opinions.on(its).ifPresent(given -> add(all, "widen-opinion", Guards.widenOpinion(given, by)));
        }
        if (actor.has(Role.REVIEWER) || actor.has(Role.LEGAL) || actor.has(Role.CHAIR)) {
            add(all, "return", Guards.sendBack(its, by));
        }
        if (its.lastReturn() != null
                && its.lastReturn().agency() != null
                && !its.lastReturn().open()
                && OF_OFFICES.stream().anyMatch(actor::has)) {
            add(all, "widen-return", Guards.widenReturn(its, by));
        }
        if (NOTING.stream().anyMatch(actor::has)) {
            all.add(Allowed.yes("note"));
        }
        if (actor.has(Role.CHAIR)) {
            boolean held = its.status() == Status.ON_HOLD;
            if (!programme.consulted(its.agency()).isEmpty()) {
                add(all, "consult", Guards.consult(its, programme, by));
            }
            add(all, held ? "resume" : "hold", held ? Guards.resume(its, by) : Guards.hold(its, by));
        }
        return all;
    }

    /** A reply can be given with the submission itself, so its lack doesn't take the button away. */
    private static Standing answered(Standing by) {
        return new Standing(by.actor(), by.offices(), by.acts(), true, by.now());
    }

    private static void add(List<Allowed> all, String action, Reason whyNot) {
        all.add(Allowed.unless(action, whyNot, whyNot == null ? null : Words.of(whyNot)));
    }
}
