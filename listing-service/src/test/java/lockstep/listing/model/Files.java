package lockstep.listing.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.auth.Role;
import lockstep.kit.acting.Acting;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.casefile.CaseSubject;
import lockstep.listing.evidence.ExhibitFacts;
import lockstep.listing.evidence.ExhibitRef;
import lockstep.listing.evidence.Refusals;
import lockstep.listing.language.LanguageVersion;
import lockstep.listing.programme.Kind;
import lockstep.listing.proposal.Citation;
import lockstep.listing.proposal.Paragraph;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.subject.Address;
import lockstep.listing.subject.Identifier;
import lockstep.listing.subject.IdentifierType;
import lockstep.listing.subject.Name;
import lockstep.listing.subject.SubjectText;
import lockstep.listing.subject.SubjectType;
import lockstep.listing.testing.MovableClock;

/** The service's side of one history: cases with their subjects and exhibits, and the ids behind the numbers. */
final class Files {
    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.nanoTime() % 90_000_000));
    private static final Map<Person, Actor> ACTORS = new HashMap<>();
    private static final String SHA = "ab".repeat(32);

    private final Procedure procedure;
    private final Shelf shelf;
    private final List<UUID> cases = new ArrayList<>();
    private final List<UUID> subjects = new ArrayList<>();
    private final List<Long> subjectVersions = new ArrayList<>();
    private final List<SubjectText> subjectTexts = new ArrayList<>();
    private final List<UUID> firstExhibits = new ArrayList<>();
    private final List<UUID> secondExhibits = new ArrayList<>();
    private final List<UUID> proposals = new ArrayList<>();
    private final List<UUID> packages = new ArrayList<>();
    private final List<UUID> corrections = new ArrayList<>();
    private final Map<Integer, UUID> rounds = new HashMap<>();
    private final Map<Integer, UUID> records = new HashMap<>();
    private final Map<String, String> wordings = new HashMap<>();

    /** Opens one case for each proposing agency, with its subjects. */
    Files(World world, Commands on, Connection connection) {
        this.procedure = world.procedure;
        this.shelf = new Shelf(connection);
        MovableClock.set(world.now);
        for (String agency : procedure.proposers()) {
            Person opener = world.people.stream()
                    .filter(person -> person.agency().equals(agency))
                    .findFirst()
                    .orElseThrow();
            Actor actor = actor(opener);
            UUID caseId = Acting.asActor(
                    actor,
                    () -> on.openCase.open("History", "", marking(), actor).id());
            cases.add(caseId);
            firstExhibits.add(UUID.randomUUID());
            secondExhibits.add(UUID.randomUUID());
            for (int i = 0; i < World.SUBJECTS_PER_CASE; i++) {
                SubjectText text = company("1 Lantern Road");
                CaseSubject described = Acting.asActor(actor, () -> on.describe.describe(caseId, text, actor));
                subjects.add(described.id());
                subjectVersions.add(described.version());
                subjectTexts.add(text);
            }
        }
    }

    static Actor actor(Person person) {
        return ACTORS.computeIfAbsent(person, its -> TestTokens.person(its.account(), its.agency(), Role.ANALYST)
                .actor());
    }

    private static SubjectText company(String address) {
        int number = NUMBER.incrementAndGet();
        return new SubjectText(
                SubjectType.COMPANY,
                "HK",
                List.of(
                        Name.of(Name.Kind.PRIMARY, "Meridian Vale " + number + " Ltd"),
                        Name.of(Name.Kind.LOCAL, "子午谷" + number + "有限公司")),
                List.of(Identifier.of(IdentifierType.OTHER, "X-" + number, "HK", "Registration number")),
                List.of(Address.of(address + ", Kowloon, Hong Kong", "HK")),
                null,
                null,
                null,
                null,
                null);
    }

    SubjectText otherAddress(int subject) {
        SubjectText was = subjectTexts.get(subject - 1);
        int number = NUMBER.incrementAndGet();
        return new SubjectText(
                was.type(),
                was.country(),
                was.names(),
                was.identifiers(),
                List.of(Address.of(number + " Lantern Road, Kowloon, Hong Kong", "HK")),
                null,
                null,
                null,
                null,
                null);
    }

    void revised(int subject, CaseSubject its) {
        subjectVersions.set(subject - 1, its.version());
        subjectTexts.set(subject - 1, its.text());
    }

    Marking marking() {
        Set<String> readers = new TreeSet<>(procedure.seats().values());
        procedure.offices().values().forEach(readers::addAll);
        return Marking.releasedTo(procedure.level(), List.copyOf(readers));
    }

    ProposalText text(Step step, int subject, String kind, List<Integer> about) {
        int at = (subject - 1) / World.SUBJECTS_PER_CASE;
        List<Citation> cites = new ArrayList<>(List.of(new Citation(firstExhibits.get(at), 1, SHA)));
        if (!step.has(Step.Twist.THIN)) {
            cites.add(new Citation(secondExhibits.get(at), 1, SHA));
        }
        List<Paragraph> reasons = List.of(
                new Paragraph(Paragraph.Type.FACT, "It shipped goods.", cites, null, true),
                new Paragraph(
                        Paragraph.Type.CONCLUSION, "Therefore it is met.", List.of(), procedure.criterion(), false));
        return new ProposalText(
                procedure.code(),
                Kind.valueOf(kind),
                subjects.get(subject - 1),
                subjectVersions.get(subject - 1),
                subjectTexts.get(subject - 1),
                "TRANSHIPMENT",
                step.has(Step.Twist.INCOMPLETE) ? List.of() : List.of(procedure.criterion()),
                reasons,
                terms(step),
                about.isEmpty() ? null : shelf.listingOf(proposal(about.getFirst())),
                "");
    }

    private SortedMap<String, String> terms(Step step) {
        SortedMap<String, String> terms = new TreeMap<>(procedure.terms());
        if (step.has(Step.Twist.URGENT)) {
            terms.put("urgentCountry", "US");
        }
        return terms;
    }

    /** What evidence-service would tell a submitter of the exhibits of a case. */
    Map<ExhibitRef, ExhibitFacts> facts(int caseNo) {
        return Map.of(
                exhibit(caseNo),
                facts(caseNo, firstExhibits.get(caseNo - 1), "CUSTOMS"),
                new ExhibitRef(secondExhibits.get(caseNo - 1), 1),
                facts(caseNo, secondExhibits.get(caseNo - 1), "CORPORATE_REGISTRY"));
    }

    private ExhibitFacts facts(int caseNo, UUID id, String source) {
        return new ExhibitFacts(
                id,
                1,
                caseId(caseNo),
                "Extract",
                SHA,
                source,
                null,
                procedure.proposers().get(caseNo - 1),
                "PUBLIC",
                marking(),
                "HELD",
                Set.of());
    }

    ExhibitRef exhibit(int caseNo) {
        return new ExhibitRef(firstExhibits.get(caseNo - 1), 1);
    }

    Refusals.Refused refused(String agency, int caseNo) {
        return new Refusals.Refused(agency, null, firstExhibits.get(caseNo - 1), 1, "NOT_RELEASED_TO");
    }

    /** The case of a package's first entry, or the first one where it has none. */
    int firstCase(World world, int pack) {
        World.Bundle its = world.bundle(pack);
        return its.entries.isEmpty() ? 1 : its.entries.getFirst().caseNo;
    }

    List<UUID> possibleDuplicates() {
        List<UUID> all = new ArrayList<>(proposals);
        all.addAll(shelf.listings(cases));
        return all;
    }

    UUID listing(int proposal) {
        return shelf.listingOf(proposal(proposal));
    }

    /** What the service has opened by itself. */
    void takeOpened(List<World.Draft> all) {
        while (proposals.size() < all.size()) {
            drafted(shelf.confirming(proposal(all.get(proposals.size()).target.no)));
        }
    }

    void drafted(UUID id) {
        proposals.add(id);
    }

    void formed(UUID id) {
        packages.add(id);
    }

    void corrected(UUID id) {
        corrections.add(id);
    }

    UUID correction(int no) {
        return corrections.get(no - 1);
    }

    /** Of the text as it will be printed: the decided one with what was taken in. */
    String textHash(UUID proposal) {
        return shelf.text("""
                select coalesce(
                  (select c.to_hash from correction c where c.proposal_id = p.id and c.status = 'TAKEN_IN'
                    and c.package_id = p.package_id and c.revision = p.revision order by c.ended_at desc, c.id desc limit 1),
                  (select e.content_hash from package_entry e where e.proposal_id = p.id and e.package_id = p.package_id), '')
                  from proposal p where p.id = ?""", proposal);
    }

    String correctionHash(UUID correction) {
        return shelf.text("select correction_hash from correction where id = ?", correction);
    }

    String contentHash(UUID proposal) {
        return shelf.text("""
                select r.content_hash from revision r join proposal p on p.id = r.proposal_id and p.revision = r.n
                  where p.id = ?""", proposal);
    }

    void worded(Step step, LanguageVersion its) {
        wordings.put(step.on() + step.say(), its.sha256());
    }

    /** Of what was written last; of nothing where nothing was. */
    String wordingHash(Step step) {
        return wordings.getOrDefault(step.on() + step.say(), "");
    }

    void opened(int pack, UUID round) {
        rounds.put(pack, round);
    }

    void recorded(int pack, UUID record) {
        records.put(pack, record);
    }

    UUID caseId(int no) {
        return cases.get(no - 1);
    }

    UUID subject(int no) {
        return subjects.get(no - 1);
    }

    long subjectVersion(int no) {
        return subjectVersions.get(no - 1);
    }

    UUID proposal(int no) {
        return proposals.get(no - 1);
    }

    UUID pack(int no) {
        return packages.get(no - 1);
    }

    UUID round(int pack) {
        return rounds.get(pack);
    }

    UUID record(int pack) {
        return records.get(pack);
    }

    long version(UUID proposal) {
        return shelf.version(proposal);
    }

    String hash(UUID pack) {
        return shelf.text("select hash from package where id = ?", pack);
    }

    String roundHash(UUID round) {
        return shelf.text("select package_hash from round where id = ?", round);
    }

    Instant deadline(int pack) {
        return shelf.deadline(round(pack));
    }

    TreeMap<String, String> standing() {
        return shelf.standing(proposals, packages, rounds, records, corrections);
    }

    /** Nothing of it is due any more when later histories, at other times, let the jobs run. */
    void close() throws SQLException {
        shelf.putAway(packages);
    }
}
