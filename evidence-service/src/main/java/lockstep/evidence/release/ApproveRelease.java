package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.auth.Actor;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.Ids;
import lockstep.evidence.exhibit.RemarkVersion;
import lockstep.evidence.exhibit.VersionState;
import lockstep.evidence.redaction.Redactions;
import lockstep.evidence.release.ReleaseRefused.Reason;
import lockstep.evidence.transfer.PersonalData;
import lockstep.evidence.transfer.Shares;
import lockstep.evidence.transfer.Shares.How;
import lockstep.evidence.transfer.Shares.Way;
import lockstep.evidence.transfer.Shares.What;
import lockstep.evidence.transfer.Transfer;
import lockstep.kit.problem.FieldError;
import lockstep.kit.problem.ProblemException;

/** The originator's release officer grants all or some of what was asked, under conditions. */
@ApplicationScoped
public class ApproveRelease {
    private final ReleaseDesk desk;
    private final AskedVersions versions;
    private final Crossings crossings;
    private final Shares shares;
    private final Grants grants;
    private final RemarkVersion remark;
    private final Redactions redactions;
    private final Downgrade downgrade;

    ApproveRelease(
            ReleaseDesk desk,
            AskedVersions versions,
            Crossings crossings,
            Shares shares,
            Grants grants,
            RemarkVersion remark,
            Redactions redactions,
            Downgrade downgrade) {
        this.desk = desk;
        this.versions = versions;
        this.crossings = crossings;
        this.shares = shares;
        this.grants = grants;
        this.remark = remark;
        this.redactions = redactions;
        this.downgrade = downgrade;
    }

    @Transactional
    public ReleaseRequest approve(UUID id, Set<VersionRef> granted, Conditions under, String reason, Actor by) {
        ReleaseRequest request = desk.take(id, "release.approved", by);
        request.mayDecide(ReleaseWay.APPROVE, by, desk.now());
        inTheRequest(request, granted, "/items");
        inTheRequest(request, under.redactedCopies().keySet(), "/redactedCopies");
        List<AskedVersion> about = desk.versions(request);
        ReleaseRefused.when(about.isEmpty(), Reason.NOT_SEEN);
        seen(granted, about);
        about.stream().filter(its -> granted.contains(its.ref())).forEach(AskedVersion::mayGoOut);
        Map<VersionRef, AskedVersion> copies =
                copies(request, under.redactedCopies().values());
        fit(granted, under.redactedCopies(), by);
        List<AskedVersion> goingOut = about.stream()
                .filter(its -> granted.contains(its.ref()))
                .map(its -> copies.getOrDefault(under.redactedCopies().get(its.ref()), its))
                .distinct()
                .toList();
        Transfer across = Transfer.decided(crossings.choice(request, goingOut), under.legalBasis());
        request.approve(granted, under, across, reason, by, desk.now());
        if (across != null) {
            share(request, goingOut, across, by);
        }
        List<AskedVersion> named = Stream.concat(about.stream(), copies.values().stream())
                .distinct()
                .toList();
        desk.done("release.approved", request, named, reason);
        if (request.kind() == ReleaseKind.SHARE) {
            grants.give(request, copies);
        } else if (request.kind() == ReleaseKind.DOWNGRADE) {
            about.stream().filter(its -> granted.contains(its.ref())).forEach(its -> {
                downgrade.check(its.marking(), request.marking());
                remark.remark(its.ref(), request.marking(), by);
            });
        }
        return request;
    }

    /** Each version that goes across stands for itself in the list of shares. */
    private void share(ReleaseRequest request, List<AskedVersion> goingOut, Transfer across, Actor by) {
        How how = new How(
                Way.RELEASE,
                request.id(),
                request.kind().name(),
                request.to() == null ? null : request.to().key());
        goingOut.stream()
                .filter(its -> PersonalData.mayBe(its.personalData()))
                .forEach(its -> shares.record(
                        Ids.next(request.decidedAt()),
                        new What(its.ref(), its.caseId(), its.originator(), its.personalData()),
                        how,
                        across,
                        request.decidedAt(),
                        by));
    }

    private static void inTheRequest(ReleaseRequest request, Collection<VersionRef> named, String pointer) {
        if (!request.refs().containsAll(named)) {
            throw ProblemException.invalid(List.of(new FieldError(
                    pointer, "not-asked-for", "The request doesn't name this version of this exhibit.")));
        }
    }

    /** Whose agency asked knows of items that are open to others of it alone: whether these go out, who sees them decides. */
    private static void seen(Set<VersionRef> granted, List<AskedVersion> about) {
        Set<VersionRef> known = about.stream().map(AskedVersion::ref).collect(Collectors.toSet());
        if (!known.containsAll(granted)) {
            throw ProblemException.invalid(List.of(new FieldError(
                    "/items",
                    "not-seen",
                    "An exhibit among these is not open to you: an officer who sees it decides.")));
        }
    }

    /** A copy is what was brought as the copy of that very version, and goes out only once nothing was found left in it. */
    private void fit(Set<VersionRef> granted, Map<VersionRef, VersionRef> redactedCopies, Actor by) {
        Set<VersionRef> goingOut = new HashSet<>(redactedCopies.values());
        granted.stream().filter(its -> !redactedCopies.containsKey(its)).forEach(goingOut::add);
        Map<VersionRef, Redactions.Standing> standing = redactions.standing(goingOut, by);
        redactedCopies.forEach((of, copy) -> {
            Redactions.Standing its = standing.get(copy);
            if (its == null || !its.of().equals(of)) {
                throw unknownCopy();
            }
        });
        standing.values().forEach(its -> {
            ReleaseRefused.when(!its.checked(), Reason.COPY_NOT_CHECKED);
            ReleaseRefused.when(!its.fit(), Reason.COPY_NOT_FIT);
        });
    }

    /** A copy is a held version of the same originator in the same case. */
    private Map<VersionRef, AskedVersion> copies(ReleaseRequest request, Collection<VersionRef> named) {
        Map<VersionRef, AskedVersion> copies = versions.of(named).stream()
                .filter(its -> its.caseId().equals(request.caseId())
                        && its.originator().equals(request.originator())
                        && its.state() == VersionState.HELD)
                .collect(Collectors.toMap(AskedVersion::ref, Function.identity()));
        if (!copies.keySet().containsAll(named)) {
            throw unknownCopy();
        }
        return copies;
    }

    private static ProblemException unknownCopy() {
        return ProblemException.invalid(List.of(new FieldError(
                "/redactedCopies",
                "unknown-copy",
                "A redacted copy is an exhibit of yours in this case, with content, made of that version.")));
    }
}
