package lockstep.listing.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import lockstep.listing.proposal.Hashes;
import lockstep.listing.proposal.Proposal;

/** One proposal in a package, with the revision and exhibit set that it entered with; once it leaves it stays as left. */
@Entity
@Table(name = "package_entry")
@IdClass(Entry.Key.class)
public class Entry {
    /** One proposal in one package: it can't come back into the same one. */
    public record Key(UUID packageId, UUID proposalId) implements Serializable {}

    @Id
    @Column(name = "package_id")
    private UUID packageId;

    @Id
    @Column(name = "proposal_id")
    private UUID proposalId;

    @Column(name = "case_id", updatable = false)
    private UUID caseId;

    private int no;
    private int revision;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "exhibit_set_hash")
    private String exhibitSetHash;

    private String number;

    @Column(name = "listed_date")
    private LocalDate listedDate;

    @Column(name = "left_at")
    private Instant leftAt;

    @Column(name = "left_why")
    private String leftWhy;

    @Column(name = "window_ends_at")
    private Instant windowEndsAt;

    /** The last round that passed this revision of it in this package, or null. */
    @Column(name = "passed_in")
    private UUID passedIn;

    protected Entry() {}

    Entry(UUID packageId, int no, Proposal of) {
        this.packageId = packageId;
        this.proposalId = of.id();
        this.caseId = of.caseId();
        enter(no, of);
    }

    final void enter(int itsNo, Proposal of) {
        no = itsNo;
        passedIn = revision == of.revision() ? passedIn : null;
        revision = of.revision();
        contentHash = of.headline().contentHash();
        exhibitSetHash = of.headline().exhibitSetHash();
        leftAt = null;
        leftWhy = null;
    }

    void leave(String why, Instant at) {
        leftAt = at;
        leftWhy = why;
    }

    /** Leaves a package that could be escalated until {@code window}; null: that could not. */
    void leave(String why, Instant at, Instant window) {
        leave(why, at);
        windowEndsAt = window;
    }

    /** What it had left of its window as it went. */
    Duration windowLeft() {
        return windowEndsAt == null ? Duration.ZERO : Duration.between(leftAt, windowEndsAt);
    }

    void passed(Round round) {
        passedIn = round.id();
    }

    void willBePrinted(String itsNumber, LocalDate date) {
        number = itsNumber;
        listedDate = date;
    }

    private record Hashed(UUID proposalId, int revision, String contentHash, String exhibitSetHash) {}

    /** The package hash: over its proposals' revisions and exhibit sets, independent of their order on the page. */
    static String hash(Collection<Entry> entries) {
        List<Hashed> all = entries.stream()
                .map(its -> new Hashed(its.proposalId, its.revision, its.contentHash, its.exhibitSetHash))
                .sorted(Comparator.comparing(its -> its.proposalId().toString()))
                .toList();
        return Hashes.of(all);
    }

    public UUID packageId() {
        return packageId;
    }

    public UUID proposalId() {
        return proposalId;
    }

    public UUID caseId() {
        return caseId;
    }

    public int no() {
        return no;
    }

    public int revision() {
        return revision;
    }

    public String contentHash() {
        return contentHash;
    }

    public String exhibitSetHash() {
        return exhibitSetHash;
    }

    public UUID passedIn() {
        return passedIn;
    }

    public String number() {
        return number;
    }

    public LocalDate listedDate() {
        return listedDate;
    }

    public Instant leftAt() {
        return leftAt;
    }
}
