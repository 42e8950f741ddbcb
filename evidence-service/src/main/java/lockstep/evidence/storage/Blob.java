package lockstep.evidence.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Sealed bytes that an agency owns: their digest, and their key, wrapped. Never changed. */
@Entity
@Table(name = "blob")
public class Blob {
    @Id
    private UUID id;

    private String owner;
    private String sha256;
    private long size;

    @Column(name = "piece_size")
    private int pieceSize;

    @Column(name = "wrapped_key")
    private byte[] wrappedKey;

    @Column(name = "sealed_at")
    private Instant sealedAt;

    protected Blob() {}

    /** For blobs made without a database, in tests of the store. */
    Blob(SealedBytes sealed) {
        this.id = sealed.blob();
        this.sha256 = sealed.sha256();
        this.size = sealed.size();
        this.pieceSize = sealed.pieceSize();
        this.wrappedKey = sealed.wrappedKey().clone();
    }

    public UUID id() {
        return id;
    }

    public String owner() {
        return owner;
    }

    public String sha256() {
        return sha256;
    }

    public long size() {
        return size;
    }

    byte[] wrappedKey() {
        return wrappedKey;
    }

    public int pieceSize() {
        return pieceSize;
    }

    public Instant sealedAt() {
        return sealedAt;
    }
}
