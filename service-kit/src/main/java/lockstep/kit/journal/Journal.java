package lockstep.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.auth.Principal;
import lockstep.kit.acting.Acting;
import lockstep.kit.acting.Correlation;
import lockstep.kit.db.Sql;

/**
 * The record of every act: written in the transaction that does it, never changed. Who acted and when are not the
 * caller's to say.
 */
@ApplicationScoped
public class Journal {
    private static final String INSERT = """
            with payload as (insert into journal_payload (event_id, bytes) values (?, ?))
            insert into journal (event_id, type, schema_version, occurred_at, actor, agency, seat, aggregate_type,
                aggregate_id, aggregate_revision, case_id, scope_id, programme, command_id, outcome, salt,
                payload_sha256, originator, audience, audience_owner, m_level, m_orcon, m_rel_to, m_tlp, m_named)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final int SALT = 32;

    private final EventIds ids = new EventIds();
    private final SecureRandom random = new SecureRandom();
    private final Acting acting;
    private final InstantSource clock;
    private final Sql sql;
    private final Persons persons;

    public Journal(Acting acting, InstantSource clock, Sql sql, Persons persons) {
        this.acting = acting;
        this.clock = clock;
        this.sql = sql;
        this.persons = persons;
    }

    /** Records one act; gives its event id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID append(JournalEntry entry) {
        return write(List.of(entry), Outcome.DONE).getFirst();
    }

    /** Records many acts of one command, in this order, in one round trip. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> appendAll(List<JournalEntry> entries) {
        return write(entries, Outcome.DONE);
    }

    List<UUID> write(List<JournalEntry> entries, Outcome outcome) {
        Instant now = clock.instant();
        Principal principal = acting.principal();
        UUID command = Correlation.current();
        List<Object[]> rows = entries.stream()
                .map(entry -> row(entry, outcome, now, principal, command))
                .toList();
        sql.updateAll(INSERT, rows);
        if (principal instanceof Actor person) {
            persons.note(person);
        }
        return rows.stream().map(row -> (UUID) row[0]).toList();
    }

    private Object[] row(JournalEntry entry, Outcome outcome, Instant now, Principal principal, UUID command) {
        UUID id = ids.next(now);
        byte[] payload = Canonical.bytes(entry.payload());
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        Protection protection = entry.protection();
        Marking marking = protection.marking();
        return new Object[] {
            id,
            payload,
            id,
            entry.type(),
            entry.schemaVersion(),
            now,
            principal.pseudonym(),
            principal instanceof Actor person ? person.agency().code() : null,
            entry.seat(),
            entry.aggregateType(),
            entry.aggregateId(),
            entry.aggregateRevision(),
            protection.caseId(),
            protection.scopeId(),
            entry.programme(),
            command,
            outcome,
            salt,
            Canonical.sha256(payload),
            protection.originator(),
            protection.audience(),
            protection.audienceOwner(),
            marking.level(),
            marking.orcon(),
            marking.relTo(),
            marking.tlp(),
            marking.named()
        };
    }
}
