package lockstep.evidence.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Clearance;
import lockstep.evidence.storage.Partial;
import org.hibernate.annotations.DynamicUpdate;

/** One file on its way. Only what changes is written: the key may be wrapped anew meanwhile. */
@Entity
@DynamicUpdate
@Table(name = "upload")
public class Upload {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "batch_id")
    private UUID batchId;

    @Column(name = "case_id")
    private UUID caseId;

    private String owner;
    private String name;

    @Column(name = "relative_path")
    private String relativePath;

    @Column(name = "media_type")
    private String mediaType;

    private long length;
    private long received;

    @Enumerated(EnumType.STRING)
    private UploadState state;

    private String reason;

    @Column(name = "blob_id")
    private UUID blobId;

    @Column(name = "wrapped_key")
    private byte[] wrappedKey;

    private byte[] digest;
    private byte[] tail;
    private String place;
    private UUID lease;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "exhibit_id")
    private UUID exhibitId;

    private Integer part;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_account")
    private String createdAccount;

    @Enumerated(EnumType.STRING)
    private Clearance clearance;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Upload() {}

    Upload(UUID id, Batch batch, SentFile file, Partial nothing, Actor by, Instant at, Instant expiresAt) {
        this.id = id;
        this.batchId = batch.id();
        this.caseId = batch.caseId();
        this.owner = batch.owner();
        this.name = file.name();
        this.relativePath = file.relativePath();
        this.mediaType = file.mediaType();
        this.length = nothing.length();
        this.state = UploadState.RECEIVING;
        this.blobId = nothing.blob();
        this.wrappedKey = nothing.wrappedKey();
        come(nothing);
        this.createdAt = at;
        this.createdBy = by.sub();
        this.createdAccount = by.account();
        this.clearance = by.clearance();
        this.expiresAt = expiresAt;
    }

    /** The part of a container, with as much of it as has come: nobody sends it, and it is not gone on with. */
    static Upload ofPart(UUID id, Batch batch, int part, SentFile file, Partial come, Actor by, Instant at) {
        Upload upload = new Upload(id, batch, file, come, by, at, at);
        upload.part = part;
        return upload;
    }

    /** Whoever takes the lease is the only one who sends, until it is given back or has run out. */
    void take(UUID token, long offset, Instant now, Instant until) {
        mustReceive(now);
        if (lease != null && leaseUntil.isAfter(now)) {
            throw UploadProblems.held();
        }
        if (offset != received) {
            throw UploadProblems.wrongOffset(received);
        }
        lease = token;
        leaseUntil = until;
    }

    /** Keeps the lease a while longer; with nothing new to keep. */
    void renew(UUID token, Instant now, Instant until) {
        mustReceive(now);
        mustHold(token);
        leaseUntil = until;
    }

    /** Writes down how far it has come; only who holds the lease may. */
    void checkpoint(UUID token, Partial come, Instant now, Instant until, Instant expires) {
        renew(token, now, until);
        come(come);
        expiresAt = expires;
    }

    void release(UUID token) {
        if (token.equals(lease)) {
            lease = null;
            leaseUntil = null;
        }
    }

    void accept(UUID exhibit) {
        over(UploadState.ACCEPTED);
        exhibitId = exhibit;
        lease = null;
        leaseUntil = null;
    }

    void fail(String why) {
        state = UploadState.FAILED;
        reason = why;
    }

    /** What came in whole and could not be registered is tried again as it is. */
    void retry(Instant now) {
        if (!retriable(now)) {
            throw UploadProblems.notAgain();
        }
        state = UploadState.RECEIVING;
        reason = null;
    }

    boolean retriable(Instant now) {
        return state == UploadState.FAILED && length > 0 && whole() && expiresAt.isAfter(now);
    }

    /** Over by its sender's will, whoever is still sending; an exhibit stays one. */
    void terminate() {
        if (state == UploadState.ACCEPTED) {
            throw UploadProblems.registered();
        }
        if (state == UploadState.TERMINATED || state == UploadState.EXPIRED) {
            throw UploadProblems.gone(state, reason);
        }
        over(UploadState.TERMINATED);
        reason = null;
    }

    void expire() {
        over(UploadState.EXPIRED);
    }

    /** Its key is needed no more; an exhibit has one of its own. */
    private void over(UploadState how) {
        state = how;
        wrappedKey = null;
    }

    /** Nothing can be sent to what is over; the answer is the same whether it was looked after already or not. */
    void mustReceive(Instant now) {
        if (state == UploadState.RECEIVING && expiresAt.isBefore(now)) {
            throw UploadProblems.gone(UploadState.EXPIRED, null);
        }
        if (state != UploadState.RECEIVING) {
            throw UploadProblems.gone(state, reason);
        }
    }

    private void mustHold(UUID token) {
        if (!token.equals(lease)) {
            throw UploadProblems.held();
        }
    }

    private void come(Partial come) {
        this.received = come.received();
        this.digest = come.digest();
        this.tail = come.tail();
        this.place = come.place();
    }

    Partial partial() {
        return new Partial(blobId, wrappedKey, length, received, digest, tail, place);
    }

    boolean whole() {
        return received == length;
    }

    /** All bytes are there and no exhibit holds them yet. */
    boolean toBeRegistered() {
        return state == UploadState.RECEIVING && whole();
    }

    public UUID id() {
        return id;
    }

    public UUID batchId() {
        return batchId;
    }

    public UUID caseId() {
        return caseId;
    }

    public String owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    public String relativePath() {
        return relativePath;
    }

    public String mediaType() {
        return mediaType;
    }

    public long length() {
        return length;
    }

    public long received() {
        return received;
    }

    public UploadState state() {
        return state;
    }

    public String reason() {
        return reason;
    }

    public UUID blobId() {
        return blobId;
    }

    public UUID exhibitId() {
        return exhibitId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public String createdAccount() {
        return createdAccount;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
