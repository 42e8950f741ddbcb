package lockstep.listing.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.listing.appointment.Appointment;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.programme.Stage;

/** What waits for the reader by its roles, seats and offices; computed from what the reader may see, kept nowhere. */
@ApplicationScoped
public class InboxQueries {
    private static final int MOST = 200;

    private final Sql sql;
    private final Appointments appointments;
    private final Programmes programmes;
    private final TimedItems timed;
    private final ReleaseItems releases;
    private final PrintItems prints;
    private final CorrectionItems corrections;
    private final LanguageItems languages;
    private final ObservationsItems observations;
    private final EmbargoItems embargoes;

    InboxQueries(
            Sql sql,
            Appointments appointments,
            Programmes programmes,
            TimedItems timed,
            ReleaseItems releases,
            PrintItems prints,
            CorrectionItems corrections,
            LanguageItems languages,
            ObservationsItems observations,
            EmbargoItems embargoes) {
        this.sql = sql;
        this.appointments = appointments;
        this.programmes = programmes;
        this.timed = timed;
        this.releases = releases;
        this.prints = prints;
        this.corrections = corrections;
        this.languages = languages;
        this.observations = observations;
        this.embargoes = embargoes;
    }

    @ReadOnly
    public List<Item> of(Actor actor) {
        List<Item> all = new ArrayList<>();
        if (actor.has(Role.ANALYST)) {
            all.addAll(proposals(
                    "finish-draft",
                    "p.agency = ? and p.status in ('DRAFT', 'RETURNED')",
                    actor.agency().code()));
        }
        if (actor.has(Role.SUBMITTER)) {
            all.addAll(proposals(
                    "submit",
                    "p.agency = ? and p.status in ('DRAFT', 'RETURNED') and p.author <> ?",
                    actor.agency().code(),
                    actor.sub()));
        }
        for (Programme programme : programmes.all()) {
            byOffice(all, programme, actor);
        }
        all.addAll(votes(actor));
        all.addAll(corrections.of(actor));
        all.sort(Comparator.comparing(Item::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Item::since));
        return all.size() > MOST ? all.subList(0, MOST) : all;
    }

    private void byOffice(List<Item> all, Programme programme, Actor actor) {
        Set<Office> offices = appointments.officesOf(actor, programme.code());
        String code = programme.code();
        all.addAll(embargoes.of(code, offices));
        all.addAll(languages.of(programme, offices, actor));
        all.addAll(observations.of(code, offices, actor));
        if (offices.contains(Office.CHAIR) || offices.contains(Office.REGISTRAR)) {
            all.addAll(proposals("accept", "p.programme = ? and p.status = 'SUBMITTED'", code));
        }
        if (offices.contains(Office.REVIEWER)) {
            all.addAll(proposals(
                    "endorse",
                    "p.programme = ? and p.status = 'IN_REVIEW' and p.agency <> ? and not exists (select from revision_act a"
                            + " where a.proposal_id = p.id and a.revision = p.revision and a.act = 'ENDORSE' and a.agency = ?)",
                    code,
                    actor.agency().code(),
                    actor.agency().code()));
        }
        if (offices.contains(Office.LEGAL)) {
            all.addAll(proposals("legal", "p.programme = ? and p.status = 'LEGAL_REVIEW'", code));
        }
        if (offices.contains(Office.CHAIR)) {
            if (programme.consultation() != null) {
                all.addAll(proposals(
                        "consult",
                        "p.programme = ? and p.status in ('IN_REVIEW', 'LEGAL_REVIEW', 'READY') and not exists (select"
                                + " from revision_act a where a.proposal_id = p.id and a.revision = p.revision"
                                + " and a.act = 'CONSULT')",
                        code));
            }
            all.addAll(proposals("package", "p.programme = ? and p.status = 'READY' and p.package_id is null", code));
            all.addAll(packagesOf(
                    "open-round", "packages_to_open(?, ?, " + MOST + ")", "true", code, recordedStages(programme)));
        }
        if (offices.contains(Office.SECRETARIAT)) {
            all.addAll(packages(
                    "record",
                    "k.programme = ? and k.status in ('FORMING', 'CLOSED') and k.stage = any (?) and not exists"
                            + " (select from recorded_decision d where d.package_id = k.id and d.status = 'AWAITING_CONFIRMATION')",
                    code,
                    recordedStages(programme)));
            all.addAll(packages(
                    "confirm-record",
                    "k.programme = ? and exists (select from recorded_decision d where d.package_id = k.id"
                            + " and d.status = 'AWAITING_CONFIRMATION' and d.recorded_by <> ?)",
                    code,
                    actor.sub()));
        }
        all.addAll(timed.ofOffices(code, offices));
        if (offices.contains(Office.CHAIR) || offices.contains(Office.LEGAL) || offices.contains(Office.SECRETARIAT)) {
            all.addAll(lapsing(code));
        }
        if (programme.renewedAsAWhole() && (offices.contains(Office.CHAIR) || offices.contains(Office.PUBLISHER))) {
            all.addAll(timed.renewalsToRelease(code));
        }
        if (programme.renewedAsAWhole()
                && Set.of(Office.CHAIR, Office.REVIEWER, Office.SECRETARIAT).stream()
                        .anyMatch(offices::contains)) {
            all.addAll(timed.endingWithTheirList(programme));
        }
        if (offices.contains(Office.PUBLISHER)) {
            all.addAll(releases.of(code));
            all.addAll(prints.of(programme, actor));
        }
    }

    /** What was listed by an urgent procedure, with the moment at which it ends unless it is confirmed. */
    private List<Item> lapsing(String programme) {
        return sql.rows(
                "select l.lapses_at, p.programme, l.name, l.native_name, l.native_language, p.case_id, p.id, null::uuid, l.status,"
                        + " null::text, l.published_at from proposal p join listing l on l.id = in_place_of(p.listing_id)"
                        + " where p.programme = ? and p.kind = 'CONFIRM' and l.status = 'ACTIVE' and l.lapses_at is not null"
                        + " and p.status not in ('PUBLISHED', 'REJECTED', 'WITHDRAWN') and sees_proposal(p)"
                        + " order by l.lapses_at limit " + MOST,
                Item.ofProposal("confirm-in-time"),
                programme);
    }

    private static List<String> recordedStages(Programme programme) {
        return programme.stages().stream()
                .filter(Stage::recorded)
                .map(Stage::code)
                .toList();
    }

    private List<Item> votes(Actor actor) {
        List<Item> all = new ArrayList<>();
        for (Appointment seat : appointments.heldBy(actor)) {
            if (seat.seat() != null) {
                all.addAll(timed.ofSeat(seat.programme(), seat.seat()));
                all.addAll(sql.rows(
                        "select r.deadline, k.programme, k.programme || '/' || k.year || '/' || k.serial || ' · ' || k.title,"
                                + " k.id, r.id, r.status, r.opened_at from rounds_to_vote(?, ?, " + MOST + ") r"
                                + " join package k on k.id = r.package_id order by r.deadline",
                        row -> new Item(
                                Sql.instant(row, 1),
                                "vote",
                                row.getString(2),
                                row.getString(3),
                                null,
                                null,
                                null,
                                null,
                                row.getObject(4, UUID.class),
                                row.getObject(5, UUID.class),
                                null,
                                row.getString(6),
                                null,
                                Sql.instant(row, 7)),
                        seat.programme(),
                        seat.seat()));
            }
        }
        return all;
    }

    private List<Item> proposals(String kind, String where, Object... values) {
        return sql.rows(
                "select null::timestamptz" + Item.OF_PROPOSAL + " from proposal p where " + where
                        + " and sees_proposal(p) order by p.changed_at limit " + MOST,
                Item.ofProposal(kind),
                values);
    }

    private List<Item> packages(String kind, String where, Object... values) {
        return packagesOf(kind, "package", where + " and sees_package(k)", values);
    }

    private List<Item> packagesOf(String kind, String from, String where, Object... values) {
        return sql.rows(
                "select k.release_at" + Item.OF_PACKAGE + " from " + from + " k where " + where
                        + " order by k.formed_at limit " + MOST,
                Item.ofPackage(kind),
                values);
    }
}
