package lockstep.listing.programme;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The procedure by which one authority keeps one list, as {@code programmes.yaml} gives it; checked when it is read, so
 * whoever holds one can rely on its stages, seats and agencies.
 *
 * @param version SHA-256 (lower-case hex) of its data: a decision names the procedure that it was taken under
 * @param jurisdiction whose law it is, e.g. {@code EU}: a case's alignment counts by it
 * @param proposers codes of the agencies that may propose
 * @param consultation null where no law asks for one
 * @param urgent null where there is no urgent procedure
 * @param legalDiffers what must differ between the proposer and the legal officer
 * @param offices which agencies' people may hold each office
 * @param print the usual one where the data has none
 * @param reasonsPrinted the list prints the statement of reasons
 * @param correctionPeriod how long all seats see a formal correction before it is taken in
 */
public record Programme(
        String code,
        String jurisdiction,
        String name,
        String authority,
        String version,
        List<String> legalBasis,
        String standardOfProof,
        ZoneId zone,
        Set<DayOfWeek> weekend,
        List<Holiday> holidays,
        Languages languages,
        List<String> proposers,
        Endorsement endorsement,
        Consultation consultation,
        Urgency urgent,
        Separation legalDiffers,
        Map<Office, List<String>> offices,
        List<Seat> seats,
        List<Stage> stages,
        List<Criterion> criteria,
        List<Ground> grounds,
        List<TermField> terms,
        EvidenceMinimum evidence,
        Review review,
        Output output,
        AwaitedPrint print,
        boolean reasonsPrinted,
        PersonalData personalData,
        Span correctionPeriod) {

    /** ISO 639 codes: in which the text is worked on, and in which it must be there before it is scheduled (G10). */
    public record Languages(List<String> working, List<String> required) {}

    /** Guard G2; no legal rule sets these numbers. */
    public record EvidenceMinimum(int exhibits, int independentSources, int selfSufficientReasons) {}

    /**
     * When a listing is looked at again.
     *
     * @param dates as {@code --01-31}: the last days of the terms of a list that ends unless it is renewed as a whole
     * @param warnBefore how long before the end of a term those who renew are warned
     */
    public record Review(Span every, boolean wholeList, List<String> dates, List<Span> warnBefore) {
        public Review {
            dates = dates == null ? List.of() : List.copyOf(dates);
            warnBefore = warnBefore == null ? List.of() : List.copyOf(warnBefore);
        }
    }

    /**
     * What the authority prints.
     *
     * @param numberLabel what the number that the publisher gives to an entry is called
     * @param numberForm regular expression of that number; null: any
     * @param numberExample null where there is no form
     * @param cites the row prints where the authority's act stands, which the publisher then gives
     * @param listedDateFormat pattern of {@link java.time.format.DateTimeFormatter}, in English
     */
    public record Output(
            Format format,
            String numberLabel,
            String numberForm,
            String numberExample,
            String listedDateFormat,
            boolean cites) {
        public enum Format {
            OJ_ANNEX_IV,
            OJ_ANNEX_XLV,
            OJ_ANNEX_I,
            ENTITY_LIST,
            SDN,
            CAPTA,
            UK_LIST,
            /** Number, name, what tells it from others, date: for lists whose own form isn't known here. */
            PLAIN
        }

        public boolean accepts(String number) {
            return numberForm == null || Pattern.matches(numberForm, number);
        }
    }

    public record PersonalData(String legalBasis, Span retention, boolean toBeConfirmed) {}

    public Programme {
        given("code", code);
        given("jurisdiction", jurisdiction);
        given("name", name);
        given("authority", authority);
        given("standardOfProof", standardOfProof);
        given("zone", zone);
        given("languages", languages);
        given("endorsement", endorsement);
        given("evidence", evidence);
        given("review", review);
        given("output", output);
        given("personalData", personalData);
        given("correctionPeriod", correctionPeriod);
        legalBasis = List.copyOf(given("legalBasis", legalBasis));
        weekend = Set.copyOf(given("weekend", weekend));
        holidays = List.copyOf(given("holidays", holidays));
        proposers = List.copyOf(given("proposers", proposers));
        legalDiffers = given("legalDiffers", legalDiffers);
        offices = Map.copyOf(given("offices", offices));
        seats = List.copyOf(given("seats", seats));
        stages = List.copyOf(given("stages", stages));
        criteria = List.copyOf(given("criteria", criteria));
        grounds = List.copyOf(given("grounds", grounds));
        terms = terms == null ? List.of() : List.copyOf(terms);
        print = print == null ? AwaitedPrint.USUAL : print;
    }

    private static <T> T given(String field, T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    /** The languages that are asked for beside those in which the text is worked on, in their order. */
    public List<String> translations() {
        return languages.required().stream()
                .filter(language -> !languages.working().contains(language))
                .toList();
    }

    /** Whom a proposal of this agency must have consulted before it is decided (G14). */
    public List<String> consulted(String proposing) {
        return consultation == null ? List.of() : consultation.of(proposing);
    }

    public boolean urgent(Map<String, String> itsTerms) {
        return urgent != null && urgent.appliesTo(itsTerms);
    }

    /** True if the list as a whole has a term, and ends with it unless it is renewed. */
    public boolean renewedAsAWhole() {
        return review.wholeList() && !review.dates().isEmpty();
    }

    /** The end of the first term after this moment: the beginning of the day after one of the list's dates. */
    public Optional<Instant> endOfTerm(Instant after) {
        return review.dates().stream()
                .map(MonthDay::parse)
                .flatMap(day -> IntStream.rangeClosed(0, 1)
                        .mapToObj(years -> day.atYear(after.atZone(zone).getYear() + years)
                                .plusDays(1)
                                .atStartOfDay(zone)
                                .toInstant()))
                .filter(end -> review.wholeList() && end.isAfter(after))
                .min(Comparator.naturalOrder());
    }

    public boolean openTo(String agency) {
        return proposers.contains(agency);
    }

    /** True if the agency's people may be appointed to this office. */
    public boolean eligible(Office office, String agency) {
        return offices.getOrDefault(office, List.of()).contains(agency);
    }

    /** The kinds that some stage of it decides. */
    public Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        stages.forEach(stage -> kinds.addAll(stage.rules().keySet()));
        return kinds;
    }

    /** The stages that a proposal of this kind passes, escalation apart. */
    public List<Stage> way(Kind kind) {
        return stages.stream()
                .filter(stage -> stage.decides(kind) && !stage.onlyByEscalation())
                .toList();
    }

    /** Where a proposal of this kind begins. */
    public Stage firstStage(Kind kind) {
        return way(kind).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " doesn't decide " + kind));
    }

    /** The stage after this one for a kind; empty after the last, and after one that was reached by escalation. */
    public Optional<Stage> nextStage(Stage stage, Kind kind) {
        List<Stage> way = way(kind);
        int at = way.indexOf(stage);
        return at < 0 || at + 1 == way.size() ? Optional.empty() : Optional.of(way.get(at + 1));
    }

    /** The stage of that code, which the caller knows to exist: proposals and packages keep only such codes. */
    public Stage stage(String wanted) {
        return stages.stream()
                .filter(stage -> stage.code().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " has no stage " + wanted));
    }

    public Optional<Seat> seat(String wanted) {
        return seats.stream().filter(seat -> seat.code().equals(wanted)).findFirst();
    }

    /** Who votes at a stage: its seats, of the conditional ones only those that the chair includes. */
    public List<Seat> electorate(Stage stage, Set<String> included) {
        return seats.stream()
                .filter(seat -> stage.seats().contains(seat.code()))
                .filter(seat -> !seat.conditional() || included.contains(seat.code()))
                .toList();
    }

    /** The seats of a stage that take part only where its chair says so. */
    public Set<String> conditionalSeats(Stage stage) {
        return seats.stream()
                .filter(Seat::conditional)
                .map(Seat::code)
                .filter(stage.seats()::contains)
                .collect(Collectors.toSet());
    }

    /** True if one package may hold these kinds: every stage on their ways decides all of them by one rule. */
    public boolean together(Set<Kind> kinds) {
        Set<List<Stage>> ways = new HashSet<>();
        kinds.forEach(kind -> ways.add(way(kind)));
        return ways.size() <= 1
                && stages.stream()
                        .allMatch(stage -> kinds.stream()
                                        .map(kind -> stage.rules().get(kind))
                                        .distinct()
                                        .count()
                                <= 1);
    }

    public Optional<Criterion> criterion(String wanted) {
        return criteria.stream()
                .filter(criterion -> criterion.code().equals(wanted))
                .findFirst();
    }

    public Optional<Ground> ground(String wanted) {
        return grounds.stream().filter(ground -> ground.code().equals(wanted)).findFirst();
    }

    public Deadlines deadlines() {
        return new Deadlines(zone, weekend, holidays);
    }
}
