package lockstep.evidence.redaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.apart.Apart;
import lockstep.evidence.apart.InTurn;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.apart.inside.Wire;
import lockstep.evidence.custody.OpenContent;
import lockstep.evidence.custody.OpenContent.Opening;
import lockstep.evidence.exhibit.ExhibitEvents;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Viewer;
import lockstep.evidence.redaction.Redaction.Check;
import lockstep.evidence.redaction.Redaction.Outcome;
import lockstep.evidence.redaction.inside.FindPassages;
import lockstep.evidence.storage.BlobStore;
import lockstep.kit.journal.Journal;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jboss.logging.Logger;

/** Looks through a copy, apart, for the words that must be gone from it, and writes down what was found. */
@ApplicationScoped
public class CheckRedaction {
    /** Of each library that the process uses, one class. */
    private static final List<Class<?>> USED = List.of(
            PDDocument.class,
            RandomAccessRead.class,
            BoundingBox.class,
            LogFactory.class,
            Logger.class,
            ZipFile.class,
            IOUtils.class,
            StringUtils.class,
            DateUtil.class);

    /** Other texts write letters in ways of their own, and embed what isn't text. */
    private static final String PLAIN = "text/plain";

    private final OpenContent open;
    private final Redactions redactions;
    private final BlobStore store;
    private final RedactionSettings settings;
    private final InTurn turns;
    private final Journal journal;
    private final InstantSource clock;

    CheckRedaction(
            OpenContent open,
            Redactions redactions,
            BlobStore store,
            RedactionSettings settings,
            Journal journal,
            InstantSource clock) {
        this.open = open;
        this.redactions = redactions;
        this.store = store;
        this.settings = settings;
        this.turns = new InTurn(settings.atOnce(), settings.patience());
        this.journal = journal;
        this.clock = clock;
    }

    /** A copy that its originator's people have looked through. */
    public record Looking(Redaction redaction, Opening opening) {}

    static void mayCheck(ExhibitVersion copy, Actor by) {
        if (!copy.exhibit().keptBy(by)) {
            throw new ExhibitRefused(Reason.NOT_KEEPING);
        }
        copy.exhibit().mayOpen(copy, by);
    }

    public Looking find(UUID copyId, int n, Actor by) {
        Redaction redaction = redactions
                .ofCopy(copyId, by)
                .map(Redactions.Pair::redaction)
                .orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        Opening opening = open.again(copyId, n, by);
        mayCheck(opening.version(), by);
        return new Looking(redaction, opening);
    }

    /** Runs in no transaction: a long copy takes its time. */
    public Check look(Looking at, Actor by) {
        Viewer viewer = at.opening().version().viewer().orElse(null);
        Check bare = new Check(
                at.opening().version().n(),
                Outcome.UNREADABLE,
                List.of(),
                by.account(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (viewer == null
                || viewer == Viewer.TEXT && !PLAIN.equals(at.opening().version().mediaType())) {
            return bare;
        }
        return open.reading(at.opening(), () -> looked(at, viewer, bare));
    }

    private Check looked(Looking at, Viewer viewer, Check bare) {
        List<String> passages = at.redaction().passages();
        List<String> told = new ArrayList<>();
        try {
            turns.apart(work(at, viewer), store.reader(at.opening().blob()), process -> {
                for (String passage : passages) {
                    process.say(passage);
                }
                return told.addAll(told(process));
            });
        } catch (NotReadable not) {
            if (not.reason() == NotReadable.Reason.BUSY) {
                throw new ExhibitRefused(Reason.VIEWERS_BUSY, not);
            }
            return bare;
        }
        List<String> left = told.stream()
                .filter(word -> word.matches("[0-9]{1,4}"))
                .map(Integer::parseInt)
                .filter(n -> n < passages.size())
                .map(passages::get)
                .toList();
        boolean earlier = told.contains(FindPassages.EARLIER);
        boolean text = told.contains(FindPassages.TEXT);
        return bare.with(
                !left.isEmpty()
                        ? Outcome.LEFT
                        : earlier ? Outcome.EARLIER_STATES : text ? Outcome.GONE : Outcome.NO_TEXT,
                left);
    }

    private static List<String> told(Apart process) throws IOException, NotReadable {
        List<String> told = new ArrayList<>();
        for (byte said = process.next(); said != Wire.DONE; said = process.next()) {
            if (said == Wire.REFUSED) {
                throw new NotReadable(NotReadable.Reason.told(process.text()));
            }
            if (said != Wire.FOUND || told.size() > BringRedactedCopy.MOST_PASSAGES + 2) {
                throw new IOException("the process said something else");
            }
            told.add(process.text());
        }
        return told;
    }

    private Apart.Work work(Looking at, Viewer viewer) {
        List<String> arguments = List.of(
                String.valueOf(at.opening().blob().size()),
                viewer.name(),
                String.valueOf(at.redaction().passages().size()));
        return new Apart.Work(FindPassages.class, USED, arguments, settings.memory(), settings.time());
    }

    @Transactional
    public void keep(Looking at, Check check, Actor by) {
        redactions.add(at.redaction().copy(), check, by);
        journal.append(ExhibitEvents.redactionChecked(
                at.opening().version(), check.outcome().name(), check.left().size()));
    }
}
