package lockstep.listing.embargo;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.embargo.EmbargoRefused.Reason;
import lockstep.listing.embargo.Members.Member;
import lockstep.listing.embargo.Members.State;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programmes;

/** Embargo groups as a reader of the release set sees them, with what he may do in them. */
@ApplicationScoped
public class GroupQueries {
    private final EmbargoGroups groups;
    private final GroupDesk desk;
    private final Programmes programmes;
    private final Sql sql;

    GroupQueries(EmbargoGroups groups, GroupDesk desk, Programmes programmes, Sql sql) {
        this.groups = groups;
        this.programmes = programmes;
        this.desk = desk;
        this.sql = sql;
    }

    /** {@code programmes}: of those who are invited or take part now. */
    public record Row(
            UUID id,
            String title,
            Instant releaseAt,
            Mode mode,
            List<String> programmes,
            Instant foundedAt,
            Instant keptBackAt) {
        public Cursor cursor() {
            return Cursor.of(foundedAt, id);
        }
    }

    /** Something that came out before its time. */
    public record Incident(Instant happenedAt, String text, String account, String agency, Instant reportedAt) {}

    /** One member, and what the reader can do for it. */
    public record MemberActions(Member member, List<Allowed> allowed) {}

    /** {@code marking}: the founder's usual level, released to those who publish or chair in a programme of the group, or audit it; {@code takesPart}: false for whoever is only invited. */
    public record Whole(
            EmbargoGroup group,
            Marking marking,
            boolean takesPart,
            List<MemberActions> members,
            List<Incident> incidents,
            List<Allowed> allowed) {

        public List<EmbargoGroup.Move> moves() {
            return takesPart ? group.moves() : List.of();
        }

        public Instant keptBackAt() {
            return takesPart ? group.keptBackAt() : null;
        }
    }

    @ReadOnly
    public List<Row> list(Cursor after, Limit limit) {
        List<Object> values = new ArrayList<>();
        String from = "";
        if (after != null) {
            from = " and (g.founded_at, g.id) < (?, ?)";
            values.add(after.instant(0));
            values.add(after.uuid(1));
        }
        values.add(limit.plusOne());
        return sql.rows(
                "select g.id, g.title, g.release_at, g.mode, array(select distinct m.programme from embargo_member m"
                        + " where m.group_id = g.id and m.left_at is null order by 1), g.founded_at,"
                        + " case when joined_embargo(g.id) then g.kept_back_at end"
                        + " from embargo_group g where sees_embargo(g.id)" + from
                        + " order by g.founded_at desc, g.id desc limit ?",
                GroupQueries::row,
                values.toArray());
    }

    @ReadOnly
    public Whole of(UUID id, Actor actor) {
        EmbargoGroup group = groups.require(id);
        List<Member> members = desk.members(id);
        Reason over = group.releaseAt().isAfter(desk.now()) ? null : Reason.RELEASE_IN_THE_PAST;
        List<MemberActions> mine = members.stream()
                .map(member -> new MemberActions(member, allowed(member, over, actor)))
                .toList();
        List<Incident> incidents = sql.rows(
                "select happened_at, text, account, agency, reported_at from embargo_incident where group_id = ?"
                        + " order by reported_at limit " + Limit.MOST,
                row -> new Incident(
                        Sql.instant(row, 1), row.getString(2), row.getString(3), row.getString(4), Sql.instant(row, 5)),
                id);
        boolean takesPart = sql.first("select joined_embargo(?)", row -> row.getBoolean(1), id)
                .orElseThrow();
        return new Whole(group, marking(group, members), takesPart, mine, incidents, allowed(members, over, actor));
    }

    private Marking marking(EmbargoGroup group, List<Member> members) {
        Stream<String> releaseSet = members.stream()
                .filter(Member::live)
                .map(member -> programmes.require(member.programme()).offices())
                .flatMap(offices -> Stream.of(Office.PUBLISHER, Office.CHAIR)
                        .flatMap(office -> offices.getOrDefault(office, List.of()).stream()));
        return Marking.releasedTo(
                group.level(),
                Stream.concat(releaseSet, auditing(members).stream()).distinct().toList());
    }

    private List<String> auditing(List<Member> members) {
        String[] programmes =
                members.stream().filter(Member::joined).map(Member::programme).toArray(String[]::new);
        return sql.rows(
                "select distinct agency from appointment where office = 'auditor' and status = 'CONFIRMED'"
                        + " and covers_programmes && cast(? as text[]) and valid_from <= acting_now()"
                        + " and (valid_to is null or valid_to > acting_now()) order by agency",
                row -> row.getString(1),
                (Object) programmes);
    }

    private List<Allowed> allowed(Member member, Reason over, Actor actor) {
        if (!member.live() || !desk.mayAgree(member, actor)) {
            return List.of();
        }
        if (!member.joined()) {
            return List.of(said("join", over), Allowed.yes("decline"));
        }
        if (member.packageId() == null) {
            return List.of();
        }
        boolean scheduled = member.state() == State.GO || member.state() == State.NO_GO || member.state() == State.HOLD;
        Reason no =
                scheduled ? Reason.SCHEDULED_STILL : member.state() == State.PUBLISHED ? Reason.PACKAGE_IS_OVER : null;
        return List.of(Allowed.unless("leave", no, no == null ? null : EmbargoRefused.words(no)));
    }

    private List<Allowed> allowed(List<Member> members, Reason over, Actor actor) {
        boolean speaks =
                members.stream().anyMatch(its -> its.joined() && its.packageId() != null && desk.mayAgree(its, actor));
        Reason no = speaks ? null : Reason.NO_OFFICE;
        boolean begun = members.stream().anyMatch(member -> member.state() == State.PUBLISHED);
        Reason move = no != null ? no : begun ? Reason.RELEASED_ALREADY : null;
        Reason more = no != null ? no : over;
        return List.of(
                said("invite", more), said("add-package", more), said("move", move), said("report-incident", no));
    }

    private static Allowed said(String action, Reason no) {
        return Allowed.unless(action, no, no == null ? null : EmbargoRefused.words(no));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                Sql.instant(row, 3),
                Mode.valueOf(row.getString(4)),
                List.of((String[]) row.getArray(5).getArray()),
                Sql.instant(row, 6),
                Sql.instant(row, 7));
    }
}
