package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lockstep.auth.Actor;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.language.LanguageVersions;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.proposal.Act;
import lockstep.listing.proposal.Acts;
import lockstep.listing.proposal.PackageEffects;

/** The publisher authorises release at T: number and printed date for each entry, and this member's GO (G10). */
@ApplicationScoped
public class SchedulePackage {
    private final Packages packages;
    private final Entries entries;
    private final PackageEffects effects;
    private final Acts acts;
    private final LanguageVersions languages;
    private final Records records;
    private final Numbers numbers;
    private final AgreedRelease agreed;
    private final Desk desk;

    SchedulePackage(
            Packages packages,
            Entries entries,
            PackageEffects effects,
            Acts acts,
            LanguageVersions languages,
            Records records,
            Numbers numbers,
            AgreedRelease agreed,
            Desk desk) {
        this.packages = packages;
        this.entries = entries;
        this.effects = effects;
        this.acts = acts;
        this.languages = languages;
        this.records = records;
        this.numbers = numbers;
        this.agreed = agreed;
        this.desk = desk;
    }

    /**
     * How one entry will be printed; {@code listedDate} is the authority's and may be past. An entry that is kept, dropped
     * or confirmed prints no row: number and date of its listing stand, and no others are taken.
     */
    public record Printed(UUID proposalId, String number, LocalDate listedDate) {
        public Printed {
            number = number == null ? null : number.strip();
        }
    }

    /** {@code citation}: where the authority prints it, for programmes whose acts Lockstep doesn't record. */
    public record Order(Instant releaseAt, LocalDate inForce, String citation, List<Printed> entries) {}

    /** {@code quotable}: what the print may not cite, asked of evidence-service before this transaction. */
    @Transactional
    public Package schedule(UUID packageId, String hashRead, Order order, Quotable quotable, Actor actor) {
        Package its = desk.take(packageId, "package.scheduled", actor);
        desk.mustHold(Office.PUBLISHER, its, actor);
        its.possible(PackageWay.SCHEDULE);
        its.mustBe(hashRead);
        desk.fourEyes(Act.SCHEDULE, its, actor);
        NotStale.check(its, desk.proposals(its, actor), desk.now());
        agreed.of(packageId)
                .ifPresent(at -> DecisionRefused.when(
                        !at.equals(order.releaseAt()),
                        Reason.OTHER_INSTANT_AGREED,
                        "Its embargo group has agreed on " + at + "."));
        cited(its, order.citation());
        inEachLanguage(its);
        quotable.check(() -> entries.printed(packageId).keySet());
        numbers.oneScheduleAtATime(its.programme());
        print(its, order);
        its.schedule(order.releaseAt(), order.inForce(), order.citation(), actor, desk.now());
        effects.scheduled(desk.proposals(its, actor), desk.now());
        acts.recordForPackage(packageId, Act.SCHEDULE, actor, desk.now());
        packages.flush();
        desk.done(its, "package.scheduled", null, desk.read(its, null).saying("GO", null, null, order));
        return its;
    }

    /** What was confirmed until now is printed; a version that was written since isn't. */
    private void inEachLanguage(Package its) {
        List<DecisionRefused.Missing> missing = languages.lacking(its.id(), desk.programme(its)).stream()
                .map(lacks -> new DecisionRefused.Missing(
                        "/entries",
                        "language-version-missing",
                        "Entry " + lacks.no() + " has no confirmed version in " + lacks.language() + "."))
                .toList();
        if (!missing.isEmpty()) {
            throw new DecisionRefused(
                    Reason.LANGUAGE_VERSION_MISSING, "A required language version isn't confirmed.", missing);
        }
    }

    private void cited(Package its, String citation) {
        Programme programme = desk.programme(its);
        boolean given = citation != null && !citation.isBlank();
        if (given && !programme.print().accepts(citation.strip())) {
            throw new DecisionRefused(
                    Reason.ENTRY_INCOMPLETE,
                    "Something that is printed is wrong.",
                    List.of(new DecisionRefused.Missing(
                            "/citation",
                            "citation-form",
                            "“" + citation + "” is none of: "
                                    + programme.print().reference() + ", e.g. "
                                    + programme.print().example() + ".")));
        }
        if (programme.output().cites() && !given) {
            throw new DecisionRefused(
                    Reason.ENTRY_INCOMPLETE,
                    "Something that is printed is missing.",
                    List.of(new DecisionRefused.Missing(
                            "/citation",
                            "citation-missing",
                            "The row prints where the act stands: give the citation.")));
        }
    }

    private void print(Package its, Order order) {
        List<Printed> printed = order.entries();
        Map<UUID, Printed> byId = printed.stream()
                .collect(Collectors.toMap(Printed::proposalId, Function.identity(), (one, other) -> other));
        Set<String> given = new HashSet<>();
        List<Entry> all = entries.of(its.id());
        Map<UUID, Printed> standing = numbers.standing(its.id());
        Map<UUID, String> plain = numbers.plain(printed);
        Set<UUID> taken = numbers.taken(its.id(), printed);
        Programme.Output output = desk.programme(its).output();
        List<DecisionRefused.Missing> missing = new ArrayList<>(strangers(printed, all));
        beforeDecision(its, order.inForce()).ifPresent(missing::add);
        for (Entry entry : all) {
            Printed how = byId.get(entry.proposalId());
            Printed stands = standing.get(entry.proposalId());
            if (stands != null) {
                missing.addAll(otherThanStands(printed, how, stands, entry));
                entry.willBePrinted(stands.number(), stands.listedDate());
            } else if (how == null || how.number() == null || how.number().isBlank() || how.listedDate() == null) {
                missing.add(new DecisionRefused.Missing(
                        pointer(printed, how),
                        "entry-incomplete",
                        "Give number and date of entry " + entry.no() + "."));
            } else if (!isPlain(how.number())) {
                missing.add(new DecisionRefused.Missing(
                        pointer(printed, how),
                        "number-form",
                        "Number " + how.number() + " holds something else than plain letters, digits and signs."));
            } else if (!output.accepts(how.number())) {
                missing.add(new DecisionRefused.Missing(
                        pointer(printed, how),
                        "number-of-another-form",
                        "Entry " + entry.no() + ": " + how.number() + " hasn't the form of this list's numbers, e.g. "
                                + output.numberExample() + "."));
            } else if (!given.add(plain.get(how.proposalId()))) {
                missing.add(new DecisionRefused.Missing(
                        pointer(printed, how),
                        "number-twice",
                        "Entry " + entry.no() + ": number " + how.number()
                                + " stands twice; zeros before it make no other."));
            } else if (taken.contains(entry.proposalId())) {
                missing.add(new DecisionRefused.Missing(
                        pointer(printed, how),
                        "number-taken",
                        "Entry " + entry.no() + ": number " + how.number()
                                + " stands in the programme's list already, or is scheduled for another entry; zeros"
                                + " before it make no other."));
            } else {
                entry.willBePrinted(how.number(), how.listedDate());
            }
        }
        if (!missing.isEmpty()) {
            throw new DecisionRefused(
                    Reason.ENTRY_INCOMPLETE, "What is printed of an entry is missing or wrong.", missing);
        }
    }

    private static List<DecisionRefused.Missing> otherThanStands(
            List<Printed> printed, Printed how, Printed stands, Entry entry) {
        List<DecisionRefused.Missing> others = new ArrayList<>();
        String at = "/entries/" + printed.indexOf(how);
        if (how != null && how.number() != null && !how.number().equals(stands.number())) {
            others.add(new DecisionRefused.Missing(
                    at + "/number",
                    "number-stands",
                    "Entry " + entry.no() + " prints no row: number " + stands.number()
                            + " of its listing stands, so give no other."));
        }
        if (how != null && how.listedDate() != null && !how.listedDate().equals(stands.listedDate())) {
            others.add(new DecisionRefused.Missing(
                    at + "/listedDate",
                    "date-stands",
                    "Entry " + entry.no() + " prints no row: date " + stands.listedDate()
                            + " of its listing stands, so give no other."));
        }
        return others;
    }

    /** No programme's law lets a measure bind before the body decided it; {@code listedDate}, which only names a day, may. */
    private Optional<DecisionRefused.Missing> beforeDecision(Package its, LocalDate inForce) {
        LocalDate decided = decidedOn(its);
        return inForce == null || !inForce.isBefore(decided)
                ? Optional.empty()
                : Optional.of(new DecisionRefused.Missing(
                        "/inForce",
                        "before-decision",
                        "It can't be in force before " + decided + ", when it was decided."));
    }

    /** The day that the record names, or on which the last round passed. */
    private LocalDate decidedOn(Package its) {
        Programme programme = desk.programme(its);
        return programme.stage(its.stage()).recorded()
                ? records.adopting(its.id()).orElseThrow().decidedOn()
                : LocalDate.ofInstant(its.stagePassedAt(), programme.zone());
    }

    /** What looks like another number isn't one: no invisible characters, no other digits, no double spaces. */
    private static boolean isPlain(String number) {
        return number.matches("[\\x21-\\x7e]+( [\\x21-\\x7e]+)*");
    }

    /** What is given for no entry, or for one twice: it could be meant for another. */
    private static List<DecisionRefused.Missing> strangers(List<Printed> printed, List<Entry> entries) {
        Set<UUID> open = entries.stream().map(Entry::proposalId).collect(Collectors.toCollection(HashSet::new));
        return IntStream.range(0, printed.size())
                .filter(at -> !open.remove(printed.get(at).proposalId()))
                .mapToObj(at -> new DecisionRefused.Missing(
                        "/entries/" + at + "/proposalId",
                        "unknown-entry",
                        "The package has no such entry, or it stands here twice."))
                .toList();
    }

    /** The field of the request that is wrong; the list itself where an entry isn't in it. */
    private static String pointer(List<Printed> printed, Printed how) {
        if (how == null) {
            return "/entries";
        }
        boolean number = how.listedDate() != null;
        return "/entries/" + printed.indexOf(how) + (number ? "/number" : "/listedDate");
    }
}
