package lockstep.web.services;

import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import lockstep.auth.Marking;

/** Packages of several programmes that agree on one instant of release. */
public record EmbargoGroupView(
        String id,
        String title,
        Marking marking,
        Instant releaseAt,
        String mode,
        Instant aloneAt,
        String foundedBy,
        String foundedAgency,
        Instant foundedAt,
        Instant keptBackAt,
        boolean takesPart,
        List<Move> moves,
        List<Member> members,
        List<Incident> incidents,
        List<AllowedAction> allowedActions) {

    /** One change of the instant. */
    public record Move(Instant at, Instant from, Instant to, String account, String agency, String reason) {}

    /** Something that came out before its time. */
    public record Incident(Instant happenedAt, String text, String account, String agency, Instant reportedAt) {}

    /** One side's package, or the invitation that isn't answered. */
    public record Member(
            String id,
            String programme,
            String state,
            boolean overdue,
            String leftWhy,
            Instant publishedAt,
            String packageId,
            String packageNumber,
            List<AllowedAction> allowedActions) {}

    /** Where it is shown. */
    public String page() {
        return "/embargo-groups/" + id;
    }

    public Member member(String wanted) {
        return members.stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Of those who haven't left: how many are ready or published already. */
    public long ready() {
        return there().stream()
                .filter(one -> "GO".equals(one.state()) || "PUBLISHED".equals(one.state()))
                .count();
    }

    public List<Member> there() {
        return members.stream()
                .filter(one -> !"LEFT".equals(one.state()) && !"DISSOLVED".equals(one.state()))
                .toList();
    }
}
