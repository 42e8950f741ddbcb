package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import lockstep.auth.Actor;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;
import lockstep.auth.Levels;
import lockstep.evidence.access.Addressee;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.Fields;
import lockstep.evidence.transfer.LegalBasis;
import lockstep.kit.web.MarkingInput;

/** Turns what was sent about a release into what is meant, or names every field that is wrong. */
@ApplicationScoped
public class ReleaseCheck {
    private static final int ITEMS_MOST = 100;
    private static final int TEXT_MOST = 1000;
    private static final String PROGRAMME = "[A-Z0-9][A-Z0-9-]{1,39}";
    private static final Period AHEAD_MOST = Period.ofYears(2);

    private final Agencies agencies;
    private final Levels levels;
    private final InstantSource clock;

    ReleaseCheck(Agencies agencies, Levels levels, InstantSource clock) {
        this.agencies = agencies;
        this.levels = levels;
        this.clock = clock;
    }

    /** {@code programmes}: whether there is one of this code; asked only where one is named. */
    public Asked asked(ReleaseInput said, Predicate<String> programmes, Actor by) {
        Fields fields = new Fields();
        ReleaseKind kind = fields.oneOf("/kind", said.kind(), ReleaseKind.class);
        items("/items", said.items(), fields);
        String why = fields.line("/why", said.why(), TEXT_MOST);
        Instant until = until(said.until(), fields);
        boolean downgrade = kind == ReleaseKind.DOWNGRADE;
        if (downgrade) {
            fields.when(said.to() != null, "/to", "not-for-a-downgrade", "A downgrade is for everybody.");
            fields.when(said.until() != null, "/until", "not-for-a-downgrade", "A downgrade is for good.");
            fields.when(said.marking() == null, "/marking", "missing", "Give the lower marking.");
            MarkingInput.errors(said.marking(), "/marking", by, agencies, levels)
                    .forEach(fields::wrong);
        } else {
            fields.when(said.marking() != null, "/marking", "only-for-a-downgrade", "Only a downgrade changes it.");
        }
        Addressee to = downgrade || kind == null ? null : to(kind, said.to(), programmes, fields);
        fields.refuseWrong();
        return new Asked(kind, said.items(), to, why, until, MarkingInput.of(said.marking()));
    }

    /** Versions that are asked about, each named whole. */
    public List<VersionRef> versions(List<VersionRef> said) {
        Fields fields = new Fields();
        items("/items", said, fields);
        fields.refuseWrong();
        return said;
    }

    public String reason(String said) {
        Fields fields = new Fields();
        String reason = fields.line("/reason", said, TEXT_MOST);
        fields.refuseWrong();
        return reason;
    }

    /** What is granted, under which conditions; the reason stands beside both. */
    public record Granted(Set<VersionRef> items, Conditions under, String reason) {}

    public Granted granted(DecisionInput said) {
        Fields fields = new Fields();
        items("/items", said.items(), fields);
        String reason = said.reason() == null ? null : fields.line("/reason", said.reason(), TEXT_MOST);
        String purpose = said.purpose() == null ? null : fields.line("/purpose", said.purpose(), TEXT_MOST);
        Instant until = until(said.until(), fields);
        Map<VersionRef, VersionRef> copies = copies(said.redactedCopies(), fields);
        LegalBasis basis = fields.legalBasis("/legalBasis", said.legalBasis());
        fields.refuseWrong();
        Conditions under = new Conditions(purpose, until, Boolean.TRUE.equals(said.noOnward()), copies, basis);
        return new Granted(Set.copyOf(said.items()), under, reason);
    }

    private static Map<VersionRef, VersionRef> copies(List<DecisionInput.Copy> said, Fields fields) {
        Map<VersionRef, VersionRef> copies = new HashMap<>();
        if (said != null) {
            fields.list("/redactedCopies", said, ITEMS_MOST);
            for (DecisionInput.Copy copy : fields.none() ? said : List.<DecisionInput.Copy>of()) {
                boolean whole = copy.exhibitId() != null && copy.version() != null && whole(copy.copy());
                fields.when(!whole, "/redactedCopies", "malformed", "Name a version and the copy that goes out.");
                if (whole) {
                    copies.put(new VersionRef(copy.exhibitId(), copy.version()), copy.copy());
                }
            }
        }
        return copies;
    }

    private static void items(String pointer, List<VersionRef> items, Fields fields) {
        fields.list(pointer, items, ITEMS_MOST);
        if (items != null) {
            fields.when(items.isEmpty(), pointer, "missing", "Name at least one version of an exhibit.");
            fields.when(!items.stream().allMatch(ReleaseCheck::whole), pointer, "malformed", "Exhibit and version.");
            fields.when(new HashSet<>(items).size() < items.size(), pointer, "repeated", "Name each version once.");
        }
    }

    private static boolean whole(VersionRef ref) {
        return ref != null && ref.exhibitId() != null && ref.version() > 0;
    }

    private Instant until(String said, Fields fields) {
        if (said == null) {
            return null;
        }
        Instant until = fields.instant("/until", said);
        if (until != null) {
            Instant now = clock.instant();
            Instant last = now.atOffset(ZoneOffset.UTC).plus(AHEAD_MOST).toInstant();
            fields.when(!until.isAfter(now), "/until", "in-the-past", "A release ends in the future.");
            fields.when(until.isAfter(last), "/until", "too-far", "At most two years ahead.");
        }
        return until;
    }

    private Addressee to(ReleaseKind kind, ReleaseInput.To said, Predicate<String> programmes, Fields fields) {
        if (said == null) {
            fields.wrong("/to", "missing", "Say for whom.");
            return null;
        }
        Addressee.Kind toKind = fields.oneOf("/to/kind", said.kind(), Addressee.Kind.class);
        String name = fields.line("/to/name", said.name(), 40);
        if (toKind == null || name == null) {
            return null;
        }
        if (kind.ofProgrammeAlone() && toKind != Addressee.Kind.ELECTORATE) {
            fields.wrong("/to/kind", "programme-needed", "It is a programme that quotes, discloses or prints.");
        }
        boolean known =
                switch (toKind) {
                    case AGENCY -> agencies.find(name).filter(Agency::active).isPresent();
                    case GROUP ->
                        agencies.all().stream().anyMatch(its -> its.groups().contains(name));
                    case ELECTORATE -> name.matches(PROGRAMME) && programmes.test(name);
                };
        fields.when(!known, "/to/name", "unknown-addressee", "No agency, group or programme is called so.");
        return new Addressee(toKind, name);
    }
}
