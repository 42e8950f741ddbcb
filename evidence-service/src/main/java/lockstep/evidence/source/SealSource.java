package lockstep.evidence.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.Ids;
import lockstep.evidence.source.SourceDesk.Taken;
import lockstep.evidence.source.Sources.Kept;
import lockstep.evidence.storage.SealedTexts;
import lockstep.evidence.storage.SealedTexts.Sealed;
import lockstep.kit.db.Sql;

/** Seals who the source of an exhibit is; whoever seals it first is its first handler. */
@ApplicationScoped
public class SealSource {
    private final SourceDesk desk;
    private final Sources sources;
    private final SealedTexts texts;
    private final EntityManager entities;
    private final Sql sql;
    private final ObjectMapper json;

    SealSource(
            SourceDesk desk, Sources sources, SealedTexts texts, EntityManager entities, Sql sql, ObjectMapper json) {
        this.desk = desk;
        this.sources = sources;
        this.texts = texts;
        this.entities = entities;
        this.sql = sql;
        this.json = json;
    }

    @Transactional
    public void seal(UUID exhibitId, SourceDetails details, Actor by) {
        Taken taken = desk.take(exhibitId, "exhibit.source-sealed", by);
        taken.source().maySeal(by);
        if (taken.exhibit().sourceProtected()) {
            anew(exhibitId, details);
        } else {
            first(taken, details, by);
        }
        desk.done("exhibit.source-sealed", taken, null, by);
    }

    private void first(Taken taken, SourceDetails details, Actor by) {
        UUID exhibitId = taken.exhibit().id();
        UUID id = UUID.randomUUID();
        Sealed sealed = texts.seal(id, exhibitId, bytes(details));
        sql.update(
                "insert into protected_source (exhibit_id, id, case_id, originator, sealed, wrapped_key, protected_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                exhibitId,
                id,
                taken.exhibit().caseId(),
                taken.exhibit().originator(),
                sealed.bytes(),
                sealed.wrappedKey(),
                desk.now());
        sql.update(
                "insert into source_handler (id, exhibit_id, case_id, originator, sub, account, sealed_it, named_by,"
                        + " named_account, named_at, confirmed_by, confirmed_account, confirmed_at)"
                        + " values (?, ?, ?, ?, ?, ?, true, ?, ?, ?, ?, ?, ?)",
                Ids.next(desk.now()),
                exhibitId,
                taken.exhibit().caseId(),
                taken.exhibit().originator(),
                by.sub(),
                by.account(),
                by.sub(),
                by.account(),
                desk.now(),
                by.sub(),
                by.account(),
                desk.now());
        taken.exhibit().protectSource(pseudonym(), by);
        entities.flush();
    }

    private void anew(UUID exhibitId, SourceDetails details) {
        Kept kept = sources.kept(exhibitId).orElseThrow(() -> new ExhibitRefused(Reason.NO_PROTECTED_SOURCE));
        sql.update(
                "update protected_source set sealed = ? where exhibit_id = ?",
                texts.sealAnew(kept.id(), exhibitId, kept.sealed().wrappedKey(), bytes(details)),
                exhibitId);
    }

    /** Drawn, not made of anything: the same source has another one elsewhere. */
    public static String pseudonym() {
        return "S-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private byte[] bytes(SourceDetails details) {
        try {
            return json.writeValueAsBytes(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
