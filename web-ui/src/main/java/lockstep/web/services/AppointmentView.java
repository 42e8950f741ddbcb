package lockstep.web.services;

import java.time.Instant;
import java.util.List;

/** A person's seat or office in a programme, from when to when. */
public record AppointmentView(
        String id,
        String status,
        String sub,
        String account,
        String agency,
        String programme,
        String seat,
        String office,
        boolean alternate,
        Instant from,
        Instant to,
        String instrument,
        Covers covers,
        List<AllowedAction> allowedActions) {

    /** What an auditor's appointment lets read. */
    public record Covers(List<String> agencies, List<String> programmes) {}

    /** What it lets read beside its own programme. */
    public Covers covered() {
        return covers == null ? new Covers(List.of(), List.of()) : covers;
    }

    /** True if it lets its holder audit now. */
    public boolean isAudit() {
        return "auditor".equals(office) && "CONFIRMED".equals(status);
    }

    /** True for an alternate of the same seat, who can be its holder's deputy. */
    public boolean standsInFor(AppointmentView holder) {
        return alternate
                && programme.equals(holder.programme())
                && seat != null
                && seat.equals(holder.seat())
                && "CONFIRMED".equals(status);
    }
}
