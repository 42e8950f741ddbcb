package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.auth.Actor;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;

/** Batches and their files, as one reader sees them. */
@ApplicationScoped
public class FindBatches {
    private static final String COLUMNS = """
            select id, batch_id, name, relative_path, media_type, length, received, state, reason, exhibit_id, created_at,
                created_account, expires_at from uploads_after(?, ?, ?, ?) order by id""";
    private static final Count NONE = new Count(0, 0, 0);

    private final Batches batches;
    private final Sql sql;

    public FindBatches(Batches batches, Sql sql) {
        this.batches = batches;
        this.sql = sql;
    }

    private record Count(long files, long bytes, long received) {}

    @ReadOnly
    public Optional<BatchView> byId(UUID id, Actor reader) {
        return batches.visibleTo(reader, id).map(this::view);
    }

    /** The files in the order in which they were announced; empty if the reader sees no such batch. */
    @ReadOnly
    public Optional<Page<UploadView>> uploads(UUID id, UploadState state, Cursor cursor, Limit limit, Actor reader) {
        UUID after = cursor == null ? new UUID(0, 0) : cursor.uuid(0);
        return batches.visibleTo(reader, id)
                .map(batch -> Page.of(rows(id, state, after, limit), limit, last -> Cursor.of(last.id())));
    }

    private List<UploadView> rows(UUID batch, UploadState state, UUID after, Limit limit) {
        return sql.rows(COLUMNS, FindBatches::row, batch, state, after, limit.plusOne());
    }

    private BatchView view(Batch batch) {
        Map<UploadState, Count> counts = sql
                .rows(
                        "select state, files, bytes, received from batch_counts(?)",
                        row -> Map.entry(
                                UploadState.valueOf(row.getString(1)),
                                new Count(row.getLong(2), row.getLong(3), row.getLong(4))),
                        batch.id())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Function<UploadState, Count> of = state -> counts.getOrDefault(state, NONE);
        List<Count> coming =
                Stream.of(UploadState.RECEIVING, UploadState.ACCEPTED).map(of).toList();
        return new BatchView(
                batch.id(),
                batch.caseId(),
                batch.owner(),
                batch.description().title(),
                batch.marking(),
                batch.createdAt(),
                batch.createdAccount(),
                batch.container() != null,
                container(batch),
                new BatchView.Counts(
                        of.apply(UploadState.RECEIVING).files(),
                        of.apply(UploadState.ACCEPTED).files(),
                        of.apply(UploadState.FAILED).files()),
                new BatchView.Bytes(
                        coming.stream().mapToLong(Count::bytes).sum(),
                        coming.stream().mapToLong(Count::received).sum()));
    }

    private UUID container(Batch batch) {
        return batch.container() == null
                ? null
                : sql.first(
                                "select exhibit_id from exhibit_version where id = ?",
                                row -> row.getObject(1, UUID.class),
                                batch.container())
                        .orElse(null);
    }

    private static UploadView row(ResultSet row) throws SQLException {
        return new UploadView(
                row.getObject("id", UUID.class),
                row.getObject("batch_id", UUID.class),
                row.getString("name"),
                row.getString("relative_path"),
                row.getString("media_type"),
                row.getLong("length"),
                row.getLong("received"),
                UploadState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("exhibit_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_account"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
