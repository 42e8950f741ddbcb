package lockstep.listing.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Audience;
import lockstep.auth.SystemActor;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.listing.decision.DueRelease;
import lockstep.listing.decision.Entry;
import lockstep.listing.decision.Package;
import lockstep.listing.decision.Records;
import lockstep.listing.listing.Listing;
import lockstep.listing.listing.Listings;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.proposal.Proposals;

/**
 * Publishes a scheduled package at T, whole or not at all: one transaction makes every entry a listing. A second run
 * finds the package published and does nothing.
 */
@ApplicationScoped
public class ReleasePackage {
    private final DueRelease due;
    private final Proposals proposals;
    private final Listings listings;
    private final Records records;
    private final Programmes programmes;
    private final Journal journal;
    private final InstantSource clock;

    ReleasePackage(
            DueRelease due,
            Proposals proposals,
            Listings listings,
            Records records,
            Programmes programmes,
            Journal journal,
            InstantSource clock) {
        this.due = due;
        this.proposals = proposals;
        this.listings = listings;
        this.records = records;
        this.programmes = programmes;
        this.journal = journal;
        this.clock = clock;
    }

    record Published(UUID listingId, UUID proposalId, String number, String contentHash, List<String> outputHashes) {}

    /** G11: T reached, this member's GO, no HOLD; else it stays scheduled, overdue, and says why. */
    @Transactional
    public void release(UUID packageId, SystemActor job) {
        Package its = due.take(packageId, job).orElse(null);
        if (its == null || due.refusedFor(its).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        Programme programme = programmes.require(its.programme());
        List<Listing.AuthorityRef> acts = records.adopting(packageId)
                .map(record -> record.instruments().stream()
                        .map(act -> new Listing.AuthorityRef(act.type(), act.number()))
                        .toList())
                .orElse(List.of());
        for (Entry entry : due.entries(its)) {
            publish(its, entry, programme, acts, job, now);
        }
        due.published(its, job);
    }

    private void publish(
            Package its,
            Entry entry,
            Programme programme,
            List<Listing.AuthorityRef> acts,
            SystemActor job,
            Instant now) {
        Proposal proposal = proposals.require(job, entry.proposalId());
        ProposalText text = proposals
                .revision(job, proposal.id(), entry.revision())
                .orElseThrow()
                .text();
        if (!text.contentHash().equals(entry.contentHash())) {
            throw new IllegalStateException("the text of " + proposal.id() + " is not the one that was decided");
        }
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
                        acts,
                        Outputs.of(
                                programme,
                                text,
                                entry.number(),
                                entry.listedDate(),
                                its.release().citation())),
                its.release().at(),
                now);
        listings.persist(listed);
        journal.append(new JournalEntry(
                "listing.published",
                1,
                "listing",
                listed.id(),
                entry.revision(),
                programme.code(),
                null,
                proposal.protection(Audience.CASE),
                new Published(
                        listed.id(),
                        proposal.id(),
                        entry.number(),
                        entry.contentHash(),
                        listed.outputs().stream().map(Listing.Output::sha256).toList())));
    }
}
