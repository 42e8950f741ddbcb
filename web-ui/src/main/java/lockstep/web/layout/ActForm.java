package lockstep.web.layout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.NotFoundException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * An act that is one small form: which fields it asks for, and the part of the address that it is sent to. The list says
 * what can be filled in, never who may act: a service decides that, and its refusal comes back into the form.
 */
public record ActForm(String family, String action, String verb, List<ActField> fields) {

    /** One field; {@code words} is the family of message keys for the choices. */
    public record ActField(String name, Kind kind, List<String> values, String words) {}

    /** How a field is asked. */
    public enum Kind {
        LINE,
        TEXT,
        SELECT,
        DATE,
        MOMENT,
        CHOICE,
        /** One that may be left out, of what the page knows; without anything to choose it isn't asked. */
        OPTIONAL,
        SEATS,
        ENTRIES
    }

    private static final List<String> RETURN_CODES = List.of(
            "INSUFFICIENT_EVIDENCE",
            "IDENTIFIERS_INSUFFICIENT",
            "CRITERION_NOT_MET",
            "EVIDENCE_NOT_DISCLOSABLE",
            "STALE_EVIDENCE",
            "DUPLICATE",
            "DISPROPORTIONATE",
            "ONGOING_INVESTIGATION",
            "POLITICAL_OBJECTION",
            "DIPLOMATIC_ENGAGEMENT",
            "LEGAL_DEFECT",
            "TRANSLATION_DEFECT",
            "OTHER");

    /** The act of that name, or a page that does not exist. */
    public static ActForm of(String family, String action) {
        return switch (family + "." + action) {
            case "proposal.submit" -> form(family, action, action, text("reply"));
            case "proposal.return" -> form(family, action, action, select("code", RETURN_CODES, "code"), text("text"));
            case "proposal.endorse" -> form(family, action, action, text("note"));
            case "proposal.advise" -> form(family, action, "advisory-endorsements", text("note"));
            case "proposal.find-sufficient" ->
                form(
                        family,
                        action,
                        action,
                        text("standard"),
                        text("criterion"),
                        text("proportionality"),
                        text("disclosability"));
            case "proposal.hold" -> form(family, action, action, text("reason"), moment("reviewBy"));
            case "proposal.consult" ->
                form(family, action, "consultations", choice("agency"), date("on"), line("person"), text("outcome"));
            case "release.deny", "release.revoke" -> form(family, action, action, text("reason"));
            case "release.withdraw" -> form(family, action, action);
            case "proposal.resume" -> form(family, action, action);
            case "proposal.withdraw", "exhibit.withdraw", "appointment.end" ->
                form(family, action, action, text("reason"));
            case "exhibit.propose-scan-override" -> form(family, action, "scan-override", text("reason"));
            case "exhibit.confirm-scan-override" -> form(family, action, "confirm");
            case "exhibit.set-hold" -> form(family, action, "holds", text("reason"));
            case "exhibit.lift-hold" -> form(family, action, "lift", text("reason"));
            case "exhibit.propose-disposal" -> form(family, action, "disposal", text("reason"));
            case "exhibit.confirm-disposal" -> form(family, action, "confirm");
            case "exhibit.drop-disposal" -> form(family, action, "drop");
            case "exhibit.freeze" -> form(family, action, "spill", text("reason"));
            case "exhibit.propose-purge" -> form(family, action, "purge", text("reason"));
            case "exhibit.confirm-settlement" -> form(family, action, "confirm");
            case "exhibit.drop-settlement" -> form(family, action, "drop");
            case "spill.acknowledge" -> form(family, action, "acknowledgement", text("note"));
            case "exhibit.record-transfer" ->
                form(
                        family,
                        action,
                        "transfers",
                        select("medium", List.of("ORIGINAL", "COPY"), "medium"),
                        line("receiver"),
                        moment("at"),
                        line("purpose"),
                        line("country"),
                        optional("legalBasis.code"),
                        text("legalBasis.necessity"));
            case "exhibit.protect-source", "exhibit.change-source" ->
                form(family, action, "source", line("identity"), text("contact"), text("notes"));
            case "exhibit.open-source" -> form(family, action, "open", line("purpose"));
            case "exhibit.name-handler" -> form(family, action, "handlers", choice("sub"));
            case "exhibit.confirm-handler" -> form(family, action, "confirm");
            case "exhibit.drop-handler" -> form(family, action, "drop");
            case "exhibit.take-handler-away" -> form(family, action, "take-away");
            case "exhibit.open-parts" -> form(family, action, "parts");
            case "proposal.resubmit" -> form(family, action, action, text("whatChanged"));
            case "package.open-round" ->
                form(
                        family,
                        action,
                        "rounds",
                        moment("deadline"),
                        line("deadlineFlag"),
                        seats("conditionalSeats"),
                        text("reason"));
            case "package.unschedule", "package.hold-release", "package.escalate" ->
                form(family, action, action, text("reason"));
            case "package.impact-note" -> form(family, action, "impact-notes", text("text"));
            case "package.note", "proposal.note" -> form(family, action, "notes", text("text"));
            case "note.widen-to-electorate", "note.widen-to-case" -> form(family, action, "audience");
            case "proposal.widen-return", "proposal.widen-opinion" -> form(family, action, action);
            case "package.decides-without" -> form(family, action, action, entries("items"));
            case "package.lift-hold" -> form(family, action, action);
            case "package.go" -> form(family, action, action, date("inForce"), date("listedDate"));
            case "round.lift", "round.close-failed", "round.cancel" -> form(family, action, action, text("reason"));
            case "round.mediation-note" -> form(family, action, "mediation-notes", text("text"));
            case "round.carve-out" ->
                form(family, action, action, entries("entries"), moment("deadline"), text("reason"));
            case "round.move-deadline" ->
                form(family, action, "deadline", moment("deadline"), line("deadlineFlag"), text("reason"));
            case "embargo.invite" -> form(family, action, "invitations", choice("programme"));
            case "embargo.join", "embargo.add-package" -> form(family, action, "members", choice("packageId"));
            case "embargo.decline", "embargo.leave" -> form(family, action, "leave", text("reason"));
            case "embargo.move" -> form(family, action, "release-at", moment("releaseAt"), text("reason"));
            case "embargo.report-incident" -> form(family, action, "incidents", moment("happenedAt"), text("text"));
            case "listing.receive-observations" ->
                form(family, action, "observations", date("receivedOn"), line("sender"), text("text"));
            case "listing.extend" -> form(family, action, "extension", line("number"), date("decidedOn"));
            case "listing.confirm-extension" -> form(family, action, "confirm");
            case "listing.confirm-print" ->
                form(family, action, "prints", line("reference"), moment("seenAt"), text("printed"));
            case "listing.accept-discrepancy" -> form(family, action, "acceptances", text("reason"));
            case "listing.confirm-acceptance" -> form(family, action, "confirm");
            case "listing.refuse-acceptance" -> form(family, action, "refuse", text("reason"));
            case "appointment.absence" ->
                form(family, action, "absences", choice("deputyId"), moment("from"), moment("until"));
            case "record.confirm", "appointment.confirm" -> form(family, action, action);
            case "record.refuse" -> form(family, action, action, text("reason"));
            case "correction.confirm" -> form(family, action, action);
            case "correction.refuse", "correction.withdraw", "correction.demand-round" ->
                form(family, action, action, text("reason"));
            case "case.invite" -> form(family, action, "participants", choice("agency"));
            case "case.leave" -> form(family, action, action, choice("agency"), text("reason"));
            case "case.recuse" -> form(family, action, "recusals", text("reason"));
            default -> throw new NotFoundException();
        };
    }

    private static ActForm form(String family, String action, String verb, ActField... fields) {
        return new ActForm(family, action, verb, List.of(fields));
    }

    private static ActField line(String name) {
        return new ActField(name, Kind.LINE, List.of(), "");
    }

    private static ActField text(String name) {
        return new ActField(name, Kind.TEXT, List.of(), "");
    }

    private static ActField date(String name) {
        return new ActField(name, Kind.DATE, List.of(), "");
    }

    private static ActField moment(String name) {
        return new ActField(name, Kind.MOMENT, List.of(), "");
    }

    private static ActField choice(String name) {
        return new ActField(name, Kind.CHOICE, List.of(), "");
    }

    private static ActField optional(String name) {
        return new ActField(name, Kind.OPTIONAL, List.of(), "");
    }

    private static ActField seats(String name) {
        return new ActField(name, Kind.SEATS, List.of(), "");
    }

    private static ActField entries(String name) {
        return new ActField(name, Kind.ENTRIES, List.of(), "");
    }

    private static ActField select(String name, List<String> values, String words) {
        return new ActField(name, Kind.SELECT, values, words);
    }

    /** True if it can't be sent without one of the things that only the page knows. */
    boolean asksForChoice() {
        return fields.stream().anyMatch(field -> field.kind() == Kind.CHOICE);
    }

    /** The message key of its label: {@code act.proposal.return}. */
    public String key() {
        return "act." + family + "." + action;
    }

    /** What it is called, in the reader's language. */
    public String label() {
        return Messages.text(Ui.current().language(), key());
    }

    /** What is sent: a moment as the reader wrote it in the programme's zone becomes an instant. */
    public ObjectNode body(Form form, ZoneId zone) {
        ObjectNode body = form.filled();
        for (ActField field : fields) {
            if (field.kind() == Kind.MOMENT && body.hasNonNull(field.name())) {
                body.put(field.name(), instant(body.get(field.name()).asText(), zone));
            }
        }
        return body;
    }

    /** Text that is no date goes as it is: the service says what is wrong with it. */
    public static String instant(String local, ZoneId zone) {
        try {
            return LocalDateTime.parse(local).atZone(zone).toInstant().toString();
        } catch (DateTimeException notADate) {
            return local;
        }
    }

    /** When a day begins; null where none was given. */
    public static String startOf(String day, ZoneId zone) {
        return day == null || day.isBlank() ? null : instant(day.strip() + "T00:00", zone);
    }

    /** A moment as a field takes it. */
    public static String local(Instant moment, ZoneId zone) {
        return LocalDateTime.ofInstant(moment, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** The fields with what the page needs to show them; {@code choices} are what is known only there. */
    List<ShownField> shown(Form form, ActPage.About about) {
        List<ShownField> shown = new ArrayList<>();
        for (ActField field : fields) {
            if ((field.kind() == Kind.SEATS || field.kind() == Kind.OPTIONAL)
                    && about.choices().isEmpty()) {
                continue;
            }
            List<Option> options =
                    switch (field.kind()) {
                        case SELECT -> Option.words(field.words(), field.values());
                        case CHOICE, OPTIONAL, ENTRIES, SEATS -> about.choices();
                        case LINE, TEXT, DATE, MOMENT -> List.of();
                    };
            ActPage.FieldWords words = about.words().getOrDefault(field.name(), wordsOf(field));
            if (field.kind() == Kind.CHOICE && options.size() == 1 && !form.has(field.name())) {
                form.with(field.name(), options.getFirst().value());
            }
            shown.add(new ShownField(form.field(field.name()), field.kind(), options, words.label(), words.hint()));
        }
        return shown;
    }

    private ActPage.FieldWords wordsOf(ActField field) {
        return new ActPage.FieldWords(label(field), hint(field));
    }

    private String label(ActField field) {
        var language = Ui.current().language();
        return Messages.find(language, "field." + family + "." + action + "." + field.name())
                .orElseGet(() -> Messages.text(language, "field." + field.name()));
    }

    private String hint(ActField field) {
        var language = Ui.current().language();
        return Messages.find(language, "field." + family + "." + action + "." + field.name() + "-hint")
                .or(() -> Messages.find(language, "field." + field.name() + "-hint"))
                .orElse("");
    }

    /** One field ready for the page. */
    public record ShownField(Field f, Kind kind, List<Option> options, String label, String hint) {}
}
