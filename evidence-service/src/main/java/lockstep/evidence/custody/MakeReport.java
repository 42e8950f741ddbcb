package lockstep.evidence.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.evidence.access.Access;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.custody.CustodyReport.LeftOut;
import lockstep.evidence.custody.CustodyReport.ReaderStanding;
import lockstep.evidence.exhibit.ExhibitEvents;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.exhibit.SeenExhibit;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.journal.JournalEntry;
import lockstep.kit.journal.Protection;
import lockstep.kit.journal.ReadLog;
import lockstep.kit.journal.Sequencer;

/**
 * Makes the report of one exhibit's custody. Its entries stand in the order in which they were numbered, not by their time:
 * so none is ever put in between, and a later report begins as this one does.
 */
@ApplicationScoped
public class MakeReport {
    private static final int AT_ONCE = 500;
    private static final int MOST = 1000;
    private static final String WHICH = """
            join journal_position n using (event_id)
            where j.aggregate_id = ? and j.aggregate_type = 'exhibit'
            and n.position > coalesce((select position from journal_position where event_id = ?), 0)
            order by n.position limit ?""";

    private final Access access;
    private final Exhibits exhibits;
    private final CustodyRows custody;
    private final Sequencer sequencer;
    private final ReadLog reads;
    private final InstantSource clock;

    MakeReport(
            Access access,
            Exhibits exhibits,
            CustodyRows custody,
            Sequencer sequencer,
            ReadLog reads,
            InstantSource clock) {
        this.access = access;
        this.exhibits = exhibits;
        this.custody = custody;
        this.sequencer = sequencer;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * A report, and under which protection and with which version it is journalled that it was made: that of the last row that it
     * rests on, or of the exhibit where its reader may read no row of it.
     */
    public record Made(CustodyReport report, int version, Protection protection) {}

    /** That a report was made, as the journal keeps it. */
    public record Exported(UUID exhibitId, int version, String format, int entries, String head) {}

    /** What has been committed gets its number, so that the report leaves out nothing that is there. */
    public void number() {
        sequencer.run();
    }

    /**
     * Empty if the reader neither sees the exhibit nor audits its custody; {@code after} is where an earlier report said that it
     * goes on, or null.
     */
    @ReadOnly
    public Optional<Made> make(UUID exhibitId, UUID after, Actor reader) {
        Optional<SeenExhibit> seen = exhibits.visibleTo(reader, exhibitId);
        Optional<UUID> audited = custody.auditedCase(reader, exhibitId);
        return audited.or(() -> seen.map(its -> its.exhibit().caseId()))
                .flatMap(caseId ->
                        make(new About(exhibitId, caseId, seen.orElse(null), audited.isPresent(), reader), after));
    }

    /** What a report is of, and for whom; {@code seen}: null where its reader audits it unseen. */
    private record About(UUID exhibitId, UUID caseId, SeenExhibit seen, boolean audits, Actor reader) {}

    /** Before a byte of the report is given out. */
    public void journalled(Made made, String format) {
        CustodyReport report = made.report();
        reads.read(new JournalEntry(
                "exhibit.custody-exported",
                1,
                "exhibit",
                report.exhibit().id(),
                made.version(),
                null,
                null,
                made.protection(),
                new Exported(
                        report.exhibit().id(),
                        made.version(),
                        format,
                        report.entries().size(),
                        report.chain().head())));
    }

    private Optional<Made> make(About about, UUID after) {
        UUID exhibitId = about.exhibitId();
        CaseAccess inCase = access.of(about.reader(), about.caseId());
        Gathering gathered = new Gathering(exhibitId, after);
        UUID at = null;
        for (List<CustodyRow> rows = rows(exhibitId, at); !rows.isEmpty(); rows = rows(exhibitId, at)) {
            for (CustodyRow row : rows) {
                at = row.item().eventId();
                if ((row.auditedBy(about.reader()) || row.readableIn(inCase)) && !gathered.take(row)) {
                    return Optional.of(made(gathered, about));
                }
            }
        }
        return gathered.begun && (gathered.last != null || about.seen() != null)
                ? Optional.of(made(gathered, about))
                : Optional.empty();
    }

    /** What goes into one report, and the chain over all that stands before it. */
    private static final class Gathering {
        private final List<CustodyReport.Entry> entries = new ArrayList<>();
        private final Set<Marking> markings = new LinkedHashSet<>();
        private final CustodyChain chain;
        private final UUID after;
        private boolean begun;
        private String before;
        private CustodyRow last;
        private UUID next;

        Gathering(UUID exhibitId, UUID after) {
            this.chain = new CustodyChain(exhibitId);
            this.after = after;
            this.begun = after == null;
            this.before = chain.head();
        }

        /** False if the report is full without this row. */
        boolean take(CustodyRow row) {
            if (entries.size() == MOST) {
                next = entries.getLast().eventId();
                return false;
            }
            CustodyChain.Link link = chain.add(row);
            last = row;
            if (begun) {
                entries.add(entry(row, link));
                shows(row.marking());
            } else if (row.item().eventId().equals(after)) {
                begun = true;
                before = chain.head();
            }
            return true;
        }

        /** By whom a marking names it is read is not told: an auditor, or whoever an entry is about, is none of its handlers. */
        void shows(Marking marking) {
            markings.add(new Marking(marking.level(), marking.orcon(), marking.relTo(), marking.tlp(), List.of()));
        }
    }

    private Made made(Gathering gathered, About about) {
        Actor reader = about.reader();
        String originator = about.seen() == null
                ? gathered.last.originator()
                : about.seen().exhibit().originator();
        ReaderStanding standing = standing(reader, originator, about.audits());
        CustodyReport.Subject subject = subject(about, originator);
        subject.versions().forEach(version -> gathered.shows(version.marking()));
        CustodyReport report = new CustodyReport(
                subject,
                new CustodyReport.Reader(reader.account(), reader.agency().code(), standing),
                clock.instant(),
                List.copyOf(gathered.markings),
                gathered.entries,
                new CustodyReport.Chain(CustodyChain.KIND, gathered.before, gathered.chain.head()),
                leftOut(standing),
                gathered.next);
        return gathered.last == null
                ? new Made(
                        report,
                        about.seen().latest().n(),
                        ExhibitEvents.originatorsOwn(about.seen().latest()))
                : new Made(report, gathered.last.item().revision(), gathered.last.originatorsOwn());
    }

    private List<CustodyRow> rows(UUID exhibitId, UUID at) {
        return custody.rows(WHICH, exhibitId, at, AT_ONCE);
    }

    private static CustodyReport.Subject subject(About about, String originator) {
        List<CustodyReport.Version> versions = about.seen() == null
                ? List.of()
                : about.seen().versions().stream().map(MakeReport::version).toList();
        return new CustodyReport.Subject(about.exhibitId(), about.caseId(), originator, versions);
    }

    private static CustodyReport.Version version(ExhibitVersion version) {
        return new CustodyReport.Version(
                version.n(),
                version.title(),
                version.mediaType(),
                version.sha256(),
                version.size(),
                version.heldAt(),
                version.marking());
    }

    private static CustodyReport.Entry entry(CustodyRow row, CustodyChain.Link link) {
        HistoryItem item = row.item();
        return new CustodyReport.Entry(
                item.eventId(),
                item.type(),
                item.occurredAt(),
                item.actor(),
                item.agency(),
                item.outcome(),
                item.revision(),
                item.exhibits().getFirst().sha256(),
                item.payload(),
                item.withheld(),
                item.withheld() ? null : HexFormat.of().formatHex(row.salt()),
                link.payloadDigest(),
                link.digest(),
                link.head());
    }

    /** Whoever is of the originator and audits it sees what auditors see. */
    private static ReaderStanding standing(Actor reader, String originator, boolean audits) {
        if (audits) {
            return ReaderStanding.AUDITOR;
        }
        return reader.of(originator) ? ReaderStanding.ORIGINATOR : ReaderStanding.PARTICIPANT;
    }

    private static List<LeftOut> leftOut(ReaderStanding standing) {
        return switch (standing) {
            case ORIGINATOR -> List.of(LeftOut.OTHER_MARKINGS);
            case PARTICIPANT -> List.of(LeftOut.READINGS, LeftOut.TRANSFERS, LeftOut.RELEASES, LeftOut.OTHER_MARKINGS);
            case AUDITOR -> List.of(LeftOut.WORDS);
        };
    }
}
