package lockstep.listing.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Audience;
import lockstep.auth.SystemActor;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.listing.correction.CorrectedText;
import lockstep.listing.decision.Entry;
import lockstep.listing.decision.Package;
import lockstep.listing.language.LanguageVersions;
import lockstep.listing.listing.Listing;
import lockstep.listing.listing.ListingActs;
import lockstep.listing.listing.ListingRelease;
import lockstep.listing.listing.Listings;
import lockstep.listing.programme.Kind;
import lockstep.listing.programme.Programme;
import lockstep.listing.proposal.ListedTarget;
import lockstep.listing.proposal.OpenConfirmation;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.proposal.Proposals;
import lockstep.listing.proposal.Revision;
import lockstep.listing.renewal.Sheet;
import lockstep.listing.renewal.Sheets;

/**
 * Makes one decided entry a listing; an amendment takes the place of the listing that it is about, and so does a renewal
 * that changes it, while one that keeps it gives it the next term; a removal ends it, a confirmation makes an urgent one last.
 */
@ApplicationScoped
class PublishEntry {
    private final Proposals proposals;
    private final CorrectedText texts;
    private final LanguageVersions languages;
    private final ListedTarget targets;
    private final OpenConfirmation confirmation;
    private final Sheets sheets;
    private final HowLong howLong;
    private final Listings listings;
    private final ListingActs listingActs;
    private final Journal journal;
    private final InstantSource clock;

    PublishEntry(
            Proposals proposals,
            CorrectedText texts,
            LanguageVersions languages,
            ListedTarget targets,
            OpenConfirmation confirmation,
            Sheets sheets,
            HowLong howLong,
            Listings listings,
            ListingActs listingActs,
            Journal journal,
            InstantSource clock) {
        this.proposals = proposals;
        this.texts = texts;
        this.languages = languages;
        this.targets = targets;
        this.confirmation = confirmation;
        this.sheets = sheets;
        this.howLong = howLong;
        this.listings = listings;
        this.listingActs = listingActs;
        this.journal = journal;
        this.clock = clock;
    }

    record Published(
            UUID listingId,
            UUID proposalId,
            String number,
            String contentHash,
            String correctedHash,
            List<String> outputHashes) {}

    record Ended(UUID listingId, UUID proposalId, Listing.Status status, UUID successor) {}

    record Lasting(UUID listingId, UUID proposalId) {}

    record Renewed(UUID listingId, UUID proposalId, Instant expiresAt) {}

    /** Whether each listing that an entry is about still stands, of its subject, when its turn comes; takes their rows. */
    boolean targetsStand(List<Entry> entries, SystemActor job) {
        Set<UUID> removed = new HashSet<>();
        for (Entry entry : entries) {
            ProposalText text = texts.of(entry, job).text();
            Optional<UUID> target = text.kind() == Kind.ADD
                    ? Optional.empty()
                    : targets.take(text.listingId()).filter(its -> targets.isOf(its, text.subjectId()));
            if (text.kind() != Kind.ADD
                    && target.filter(its -> !removed.contains(its)).isEmpty()) {
                return false;
            }
            if (text.kind() == Kind.REMOVE) {
                removed.add(target.orElseThrow());
            }
        }
        return true;
    }

    boolean renews(Entry entry, SystemActor job) {
        return proposals.require(job, entry.proposalId()).kind() == Kind.RENEW;
    }

    /** {@code out}: since when it is public. */
    void publish(
            Package its,
            Entry entry,
            Programme programme,
            Instant out,
            List<Listing.AuthorityRef> acts,
            SystemActor job) {
        Proposal proposal = proposals.require(job, entry.proposalId());
        CorrectedText.Printed text = texts.of(entry, job);
        Kind kind = text.text().kind();
        UUID target =
                kind == Kind.ADD ? null : targets.take(text.text().listingId()).orElseThrow();
        switch (kind) {
            case ADD -> {
                Listing listed = list(its, entry, proposal, text, null, programme, out, acts);
                touched(its, proposal, listed.id(), out, acts);
                if (programme.urgent(text.text().terms())) {
                    Revision decided = proposals
                            .revision(job, entry.proposalId(), entry.revision())
                            .orElseThrow();
                    confirmation.open(proposal, decided, listed.id(), programme, clock.instant());
                }
            }
            case RENEW, AMEND -> {
                if (sheets.of(proposal.id(), entry.revision())
                        .filter(Sheet.KEEP::equals)
                        .isPresent()) {
                    Instant until = howLong.next(out, target, programme);
                    listings.renewed(target, until);
                    touched(its, proposal, target, out, acts);
                    write(proposal, entry, "listing.renewed", target, new Renewed(target, proposal.id(), until));
                } else {
                    Listing listed = list(its, entry, proposal, text, target, programme, out, acts);
                    touched(its, proposal, listed.id(), out, acts);
                    end(out, entry, proposal, target, Listing.Status.SUPERSEDED, listed.id());
                }
            }
            case REMOVE -> {
                end(out, entry, proposal, target, Listing.Status.REMOVED, null);
                touched(its, proposal, target, out, acts);
            }
            case CONFIRM -> {
                listings.lasts(target, null);
                touched(its, proposal, target, out, acts);
                write(proposal, entry, "listing.lasts", target, new Lasting(target, proposal.id()));
            }
        }
    }

    private void touched(Package its, Proposal by, UUID listing, Instant out, List<Listing.AuthorityRef> acts) {
        listingActs.note(
                listing,
                by.id(),
                its.id(),
                ListingActs.ActKind.valueOf(by.kind().name()),
                out,
                new ListingActs.Cited(its.release().citation(), acts));
    }

    private void end(Instant out, Entry entry, Proposal proposal, UUID target, Listing.Status status, UUID successor) {
        listings.end(target, status, out, proposal.id(), successor);
        write(
                proposal,
                entry,
                status == Listing.Status.REMOVED ? "listing.removed" : "listing.superseded",
                target,
                new Ended(target, proposal.id(), status, successor));
    }

    private Listing list(
            Package its,
            Entry entry,
            Proposal proposal,
            CorrectedText.Printed printed,
            UUID amends,
            Programme programme,
            Instant out,
            List<Listing.AuthorityRef> acts) {
        ProposalText text = printed.text();
        Listing listed = new Listing(
                UUID.randomUUID(),
                proposal.id(),
                proposal.caseId(),
                text,
                new ListingRelease(
                        its.id(),
                        entry.revision(),
                        entry.contentHash(),
                        printed.correctedHash(),
                        entry.number(),
                        entry.listedDate(),
                        its.release().inForce(),
                        amends,
                        howLong.lapses(out, text, amends, programme),
                        howLong.expires(out, text.kind(), amends, programme),
                        acts,
                        Outputs.of(
                                programme,
                                text,
                                new Outputs.Given(
                                        entry.number(),
                                        entry.listedDate(),
                                        its.release().citation(),
                                        languages.confirmed(entry.proposalId(), entry.revision())))),
                out,
                clock.instant());
        listings.persistAndFlush(listed);
        listings.awaitsPrint(listed);
        List<String> hashes =
                listed.outputs().stream().map(Listing.Output::sha256).toList();
        write(
                proposal,
                entry,
                "listing.published",
                listed.id(),
                new Published(
                        listed.id(),
                        proposal.id(),
                        entry.number(),
                        entry.contentHash(),
                        printed.correctedHash(),
                        hashes));
        return listed;
    }

    private void write(Proposal proposal, Entry entry, String event, UUID listingId, Object payload) {
        journal.append(new JournalEntry(
                event,
                1,
                "listing",
                listingId,
                entry.revision(),
                proposal.programme(),
                null,
                proposal.protection(Audience.CASE),
                payload));
    }
}
