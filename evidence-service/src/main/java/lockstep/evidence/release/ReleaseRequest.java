package lockstep.evidence.release;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.Ids;
import lockstep.evidence.release.ReleaseRefused.Reason;
import lockstep.evidence.transfer.Transfer;
import lockstep.kit.db.StoredMarking;

/** A request to release versions of one originator in one case: decided by that originator's release officer, never by whoever asked. */
@Entity
@Table(name = "release_request")
public class ReleaseRequest extends ReleaseState {
    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<ReleaseItem> items = new ArrayList<>();

    protected ReleaseRequest() {}

    /** {@code level}: under which the asking agency's people read the request. */
    ReleaseRequest(UUID id, Asked asked, List<AskedVersion> versions, String level, Actor by, Instant at) {
        this.id = id;
        this.caseId = versions.getFirst().caseId();
        this.originator = versions.getFirst().originator();
        this.kind = asked.kind();
        this.status = ReleaseStatus.REQUESTED;
        this.toKind = asked.to() == null ? null : asked.to().kind();
        this.toName = asked.to() == null ? null : asked.to().name();
        this.why = asked.why();
        this.askedUntil = asked.until();
        this.askedAgency = by.agency().code();
        this.askedBy = by.sub();
        this.askedAccount = by.account();
        this.askedAt = at;
        this.askedLevel = level;
        this.marking = asked.marking() == null ? null : StoredMarking.of(asked.marking());
        versions.forEach(its -> items.add(new ReleaseItem(Ids.next(at), this, its)));
    }

    /** Grants some or all of what was asked for; the rest is denied with the same act. {@code across}: null where it is no transfer. */
    void approve(Set<VersionRef> granted, Conditions under, Transfer across, String reason, Actor by, Instant at) {
        mayDecide(ReleaseWay.APPROVE, by, at);
        items.forEach(item ->
                item.decide(granted.contains(item.ref()), under.redactedCopies().get(item.ref())));
        boolean all = items.stream().allMatch(ReleaseItem::given);
        decided(all ? ReleaseStatus.APPROVED : ReleaseStatus.PARTIAL, reason, by, at);
        purpose = under.purpose();
        until = under.until();
        noOnward = under.noOnward();
        transfer = across == null ? null : StoredTransfer.of(across);
    }

    void deny(String reason, Actor by, Instant at) {
        mayDecide(ReleaseWay.DENY, by, at);
        items.forEach(item -> item.decide(false, null));
        decided(ReleaseStatus.DENIED, reason, by, at);
    }

    void withdraw(Actor by, Instant at) {
        mayWithdraw(by, at);
        ended(ReleaseStatus.WITHDRAWN, null, by, at);
    }

    void revoke(String reason, Actor by, Instant at) {
        mayRevoke(by, at);
        ended(ReleaseStatus.REVOKED, reason, by, at);
    }

    /** Writes down what its condition has said since {@code until}. */
    void expire(Instant at) {
        possible(ReleaseWay.EXPIRE, status);
        status = ReleaseStatus.EXPIRED;
        endedAt = at;
    }

    void mayDecide(ReleaseWay way, Actor by, Instant at) {
        officer(by);
        possible(way, status(at));
    }

    void mayWithdraw(Actor by, Instant at) {
        ReleaseRefused.when(!by.of(askedAgency), Reason.NOT_THE_ASKING_AGENCY);
        possible(ReleaseWay.WITHDRAW, status(at));
    }

    void mayRevoke(Actor by, Instant at) {
        officer(by);
        ReleaseRefused.when(kind == ReleaseKind.DOWNGRADE, Reason.NOT_REVOCABLE);
        possible(ReleaseWay.REVOKE, status(at));
    }

    private void officer(Actor by) {
        ReleaseRefused.when(!by.of(originator) || !by.has(Role.RELEASE_OFFICER), Reason.NOT_RELEASE_OFFICER);
        ReleaseRefused.when(by.sub().equals(askedBy), Reason.OWN_REQUEST);
    }

    private static void possible(ReleaseWay way, ReleaseStatus status) {
        ReleaseRefused.when(!way.possibleFrom(status), Reason.NOT_IN_THIS_STATUS);
    }

    private void decided(ReleaseStatus outcome, String reason, Actor by, Instant at) {
        status = outcome;
        decisionReason = reason;
        decidedBy = by.sub();
        decidedAccount = by.account();
        decidedAt = at;
    }

    private void ended(ReleaseStatus end, String reason, Actor by, Instant at) {
        status = end;
        endReason = reason;
        endedBy = by.sub();
        endedAccount = by.account();
        endedAt = at;
    }

    /** As it stands at that instant: a release that has run out is expired whether or not that has been written down. */
    public ReleaseStatus status(Instant now) {
        boolean runOut = ReleaseWay.EXPIRE.possibleFrom(status) && until != null && !until.isAfter(now);
        return runOut ? ReleaseStatus.EXPIRED : status;
    }

    public boolean live(Instant now) {
        return ReleaseWay.REVOKE.possibleFrom(status(now));
    }

    public List<ReleaseItem> items() {
        return Collections.unmodifiableList(items);
    }

    public List<VersionRef> refs() {
        return items.stream().map(ReleaseItem::ref).toList();
    }

    /** What it names: what was asked for, and the copies that went out in the place of some of it. */
    List<VersionRef> named() {
        return Stream.concat(items.stream().map(ReleaseItem::ref), copies()).toList();
    }

    /** What was let out, and that in whose place a copy was. */
    Set<VersionRef> given() {
        return Stream.concat(items.stream().filter(ReleaseItem::given).map(ReleaseItem::ref), copies())
                .collect(Collectors.toSet());
    }

    private Stream<VersionRef> copies() {
        return items.stream()
                .map(ReleaseItem::redactedCopy)
                .filter(Objects::nonNull)
                .distinct();
    }
}
