package lockstep.listing.inbox;

import java.time.Instant;
import java.util.UUID;
import lockstep.kit.db.Sql;

/** One thing that waits for somebody; {@code kind} says what is asked, {@code due} null: no deadline. */
public record Item(
        Instant due,
        String kind,
        String programme,
        String title,
        String nativeName,
        String nativeLanguage,
        UUID caseId,
        UUID proposalId,
        UUID packageId,
        UUID roundId,
        UUID embargoId,
        String state,
        String from,
        Instant since) {

    /** Of a package {@code k}, to be selected behind the time that it is due. */
    static final String OF_PACKAGE =
            ", k.programme, k.programme || '/' || k.year || '/' || k.serial || ' · ' || k.title, k.id, k.status, k.originator,"
                    + " k.formed_at";

    /** Of a proposal {@code p}, likewise. */
    static final String OF_PROPOSAL =
            ", p.programme, p.name, p.native_name, p.native_language, p.case_id, p.id, p.package_id, p.status, p.agency,"
                    + " p.changed_at";

    /** Columns as {@link #OF_PACKAGE} has them, behind the time. */
    static Sql.Row<Item> ofPackage(String kind) {
        return row -> new Item(
                Sql.instant(row, 1),
                kind,
                row.getString(2),
                row.getString(3),
                null,
                null,
                null,
                null,
                row.getObject(4, UUID.class),
                null,
                null,
                row.getString(5),
                row.getString(6),
                Sql.instant(row, 7));
    }

    /** Columns as {@link #OF_PROPOSAL} has them, behind the time. */
    static Sql.Row<Item> ofProposal(String kind) {
        return row -> new Item(
                Sql.instant(row, 1),
                kind,
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getObject(7, UUID.class),
                row.getObject(8, UUID.class),
                null,
                null,
                row.getString(9),
                row.getString(10),
                Sql.instant(row, 11));
    }

    Item dueAt(Instant then) {
        return new Item(
                then,
                kind,
                programme,
                title,
                nativeName,
                nativeLanguage,
                caseId,
                proposalId,
                packageId,
                roundId,
                embargoId,
                state,
                from,
                since);
    }
}
