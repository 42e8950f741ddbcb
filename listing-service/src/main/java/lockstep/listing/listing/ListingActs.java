package lockstep.listing.listing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/** Each act that touched a listing: its own, what amended, confirmed or removed it, its extension and its corrections. */
@ApplicationScoped
public class ListingActs {
    private static final String OF = """
            with place as (select same_place(?) as id)
            select a.kind, a.at, cast(null as date) as decided_on, a.citation, a.authority_refs::text as refs, a.listing_id,
                   (select k.id from package k where k.id = a.package_id) as package_id,
                   (select p.id from proposal p where p.id = a.proposal_id) as proposal_id
              from listing_act a join place on place.id = a.listing_id
            union all
            select 'CORRECTION', coalesce((select max(c.ended_at) from correction c
                            where c.proposal_id = l.proposal_id and c.status = 'TAKEN_IN'), l.published_at), null, null,
                   '[]', l.id,
                   (select k.id from package k where k.id = l.package_id),
                   (select p.id from proposal p where p.id = l.proposal_id)
              from listing l join place using (id) where l.corrected_hash is not null
            union all
            select 'EXTENSION', e.confirmed_at, e.decided_on, e.number, '[]', e.listing_id, null, null
              from listing_extension e join place on place.id = e.listing_id where e.confirmed_at is not null
            order by 2, 1
            """;

    private final Sql sql;
    private final ObjectMapper json;

    ListingActs(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What such an act was: a kind of proposal, or one of the two that need none. */
    public enum ActKind {
        ADD,
        AMEND,
        RENEW,
        REMOVE,
        CONFIRM,
        EXTENSION,
        CORRECTION
    }

    /**
     * One act, in the order of their time.
     *
     * @param at when it was released, confirmed or taken in
     * @param decidedOn of an extension, which is decided elsewhere; else null
     * @param packageId null where the reader doesn't see the package, or there is none
     * @param listingId the form of the listing that it made or touched
     */
    public record ActOn(
            ActKind kind,
            Instant at,
            LocalDate decidedOn,
            String citation,
            List<Listing.AuthorityRef> authorityRefs,
            UUID listingId,
            UUID packageId,
            UUID proposalId) {}

    /** What the authority's print is cited by; {@code citation} null: by the acts alone. */
    public record Cited(String citation, List<Listing.AuthorityRef> acts) {}

    @ReadOnly
    public List<ActOn> on(UUID listingId) {
        return sql.rows(
                OF,
                row -> new ActOn(
                        ActKind.valueOf(row.getString(1)),
                        Sql.instant(row, 2),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        refs(row.getString(5)),
                        row.getObject(6, UUID.class),
                        row.getObject(7, UUID.class),
                        row.getObject(8, UUID.class)),
                listingId);
    }

    /** By the release job, for the entry that it publishes. */
    public void note(UUID listingId, UUID proposalId, UUID packageId, ActKind kind, Instant at, Cited cited) {
        sql.update(
                "insert into listing_act (listing_id, proposal_id, package_id, kind, at, citation, authority_refs)"
                        + " values (?, ?, ?, ?, ?, ?, cast(? as jsonb))",
                listingId,
                proposalId,
                packageId,
                kind,
                at,
                cited.citation(),
                text(cited.acts()));
    }

    private List<Listing.AuthorityRef> refs(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String text(List<Listing.AuthorityRef> acts) {
        try {
            return json.writeValueAsString(acts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
