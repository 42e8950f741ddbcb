package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.evidence.access.Addressee;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.AllowedAction;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Exhibits;
import lockstep.evidence.transfer.Transfer;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;

/** What both sides ask about release requests. */
@ApplicationScoped
public class ReleaseQueries {
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Releases releases;
    private final Exhibits exhibits;
    private final Crossings crossings;
    private final Grants grants;
    private final InstantSource clock;

    ReleaseQueries(Releases releases, Exhibits exhibits, Crossings crossings, Grants grants, InstantSource clock) {
        this.releases = releases;
        this.exhibits = exhibits;
        this.crossings = crossings;
        this.grants = grants;
        this.clock = clock;
    }

    /** On which side of a request the reader's agency stands. */
    public enum Side {
        ORIGINATOR,
        ASKING
    }

    /** Which requests are asked for; null: any. */
    public record Filter(ReleaseStatus status, UUID caseId, UUID exhibitId, Side side) {}

    @ReadOnly
    public Optional<ReleaseView> byId(UUID id, Actor reader) {
        return releases.visibleTo(reader, id).map(request -> view(request, reader));
    }

    /** The versions that a request names, and the copies of them, for whoever may see it. */
    @ReadOnly
    public Optional<List<VersionRef>> named(UUID id, Actor reader) {
        return releases.visibleTo(reader, id).map(ReleaseRequest::named);
    }

    /** Newest first. */
    @ReadOnly
    public Page<ReleaseView> list(Filter filter, Cursor cursor, Limit limit, Actor reader) {
        releases.actsAs(reader);
        List<ReleaseRequest> rows = query(filter, cursor, reader)
                .setMaxResults(limit.plusOne())
                .getResultStream()
                .filter(request -> releases.sees(reader, request))
                .toList();
        return Page.of(rows, limit, last -> Cursor.of(last.id())).map(request -> view(request, reader));
    }

    /** What waits for this release officer; nothing for anybody else. */
    @ReadOnly
    public List<ReleaseView> waitingFor(Actor officer, Limit limit) {
        if (!officer.has(Role.RELEASE_OFFICER)) {
            return List.of();
        }
        releases.actsAs(officer);
        Filter waiting = new Filter(ReleaseStatus.REQUESTED, null, null, Side.ORIGINATOR);
        return query(waiting, null, officer)
                .setMaxResults(limit.value())
                .getResultStream()
                .filter(request -> mayDecide(request, officer) && releases.sees(officer, request))
                .map(request -> view(request, officer))
                .toList();
    }

    private boolean mayDecide(ReleaseRequest request, Actor officer) {
        return allowed("deny", () -> request.mayDecide(ReleaseWay.DENY, officer, clock.instant()))
                .allowed();
    }

    private TypedQuery<ReleaseRequest> query(Filter filter, Cursor cursor, Actor reader) {
        List<String> where = new ArrayList<>(List.of("r.id < :after"));
        Map<String, Object> values = new HashMap<>(Map.of("after", cursor == null ? AFTER_ALL : cursor.uuid(0)));
        if (filter.status() != null) {
            where.add(standing(filter.status(), values));
            values.put("status", filter.status());
        }
        if (filter.caseId() != null) {
            where.add("r.caseId = :caseId");
            values.put("caseId", filter.caseId());
        }
        if (filter.exhibitId() != null) {
            where.add("exists (select i from ReleaseItem i where i.request = r and i.exhibitId = :exhibitId)");
            values.put("exhibitId", filter.exhibitId());
        }
        if (filter.side() != null) {
            where.add(filter.side() == Side.ORIGINATOR ? "r.originator = :agency" : "r.askedAgency = :agency");
            values.put("agency", reader.agency().code());
        }
        TypedQuery<ReleaseRequest> query = releases.getEntityManager()
                .createQuery(
                        "select r from ReleaseRequest r where " + String.join(" and ", where) + " order by r.id desc",
                        ReleaseRequest.class);
        values.forEach(query::setParameter);
        return query;
    }

    /** What has run out counts as expired before the job has written it down. */
    private String standing(ReleaseStatus status, Map<String, Object> values) {
        if (!ReleaseWay.EXPIRE.possibleFrom(status) && status != ReleaseStatus.EXPIRED) {
            return "r.status = :status";
        }
        values.put("now", clock.instant());
        return status == ReleaseStatus.EXPIRED
                ? "(r.status = :status or r.status in (APPROVED, PARTIAL) and r.until <= :now)"
                : "r.status = :status and (r.until is null or r.until > :now)";
    }

    /** As its reader sees it, who is known to be on one of both sides. Whoever decides unread is told no word that anybody wrote. */
    public ReleaseView view(ReleaseRequest request, Actor reader) {
        Instant now = clock.instant();
        Map<VersionRef, ExhibitVersion> seen = exhibits.visibleTo(reader, request.refs()).stream()
                .collect(Collectors.toMap(ExhibitVersion::ref, Function.identity()));
        boolean unread = reader.of(request.originator())
                && !reader.sub().equals(request.askedBy())
                && !seen.keySet().containsAll(request.refs());
        AllowedAction approve = allowed("approve", () -> {
            request.mayDecide(ReleaseWay.APPROVE, reader, now);
            ReleaseRefused.when(seen.isEmpty(), ReleaseRefused.Reason.NOT_SEEN);
        });
        return new ReleaseView(
                request.id(),
                request.caseId(),
                request.kind(),
                request.status(now),
                request.originator(),
                new ReleaseView.Person(request.askedAgency(), request.askedAccount()),
                request.askedAt(),
                unread ? null : request.why(),
                request.askedUntil(),
                request.to(),
                electorateInSight(request, reader, now),
                unread ? null : request.marking(),
                request.items().stream().map(item -> item(item, seen)).toList(),
                approve.allowed() ? legalBasisAsked(request, seen.values()) : null,
                decision(request, reader, unread),
                end(request, now, reader, unread),
                List.of(
                        approve,
                        allowed("deny", () -> request.mayDecide(ReleaseWay.DENY, reader, now)),
                        allowed("withdraw", () -> request.mayWithdraw(reader, now)),
                        allowed("revoke", () -> request.mayRevoke(reader, now))));
    }

    private Boolean electorateInSight(ReleaseRequest request, Actor reader, Instant now) {
        boolean shares = request.kind() == ReleaseKind.SHARE && request.to().kind() == Addressee.Kind.ELECTORATE;
        boolean counts = request.status(now) == ReleaseStatus.REQUESTED || request.live(now);
        return shares && counts ? grants.electorateInSight(request.to().name(), request.caseId(), reader) : null;
    }

    private static ReleaseView.Item item(ReleaseItem item, Map<VersionRef, ExhibitVersion> seen) {
        ExhibitVersion version = seen.get(item.ref());
        return new ReleaseView.Item(
                item.ref().exhibitId(),
                item.ref().version(),
                version == null ? null : version.title(),
                version == null ? null : version.marking(),
                item.granted(),
                item.redactedCopy());
    }

    private static ReleaseView.Decision decision(ReleaseRequest request, Actor reader, boolean unread) {
        return request.decidedAt() == null
                ? null
                : new ReleaseView.Decision(
                        officer(request.originator(), request.decidedAccount(), reader),
                        request.decidedAt(),
                        unread ? null : request.decisionReason(),
                        unread ? null : request.purpose(),
                        request.until(),
                        request.noOnward(),
                        unread ? null : request.transfer());
    }

    private Transfer.Choice legalBasisAsked(ReleaseRequest request, Collection<ExhibitVersion> seen) {
        return crossings
                .choice(request, seen.stream().map(AskedVersion::of).toList())
                .orElse(null);
    }

    private static ReleaseView.End end(ReleaseRequest request, Instant now, Actor reader, boolean unread) {
        return switch (request.status(now)) {
            case REQUESTED, APPROVED, PARTIAL, DENIED -> null;
            case WITHDRAWN ->
                new ReleaseView.End(
                        new ReleaseView.Person(request.askedAgency(), request.endedAccount()), request.endedAt(), null);
            case REVOKED ->
                new ReleaseView.End(
                        officer(request.originator(), request.endedAccount(), reader),
                        request.endedAt(),
                        unread ? null : request.endReason());
            case EXPIRED -> new ReleaseView.End(null, request.until(), null);
        };
    }

    /** Which officer decided is the originator's own business. */
    private static ReleaseView.Person officer(String originator, String account, Actor reader) {
        return new ReleaseView.Person(originator, reader.of(originator) ? account : null);
    }

    private static AllowedAction allowed(String action, Runnable guard) {
        try {
            guard.run();
            return new AllowedAction(action, true, null, null);
        } catch (ReleaseRefused refused) {
            return new AllowedAction(action, false, refused.reason().kebab(), refused.getMessage());
        }
    }
}
