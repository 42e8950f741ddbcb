package lockstep.listing.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Audience;
import lockstep.auth.SystemActor;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.listing.decision.Entry;
import lockstep.listing.decision.Package;
import lockstep.listing.listing.Listing;
import lockstep.listing.listing.Listings;
import lockstep.listing.programme.Kind;
import lockstep.listing.programme.Programme;
import lockstep.listing.proposal.ListedTarget;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.proposal.Proposals;

/**
 * Makes one decided entry a listing; an amendment or renewal takes the place of the listing that it is about, a removal
 * ends it.
 */
@ApplicationScoped
class PublishEntry {
    private final Proposals proposals;
    private final ListedTarget targets;
    private final Listings listings;
    private final Journal journal;
    private final InstantSource clock;

    PublishEntry(Proposals proposals, ListedTarget targets, Listings listings, Journal journal, InstantSource clock) {
        this.proposals = proposals;
        this.targets = targets;
        this.listings = listings;
        this.journal = journal;
        this.clock = clock;
    }

    record Published(UUID listingId, UUID proposalId, String number, String contentHash, List<String> outputHashes) {}

    record Ended(UUID listingId, UUID proposalId, Listing.Status status, UUID successor) {}

    /** Whether the listing that the entry is about, if any, still stands; takes its row. */
    boolean targetStands(Entry entry, SystemActor job) {
        ProposalText text = decided(entry, job);
        return text.kind() == Kind.ADD || targets.take(text.listingId()).isPresent();
    }

    void publish(Package its, Entry entry, Programme programme, List<Listing.AuthorityRef> acts, SystemActor job) {
        Proposal proposal = proposals.require(job, entry.proposalId());
        ProposalText text = decided(entry, job);
        UUID target =
                text.kind() == Kind.ADD ? null : targets.take(text.listingId()).orElseThrow();
        UUID listed = text.kind() == Kind.REMOVE ? null : list(its, entry, proposal, text, target, programme, acts);
        if (target != null) {
            Listing.Status status = listed == null ? Listing.Status.REMOVED : Listing.Status.SUPERSEDED;
            Instant at = its.release().at();
            listings.end(target, status, at, proposal.id(), listed);
            write(
                    proposal,
                    entry,
                    listed == null ? "listing.removed" : "listing.superseded",
                    target,
                    new Ended(target, proposal.id(), status, listed));
        }
    }

    private ProposalText decided(Entry entry, SystemActor job) {
        ProposalText text = proposals
                .revision(job, entry.proposalId(), entry.revision())
                .orElseThrow()
                .text();
        if (!text.contentHash().equals(entry.contentHash())) {
            throw new IllegalStateException("the text of " + entry.proposalId() + " is not the one that was decided");
        }
        return text;
    }

    private UUID list(
            Package its,
            Entry entry,
            Proposal proposal,
            ProposalText text,
            UUID amends,
            Programme programme,
            List<Listing.AuthorityRef> acts) {
        Listing listed = new Listing(
                UUID.randomUUID(),
                proposal.id(),
                proposal.caseId(),
                text,
                new Listing.Release(
                        its.id(),
                        entry.revision(),
                        entry.contentHash(),
                        entry.number(),
                        entry.listedDate(),
                        its.release().inForce(),
                        amends,
                        acts,
                        Outputs.of(
                                programme,
                                text,
                                entry.number(),
                                entry.listedDate(),
                                its.release().citation())),
                its.release().at(),
                clock.instant());
        listings.persistAndFlush(listed);
        List<String> hashes =
                listed.outputs().stream().map(Listing.Output::sha256).toList();
        write(
                proposal,
                entry,
                "listing.published",
                listed.id(),
                new Published(listed.id(), proposal.id(), entry.number(), entry.contentHash(), hashes));
        return listed.id();
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
