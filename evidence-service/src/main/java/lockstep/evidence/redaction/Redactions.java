package lockstep.evidence.redaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.exhibit.SeenExhibit;
import lockstep.evidence.redaction.Redaction.Check;
import lockstep.evidence.redaction.Redaction.Outcome;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/** The redacted copies, each as far as both it and what it stands for are seen. */
@ApplicationScoped
public class Redactions {
    private static final String ALL = "select * from redaction ";

    private final Sql sql;
    private final Exhibits exhibits;

    Redactions(Sql sql, Exhibits exhibits) {
        this.sql = sql;
        this.exhibits = exhibits;
    }

    /** A pair, and the copy as its reader sees it. */
    record Pair(Redaction redaction, SeenExhibit copy) {}

    void add(Redaction its, UUID caseId, Actor by) {
        sql.update(
                "insert into redaction (copy_id, of_exhibit_id, of_n, case_id, removed, reason, passages, made_by,"
                        + " made_account, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                its.copy(),
                its.of().exhibitId(),
                its.of().version(),
                caseId,
                its.removed(),
                its.reason(),
                its.passages(),
                by.sub(),
                by.account(),
                its.madeAt());
    }

    void add(UUID copy, Check check, Actor by) {
        sql.update(
                "insert into redaction_check (copy_id, n, outcome, found, checked_by, checked_account, checked_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                copy,
                check.version(),
                check.outcome().name(),
                check.left(),
                by.sub(),
                check.by(),
                check.at());
    }

    /** The pair whose copy this is. */
    @ReadOnly
    Optional<Pair> ofCopy(UUID copy, Actor reader) {
        return seen(sql.rows(ALL + "where copy_id = ?", this::row, copy), reader).stream()
                .findFirst();
    }

    /** The pairs that an exhibit is part of, as what was redacted or as the copy. */
    @ReadOnly
    List<Pair> about(UUID exhibit, Actor reader) {
        return seen(
                sql.rows(ALL + "where copy_id = ? or of_exhibit_id = ? order by made_at", this::row, exhibit, exhibit),
                reader);
    }

    /** What stands of copies that are to go out, by the copy; of others nothing. */
    @ReadOnly
    public Map<VersionRef, Standing> standing(Collection<VersionRef> copies, Actor reader) {
        Map<VersionRef, Standing> standing = new HashMap<>();
        copies.forEach(ref -> ofCopy(ref.exhibitId(), reader).ifPresent(pair -> standing.put(ref, of(pair, ref))));
        return standing;
    }

    /**
     * What is known of a copy.
     *
     * @param of what it was made of
     * @param checked whether it was looked through
     * @param fit whether nothing was found that keeps it from going out
     */
    public record Standing(VersionRef of, boolean checked, boolean fit) {}

    private static Standing of(Pair pair, VersionRef copy) {
        Optional<Check> last = pair.redaction().last(copy.version());
        return new Standing(
                pair.redaction().of(),
                last.isPresent(),
                last.map(check -> check.outcome().fit()).orElse(false));
    }

    private List<Pair> seen(List<Redaction> found, Actor reader) {
        return found.stream()
                .filter(its -> exhibits.visibleTo(reader, its.of().exhibitId())
                        .flatMap(of -> of.version(its.of().version()))
                        .isPresent())
                .flatMap(its -> exhibits.visibleTo(reader, its.copy()).stream().map(copy -> new Pair(its, copy)))
                .toList();
    }

    private Redaction row(ResultSet row) throws SQLException {
        UUID copy = row.getObject("copy_id", UUID.class);
        return new Redaction(
                copy,
                new VersionRef(row.getObject("of_exhibit_id", UUID.class), row.getInt("of_n")),
                row.getString("removed"),
                row.getString("reason"),
                texts(row, "passages"),
                row.getString("made_account"),
                Sql.instant(row, "made_at"),
                sql.rows(
                        "select * from redaction_check where copy_id = ? order by checked_at desc",
                        check -> new Check(
                                check.getInt("n"),
                                Outcome.valueOf(check.getString("outcome")),
                                texts(check, "found"),
                                check.getString("checked_account"),
                                Sql.instant(check, "checked_at")),
                        copy));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
