package lockstep.evidence;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

/** However many files a batch has, and however little the statistics know of them yet, a page reads the rows of that page. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class LargeBatchTest {
    private static final int FILES = 20_000;
    private static final int PAGE = 200;
    private static final int FLUSHED_AFTER = 15_000;

    @Test
    void a_page_of_a_large_batch_that_just_came_reads_no_more_than_that_page() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef like = Exhibiting.held(caseId, "One of many. " + UUID.randomUUID());
        UUID batch = Uploading.eeasAnalyst().batch(caseId);
        try (Connection all = Databases.asSuperuser();
                Statement sql = all.createStatement()) {
            sql.execute("alter table upload set (autovacuum_enabled = false)");
            sql.execute("analyze upload");
            come(sql, batch, like);
            page("/api/v1/batches/{id}/uploads?limit=" + PAGE, batch, "items[0].state", "ACCEPTED");
            page("/api/v1/batches/{id}/uploads?state=ACCEPTED&limit=" + PAGE, batch, "items[0].state", "ACCEPTED");
            page("/api/v1/batches/{id}/exhibits?limit=" + PAGE, batch, "items[0].latest.state", "HELD");
            sql.execute("alter table upload reset (autovacuum_enabled)");
        }
    }

    private static void page(String path, UUID batch, String field, String is) throws Exception {
        long before = read();
        People.eeasAnalyst().get(path, batch).then().statusCode(200).body("items", hasSize(PAGE), field, equalTo(is));
        long began = System.currentTimeMillis();
        while (read() < before + PAGE && System.currentTimeMillis() < began + FLUSHED_AFTER) {
            Thread.sleep(100);
        }
        long read = read() - before;
        assertTrue(read >= PAGE && read <= 2 * PAGE, path + " read " + read + " rows of uploads");
    }

    /** Rows of uploads that anybody has read, as PostgreSQL counts them a little later. */
    private static long read() throws SQLException {
        return Databases.number(
                "select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_user_tables where relname = 'upload'");
    }

    /** As if so many files had come, written past the service, which would take minutes. */
    private static void come(Statement sql, UUID batch, VersionRef like) throws SQLException {
        sql.execute(
                "insert into upload (id, version, batch_id, case_id, owner, name, length, received, state, blob_id, digest,"
                        + " tail, exhibit_id, created_at, created_by, created_account, clearance, expires_at)"
                        + " select gen_random_uuid(), 0, '" + batch
                        + "', v.case_id, v.originator, file || '.txt', v.size, v.size,"
                        + " 'ACCEPTED', v.blob_id, '', '', v.exhibit_id, now(), v.created_by, v.created_account, 'RESTRICTED', now()"
                        + " from exhibit_version v, generate_series(1, " + FILES + ") file where v.exhibit_id = '"
                        + like.exhibitId() + "'");
    }
}
