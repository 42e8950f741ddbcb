package lockstep.listing.programme;

import static lockstep.listing.programme.ProgrammesRefused.Rule.AGENCY_IS_KNOWN;
import static lockstep.listing.programme.ProgrammesRefused.Rule.A_NUMBER_HAS_A_FORM_THAT_CAN_BE_MET;
import static lockstep.listing.programme.ProgrammesRefused.Rule.A_PRINT_CAN_BE_CITED_IN_TIME;
import static lockstep.listing.programme.ProgrammesRefused.Rule.CODES_ARE_UNIQUE;
import static lockstep.listing.programme.ProgrammesRefused.Rule.ENDORSEMENT_CAN_BE_REACHED;
import static lockstep.listing.programme.ProgrammesRefused.Rule.ENDORSER_IS_A_REVIEWER;
import static lockstep.listing.programme.ProgrammesRefused.Rule.EVERY_OFFICE_CAN_BE_HELD;
import static lockstep.listing.programme.ProgrammesRefused.Rule.SOMETHING_CAN_BE_PROPOSED;
import static lockstep.listing.programme.ProgrammesRefused.Rule.TERM_IS_A_DATE_OF_THE_PROGRAMME;
import static lockstep.listing.programme.ProgrammesRefused.Rule.URGENT_CAN_BE_CONFIRMED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lockstep.auth.Agencies;

/** What must hold within one programme's data, so that no proposal under it can come to a dead end. */
final class ProgrammeRules {
    private final Programme programme;
    private final Agencies agencies;
    private final List<Broken> found = new ArrayList<>();

    /** @param pointer within the programme's data */
    record Broken(String pointer, ProgrammesRefused.Rule rule, String what) {}

    private ProgrammeRules(Programme programme, Agencies agencies) {
        this.programme = programme;
        this.agencies = agencies;
    }

    static List<Broken> check(Programme programme, Agencies agencies) {
        ProgrammeRules rules = new ProgrammeRules(programme, agencies);
        rules.codes();
        rules.agencies();
        rules.offices();
        rules.endorsement();
        rules.urgent();
        rules.print();
        rules.number();
        rules.proposable();
        rules.found.addAll(StageRules.check(programme));
        return List.copyOf(rules.found);
    }

    private void broken(String pointer, ProgrammesRefused.Rule rule, String what) {
        found.add(new Broken(pointer, rule, what));
    }

    private void codes() {
        unique("/seats", programme.seats(), Seat::code);
        unique("/stages", programme.stages(), Stage::code);
        unique("/criteria", programme.criteria(), Criterion::code);
        unique("/grounds", programme.grounds(), Ground::code);
        unique("/terms", programme.terms(), TermField::code);
        for (int i = 0; i < programme.terms().size(); i++) {
            String begin = programme.terms().get(i).notBefore();
            if (begin != null && !isDate(begin)) {
                broken("/terms/" + i, TERM_IS_A_DATE_OF_THE_PROGRAMME, "no term " + begin + " of type DATE");
            }
        }
    }

    private boolean isDate(String code) {
        return programme.terms().stream()
                .anyMatch(term -> code.equals(term.code()) && term.type() == TermField.Type.DATE);
    }

    private <T> void unique(String pointer, List<T> all, Function<T, String> code) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String its = code.apply(all.get(i));
            if (its == null || !seen.add(its)) {
                broken(pointer + "/" + i, CODES_ARE_UNIQUE, its == null ? "no code" : its + " stands twice");
            }
        }
    }

    private void agencies() {
        known("/proposers", programme.proposers());
        known("/endorsement/agencies", programme.endorsement().agencies());
        if (programme.consultation() != null) {
            known("/consultation/agencies", programme.consultation().agencies());
        }
        programme.offices().forEach((office, held) -> known("/offices/" + office, held));
        for (int i = 0; i < programme.seats().size(); i++) {
            if (agencies.find(programme.seats().get(i).agency()).isEmpty()) {
                broken(
                        "/seats/" + i,
                        AGENCY_IS_KNOWN,
                        "no agency " + programme.seats().get(i).agency());
            }
        }
    }

    private void known(String pointer, List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            if (agencies.find(codes.get(i)).isEmpty()) {
                broken(pointer + "/" + i, AGENCY_IS_KNOWN, "no agency " + codes.get(i));
            }
        }
    }

    private void offices() {
        boolean recorded = programme.stages().stream().anyMatch(Stage::recorded);
        for (Office office : Office.values()) {
            boolean needed = office != Office.SECRETARIAT || recorded;
            if (needed && programme.offices().getOrDefault(office, List.of()).isEmpty()) {
                broken("/offices", EVERY_OFFICE_CAN_BE_HELD, "no agency can hold " + office);
            }
        }
    }

    private void endorsement() {
        Endorsement endorsement = programme.endorsement();
        for (String proposer : programme.proposers()) {
            List<String> candidates = endorsement.candidates(proposer);
            if (!endorsement.enough(proposer, candidates)) {
                broken("/endorsement", ENDORSEMENT_CAN_BE_REACHED, "a proposal of " + proposer + " can't get enough");
            }
        }
        for (String agency : endorsement.agencies()) {
            if (!programme.eligible(Office.REVIEWER, agency)) {
                broken("/endorsement/agencies", ENDORSER_IS_A_REVIEWER, agency + " can't hold REVIEWER");
            }
        }
    }

    private void urgent() {
        Urgency urgent = programme.urgent();
        if (urgent == null) {
            return;
        }
        if (programme.terms().stream().noneMatch(term -> term.code().equals(urgent.term()))) {
            broken("/urgent/term", URGENT_CAN_BE_CONFIRMED, "no term " + urgent.term());
        }
        if (!programme.kinds().contains(Kind.CONFIRM)) {
            broken("/urgent", URGENT_CAN_BE_CONFIRMED, "no stage decides CONFIRM");
        }
    }

    private void print() {
        AwaitedPrint print = programme.print();
        if (!print.confirmWithin().after(Instant.EPOCH, programme.zone()).isAfter(Instant.EPOCH)) {
            broken("/print/confirmWithin", A_PRINT_CAN_BE_CITED_IN_TIME, "no time to look for the print");
        }
        form("/print/form", print.form(), "/print/example", print.example(), A_PRINT_CAN_BE_CITED_IN_TIME);
    }

    private void number() {
        Programme.Output output = programme.output();
        form(
                "/output/numberForm",
                output.numberForm(),
                "/output/numberExample",
                output.numberExample(),
                A_NUMBER_HAS_A_FORM_THAT_CAN_BE_MET);
    }

    private void form(String at, String form, String exampleAt, String example, ProgrammesRefused.Rule rule) {
        try {
            if (form != null && (example == null || !Pattern.matches(form, example))) {
                broken(exampleAt, rule, "a form needs an example that has it");
            }
        } catch (PatternSyntaxException unreadable) {
            broken(at, rule, "no regular expression: " + form);
        }
    }

    private void proposable() {
        boolean nothing = programme.proposers().isEmpty()
                || programme.kinds().isEmpty()
                || programme.criteria().isEmpty()
                || programme.grounds().isEmpty();
        if (nothing) {
            broken("", SOMETHING_CAN_BE_PROPOSED, "proposers, stages with rules, criteria and grounds are needed");
        }
    }
}
