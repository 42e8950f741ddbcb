package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.AllowedAction;
import lockstep.evidence.exhibit.FindExhibits;
import lockstep.evidence.exhibit.FindExhibits.Latest;
import lockstep.evidence.exhibit.VersionView;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;

/** What became of a batch's files, with what is said of each now. */
@ApplicationScoped
public class BatchExhibits {
    private static final String ACCEPTED = """
            select id, coalesce(relative_path, name) path, exhibit_id from uploads_after(?, 'ACCEPTED', ?, ?)
            order by id""";

    private final Batches batches;
    private final FindExhibits exhibits;
    private final Sql sql;

    BatchExhibits(Batches batches, FindExhibits exhibits, Sql sql) {
        this.batches = batches;
        this.exhibits = exhibits;
        this.sql = sql;
    }

    /** A file that is an exhibit; {@code latest} null: its reader doesn't see that one. */
    public record Row(UUID uploadId, String path, UUID exhibitId, VersionView latest, AllowedAction describe) {}

    private record Come(UUID upload, String path, UUID exhibit) {}

    /** In the order in which the files were announced; empty if the reader sees no such batch. */
    @ReadOnly
    public Optional<Page<Row>> of(UUID batchId, Cursor cursor, Limit limit, Actor reader) {
        UUID after = cursor == null ? new UUID(0, 0) : cursor.uuid(0);
        return batches.visibleTo(reader, batchId)
                .map(batch -> Page.of(come(batchId, after, limit), limit, last -> Cursor.of(last.upload())))
                .map(page -> {
                    Map<UUID, Latest> latest =
                            latest(page.items().stream().map(Come::exhibit).toList(), reader);
                    return page.map(one -> row(one, latest.get(one.exhibit())));
                });
    }

    private List<Come> come(UUID batch, UUID after, Limit limit) {
        return sql.rows(
                ACCEPTED,
                row -> new Come(
                        row.getObject("id", UUID.class),
                        row.getString("path"),
                        row.getObject("exhibit_id", UUID.class)),
                batch,
                after,
                limit.plusOne());
    }

    private Map<UUID, Latest> latest(Collection<UUID> ids, Actor reader) {
        return exhibits.latest(ids, reader).stream().collect(Collectors.toMap(Latest::exhibitId, Function.identity()));
    }

    private static Row row(Come come, Latest latest) {
        return latest == null
                ? new Row(come.upload(), come.path(), come.exhibit(), null, null)
                : new Row(come.upload(), come.path(), come.exhibit(), latest.version(), latest.describe());
    }
}
