package lockstep.listing.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.DecisionRule;
import lockstep.listing.programme.Stage;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One electorate deciding one package at one stage; its seats and rule are fixed at opening, holders are read live. */
@Entity
@Table(name = "round")
public class Round {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "package_id", updatable = false)
    private UUID packageId;

    @Column(updatable = false)
    private String programme;

    @Column(name = "programme_version", updatable = false)
    private String programmeVersion;

    @Column(updatable = false)
    private String stage;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private DecisionRule rule;

    @Column(updatable = false)
    private boolean silence;

    @Enumerated(EnumType.STRING)
    private RoundStatus status;

    @Column(name = "package_hash")
    private String packageHash;

    @Column(name = "opened_by", updatable = false)
    private String openedBy;

    @Column(name = "opened_at", updatable = false)
    private Instant openedAt;

    private Instant deadline;

    @Column(name = "deadline_flag")
    private String deadlineFlag;

    @Column(name = "closed_at")
    private Instant closedAt;

    private String outcome;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private List<Count.ElectorateSeat> electorate;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "access_snapshot", updatable = false)
    private Map<String, List<String>> accessSnapshot;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Note> notes;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Move> moves;

    protected Round() {}

    /** A chair's account of an attempt to bring an objector and the others together. */
    public record Note(String account, Instant at, String text) {}

    /** A deadline that was moved: never silently. */
    public record Move(Instant from, Instant to, String reason, String account, Instant at) {}

    /** {@code snapshot}: for each seat, the exhibits that it has signed to decide without; else all were open to it. */
    record Opening(
            Instant deadline,
            String deadlineFlag,
            List<Count.ElectorateSeat> electorate,
            Map<String, List<String>> snapshot) {}

    Round(UUID id, Package of, Stage stage, DecisionRule rule, Opening opening, Actor by, Instant at) {
        this.id = id;
        this.packageId = of.id();
        this.programme = of.programme();
        this.programmeVersion = of.named().programmeVersion();
        this.stage = stage.code();
        this.rule = rule;
        this.silence = stage.silenceAllowed() && rule == DecisionRule.UNANIMITY;
        this.status = RoundStatus.OPEN;
        this.packageHash = of.hash();
        this.openedBy = by.sub();
        this.openedAt = at;
        this.deadline = opening.deadline();
        this.deadlineFlag = opening.deadlineFlag();
        this.electorate = List.copyOf(opening.electorate());
        this.accessSnapshot = Map.copyOf(opening.snapshot());
        this.notes = List.of();
        this.moves = List.of();
    }

    Optional<Count.ElectorateSeat> seat(String code) {
        return electorate.stream().filter(seat -> seat.seat().equals(code)).findFirst();
    }

    Count count(Set<String> proposers) {
        return new Count(rule, silence, electorate, proposers);
    }

    void stop() {
        to(RoundWay.VOTE, RoundStatus.STOPPED);
    }

    /** The last objection is gone: the clock runs anew. */
    void reopen(RoundWay way, Instant newDeadline, String why, String account, Instant at) {
        to(way, RoundStatus.OPEN);
        move(newDeadline, null, why, account, at);
    }

    /** {@code flag}: why on a day that is none; null for a working day. */
    void moveDeadline(Instant to, String flag, String reason, String account, Instant at) {
        possible(RoundWay.MOVE_DEADLINE);
        move(to, flag, reason, account, at);
    }

    private void move(Instant to, String flag, String reason, String account, Instant at) {
        List<Move> all = new ArrayList<>(moves);
        all.add(new Move(deadline, to, reason, account, at));
        moves = List.copyOf(all);
        deadlineFlag = to.equals(deadline) ? deadlineFlag : flag;
        deadline = to;
    }

    void note(String text, String account, Instant at) {
        DecisionRefused.when(!status.live(), Reason.ROUND_CLOSED, "This round is over.");
        List<Note> all = new ArrayList<>(notes);
        all.add(new Note(account, at, text));
        notes = List.copyOf(all);
    }

    void carvedOut(String newHash) {
        possible(RoundWay.CARVE_OUT);
        packageHash = newHash;
    }

    void close(RoundStatus as, String why, Instant at) {
        to(as == RoundStatus.FAILED && status == RoundStatus.STOPPED ? RoundWay.CLOSE_FAILED : RoundWay.CLOSE, as);
        outcome = why;
        closedAt = at;
    }

    void cancel(String why, Instant at) {
        to(RoundWay.CANCEL, RoundStatus.CANCELLED);
        outcome = why;
        closedAt = at;
    }

    /** At its deadline an open round is over, whether the job has come to it yet or not: what stood then decides. */
    boolean over(Instant now) {
        return status == RoundStatus.OPEN && !deadline.isAfter(now);
    }

    void mustNotBeOver(Instant now) {
        DecisionRefused.when(over(now), Reason.ROUND_CLOSED, "The deadline has passed.");
    }

    void mustBe(String hashRead) {
        DecisionRefused.when(
                !packageHash.equals(hashRead), Reason.STALE_PACKAGE, "The package has another content now.");
    }

    void possible(RoundWay way) {
        if (!way.possibleFrom(status)) {
            throw new DecisionRefused(
                    status.live() ? Reason.NOT_IN_THIS_STATUS : Reason.ROUND_CLOSED,
                    "Not possible while the round is " + status + ".");
        }
    }

    private void to(RoundWay way, RoundStatus next) {
        possible(way);
        if (!way.to().contains(next)) {
            throw new IllegalStateException(way + " doesn't lead to " + next);
        }
        status = next;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID packageId() {
        return packageId;
    }

    public String programme() {
        return programme;
    }

    public String programmeVersion() {
        return programmeVersion;
    }

    public String stage() {
        return stage;
    }

    public DecisionRule rule() {
        return rule;
    }

    public boolean silence() {
        return silence;
    }

    public RoundStatus status() {
        return status;
    }

    public String packageHash() {
        return packageHash;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant deadline() {
        return deadline;
    }

    public String deadlineFlag() {
        return deadlineFlag;
    }

    public Instant closedAt() {
        return closedAt;
    }

    public String outcome() {
        return outcome;
    }

    public List<Count.ElectorateSeat> electorate() {
        return electorate;
    }

    public Map<String, List<String>> accessSnapshot() {
        return accessSnapshot;
    }

    public List<Note> notes() {
        return notes;
    }

    public List<Move> moves() {
        return moves;
    }
}
