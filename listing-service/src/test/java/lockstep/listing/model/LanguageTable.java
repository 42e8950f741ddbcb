package lockstep.listing.model;

import static lockstep.listing.model.ProposalTable.when;
import static lockstep.listing.model.Step.Twist.OTHER_WORDS;
import static lockstep.listing.model.Step.Twist.READ_ANOTHER;
import static lockstep.listing.model.Step.Twist.TOO_FEW_PARAGRAPHS;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import lockstep.listing.model.World.Draft;
import lockstep.listing.model.World.Wording;

/** DOMAIN G10, "required language versions present": each written by one person and confirmed by a lawyer who is another. */
final class LanguageTable {
    /** A removal and a confirmation print no row, nor does what is kept as it stands. */
    private static final Set<String> PRINTED = Set.of("ADD", "AMEND", "RENEW");

    /** The text doesn't change any more, and its release isn't authorised yet. */
    private static final Set<String> WRITTEN_IN =
            Set.of("SUBMITTED", "IN_REVIEW", "LEGAL_REVIEW", "READY", "DECIDING", "ESCALATED", "APPROVED");

    private final World world;

    /** True if the authority prints what it says, and with it what it cites. */
    static boolean printed(Draft its) {
        return PRINTED.contains(its.kind) && !its.printsNothingAnew();
    }

    LanguageTable(World world) {
        this.world = world;
    }

    /** The languages in which it is not there, or not confirmed. */
    List<String> lacking(Draft its) {
        return !printed(its)
                ? List.of()
                : world.procedure.languages().stream()
                        .filter(language -> !its.wordings().containsKey(language)
                                || its.wordings().get(language).confirmedBy == null)
                        .toList();
    }

    Set<Why> refusals(Step step) {
        Person by = step.by();
        Draft its = world.proposal(step.on());
        if (!world.sees(by, its)) {
            return EnumSet.of(Why.UNKNOWN);
        }
        Set<Why> why = EnumSet.noneOf(Why.class);
        when(why, !printed(its), Why.KINDS);
        when(why, !WRITTEN_IN.contains(its.status), Why.STATUS);
        when(why, step.has(READ_ANOTHER), Why.READ_ANOTHER);
        if (step.event() == Step.Event.WRITE_LANGUAGE) {
            boolean prints = by.holds("secretariat") || by.holds("publisher");
            when(why, !by.agency().equals(its.agency) && !prints, Why.WHO);
            when(why, !world.procedure.languages().contains(step.say()), Why.LANGUAGE);
            when(why, step.has(TOO_FEW_PARAGRAPHS), Why.TEXT);
        } else {
            Wording written = its.wordings().get(step.say());
            when(why, !by.holds("legal"), Why.WHO);
            when(why, written == null || written.confirmedBy != null, Why.NOTHING);
            when(why, written != null && by.account().equals(written.by), Why.FOUR_EYES);
        }
        return why;
    }

    void apply(Step step) {
        Draft its = world.proposal(step.on());
        Wording last = its.wordings().get(step.say());
        if (step.event() == Step.Event.CONFIRM_LANGUAGE) {
            last.confirmedBy = step.by().account();
            world.rows.taken("language WRITTEN confirm CONFIRMED");
            return;
        }
        if (last != null && last.otherWords == step.has(OTHER_WORDS)) {
            world.rows.taken("language " + last.status() + " again " + last.status());
            return;
        }
        Wording written = new Wording();
        written.n = last == null ? 1 : last.n + 1;
        written.otherWords = step.has(OTHER_WORDS);
        written.by = step.by().account();
        its.wordings.computeIfAbsent(its.revision, _ -> new HashMap<>()).put(step.say(), written);
        world.rows.taken("language " + (last == null ? "-" : last.status()) + " write WRITTEN");
    }
}
