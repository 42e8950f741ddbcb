package lockstep.web.services;

import java.util.List;
import java.util.Optional;

/** A programme as data: its law, stages, seats, criteria with their text, grounds and terms. */
public record ProgrammeView(
        String code,
        String name,
        String authority,
        String zone,
        Languages languages,
        List<Stage> stages,
        List<Seat> seats,
        List<Criterion> criteria,
        List<Ground> grounds,
        List<Term> terms,
        Print print,
        Output output) {

    /** In which the text is worked on, and in which it is printed; ISO 639. */
    public record Languages(List<String> working, List<String> required) {}

    /** An act that the record of a decision names. */
    public record Instrument(String code, String title, String form, String adoptedBy) {}

    /** A seat of its electorates. */
    public record Seat(String code, String agency, boolean conditional) {}

    /** How the authority's print is cited; {@code example} may be null. */
    public record Print(String reference, String example) {}

    /** What its list prints: what an entry's number is called, and whether a row cites the authority's act. */
    public record Output(String numberLabel, String numberExample, boolean cites) {}

    /** One step of the way that a proposal goes. */
    public record Stage(
            String code, String body, boolean silence, List<Instrument> instruments, boolean onlyByEscalation) {}

    /** A ground in law with its text and source. */
    public record Criterion(String code, String text, String reference) {}

    /** A factual ground with what must be shown for it. */
    public record Ground(String code, String text, List<Evidence> evidence) {}

    /** One thing that must be shown for a ground. */
    public record Evidence(String code, String text) {}

    /** One typed field of what is decided. */
    public record Term(String code, String label, String type, List<String> choices) {
        public boolean isDate() {
            return "DATE".equals(type);
        }
    }

    /** True if its law asks for a language in which the text isn't worked on. */
    public boolean isTranslated() {
        return languages != null && !languages.working().containsAll(languages.required());
    }

    public Optional<Stage> stage(String wanted) {
        return stages.stream().filter(one -> one.code().equals(wanted)).findFirst();
    }

    /** True if an order to release may name where the authority prints it: where no record names the acts. */
    public boolean isCited() {
        return output.cites()
                || stages.stream()
                        .allMatch(one ->
                                one.instruments() == null || one.instruments().isEmpty());
    }

    public Optional<Criterion> criterion(String wanted) {
        return criteria.stream().filter(one -> one.code().equals(wanted)).findFirst();
    }

    public Optional<Ground> ground(String wanted) {
        return grounds.stream().filter(one -> one.code().equals(wanted)).findFirst();
    }
}
