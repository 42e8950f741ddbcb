package lockstep.listing.embargo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.embargo.EmbargoRefused.Reason;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Packages that are released at one instant, T. A member is ready when it is scheduled for T, has its GO and no HOLD; the
 * group's row is locked before those of its packages.
 */
@Entity
@Table(name = "embargo_group")
public class EmbargoGroup {
    /** One change of T, by whom and why. */
    public record Move(Instant at, Instant from, Instant to, String account, String agency, String reason) {}

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(updatable = false)
    private String title;

    @Column(name = "release_at")
    private Instant releaseAt;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Mode mode;

    @Column(name = "alone_after_hours", updatable = false)
    private int aloneAfterHours;

    @Column(name = "founded_by", updatable = false)
    private String foundedBy;

    @Column(name = "founded_account", updatable = false)
    private String foundedAccount;

    @Column(name = "founded_agency", updatable = false)
    private String foundedAgency;

    @Column(name = "founded_at", updatable = false)
    private Instant foundedAt;

    @Column(name = "kept_back_at")
    private Instant keptBackAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Move> moves;

    @Column(name = "m_level", updatable = false)
    private String level;

    protected EmbargoGroup() {}

    /** What its founder agrees with the others; {@code aloneAfterHours} counts under {@link Mode#ALL_READY_BY} alone. */
    public record Terms(String title, Instant releaseAt, Mode mode, int aloneAfterHours) {}

    EmbargoGroup(UUID id, Terms terms, String level, Actor by, Instant at) {
        mustLieAhead(terms.releaseAt(), at);
        this.id = id;
        this.title = terms.title();
        this.releaseAt = terms.releaseAt();
        this.mode = terms.mode();
        this.aloneAfterHours = terms.aloneAfterHours();
        this.foundedBy = by.sub();
        this.foundedAccount = by.account();
        this.foundedAgency = by.agency().code();
        this.foundedAt = at;
        this.moves = List.of();
        this.level = level;
    }

    /** Each member's GO was for the former instant: its publisher gives it anew. */
    Move moveTo(Instant to, String reason, Actor by, Instant now) {
        mustLieAhead(to, now);
        EmbargoRefused.when(to.equals(releaseAt), Reason.INSTANT_IS_THAT);
        Move move = new Move(now, releaseAt, to, by.account(), by.agency().code(), reason);
        List<Move> all = new ArrayList<>(moves);
        all.add(move);
        moves = List.copyOf(all);
        releaseAt = to;
        keptBackAt = null;
        return move;
    }

    /** Nobody comes in once the instant has passed. */
    void mustLieAhead(Instant now) {
        mustLieAhead(releaseAt, now);
    }

    private static void mustLieAhead(Instant release, Instant now) {
        EmbargoRefused.when(!release.isAfter(now), Reason.RELEASE_IN_THE_PAST);
    }

    /** T has passed and not every member was ready. */
    public void keptBack(Instant at) {
        keptBackAt = keptBackAt == null ? at : keptBackAt;
    }

    /** From when on the ready ones no longer wait for the others; null: they always do. */
    public Instant aloneAt() {
        return mode == Mode.ALL_READY_BY ? releaseAt.plus(Duration.ofHours(aloneAfterHours)) : null;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String title() {
        return title;
    }

    public Instant releaseAt() {
        return releaseAt;
    }

    public Mode mode() {
        return mode;
    }

    public int aloneAfterHours() {
        return aloneAfterHours;
    }

    public String foundedAccount() {
        return foundedAccount;
    }

    public String foundedAgency() {
        return foundedAgency;
    }

    public Instant foundedAt() {
        return foundedAt;
    }

    public Instant keptBackAt() {
        return keptBackAt;
    }

    /** What its pages are marked with: the level that the founder's side usually gives. */
    public String level() {
        return level;
    }

    public List<Move> moves() {
        return moves;
    }
}
