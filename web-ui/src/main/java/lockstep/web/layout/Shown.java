package lockstep.web.layout;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;
import lockstep.auth.Marking;
import lockstep.web.services.HistoryItem;
import lockstep.web.services.Missing;

/** How times, countries, agencies and hashes are written for the reader. */
@TemplateExtension
public final class Shown {
    private static final Agencies AGENCIES = Agencies.bundled();

    private Shown() {}

    /** A whole moment in the reader's time, with the zone said. */
    static String when(Instant instant) {
        return in(instant, Ui.current().zone());
    }

    static String in(Instant instant, ZoneId zone) {
        Locale language = Ui.current().language();
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", language).format(instant.atZone(zone)) + " "
                + Clocks.city(zone, language);
    }

    /** To the second, in the reader's time, with the zone said. */
    static String exact(Instant instant) {
        Locale language = Ui.current().language();
        ZoneId zone = Ui.current().zone();
        return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", language).format(instant.atZone(zone)) + " "
                + Clocks.city(zone, language);
    }

    /** The day where the reader is. */
    public static String date(Instant instant) {
        return day(instant.atZone(Ui.current().zone()).toLocalDate());
    }

    /** For the tags of fields, which leave out a hint that is null. */
    static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static String told(Missing missing) {
        return Reasons.text(Ui.current().language(), missing.reason(), missing.detail());
    }

    /** A part of a printed row, which can be a list of lines. */
    static String printed(JsonNode part) {
        if (!part.isContainerNode()) {
            return part.asText();
        }
        if (part.has("label") && part.has("values")) {
            return Messages.find(
                                    Ui.current().language(),
                                    "part." + part.get("label").asText())
                            .orElse(part.get("label").asText())
                    + ": " + printed(part.get("values"));
        }
        List<String> lines = new ArrayList<>();
        part.forEach(line -> lines.add(printed(line)));
        boolean labelled = part.isArray() && part.path(0).has("label");
        return String.join(labelled ? "\n" : "; ", lines);
    }

    static String typeOf(JsonNode reference) {
        return reference.path("type").asText("");
    }

    static String numberOf(JsonNode reference) {
        return reference.path("number").asText("");
    }

    /** A service's reason word in the reader's language. */
    static String reasonText(String reason) {
        return Reasons.text(Ui.current().language(), reason, null);
    }

    /** The bundle's text for a marking's level. */
    static String key(String levelKey) {
        return Messages.text(Ui.current().language(), "level." + levelKey);
    }

    static String levelKey(Marking marking) {
        return marking.level().replace(':', '.');
    }

    /** Of what is said to be a day, that day: the same for all readers. */
    static String day(Instant instant) {
        return day(instant.atZone(ZoneOffset.UTC).toLocalDate());
    }

    static String day(LocalDate date) {
        return day(date, Ui.current().language());
    }

    /** For who knows the reader's language. */
    public static String day(LocalDate date, Locale language) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", language).format(date);
    }

    /** The moment in the programme's zone, in the reader's where that is another, and in UTC. */
    static String zones(Instant instant, String programmeZone) {
        Map<ZoneId, ZonedDateTime> told = new LinkedHashMap<>();
        if (programmeZone != null && !programmeZone.isBlank()) {
            told.put(ZoneId.of(programmeZone), instant.atZone(ZoneId.of(programmeZone)));
        }
        ZoneId own = Ui.current().zone();
        told.put(own, instant.atZone(own));
        Locale language = Ui.current().language();
        DateTimeFormatter hours = DateTimeFormatter.ofPattern("HH:mm", language);
        DateTimeFormatter full = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", language);
        StringBuilder text = new StringBuilder();
        told.forEach((zone, time) -> text.append(text.isEmpty() ? full.format(time) : ", " + hours.format(time))
                .append(' ')
                .append(Clocks.city(zone, language)));
        return text.append(", ")
                .append(hours.format(instant.atZone(ZoneOffset.UTC)))
                .append(" UTC")
                .toString();
    }

    /** How long until then, or that it is over, in the two largest units. */
    static String left(Instant deadline) {
        Locale language = Ui.current().language();
        Duration left = Duration.between(Instant.now(), deadline);
        if (left.isNegative()) {
            return Messages.text(language, "clock.over");
        }
        if (left.toDays() >= 2) {
            return Messages.text(language, "clock.days", left.toDays());
        }
        if (left.toHours() >= 1) {
            return Messages.text(language, "clock.hours", left.toHours(), left.toMinutesPart());
        }
        return Messages.text(language, "clock.minutes", left.toMinutes());
    }

    /** A class of the stylesheet: {@code late} under six hours and {@code over} too after it, {@code soon} under two days. */
    static String haste(Instant deadline) {
        Duration left = Duration.between(Instant.now(), deadline);
        return left.isNegative() ? "late over" : left.toHours() < 6 ? "late" : left.toHours() < 48 ? "soon" : "";
    }

    /** Why a round ended: the procedure's reason in the reader's language, a person's as it was given. */
    static String concluded(String reason) {
        return Conclusions.find(Ui.current().language(), reason).orElse(reason);
    }

    /** The same of an act, with a person's words as such. */
    static String becauseOf(String reason) {
        Locale language = Ui.current().language();
        return Conclusions.find(language, reason).orElseGet(() -> Messages.text(language, "word.quote", reason));
    }

    static String countryName(String code) {
        return Locale.of("", code).getDisplayCountry(Ui.current().language());
    }

    static String languageName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Ui.current().language());
    }

    /** An agency's name by its code; the code where it is not known here. */
    public static String agencyName(String code) {
        return AGENCIES.find(code).map(Agency::name).orElse(code);
    }

    static boolean isHash(String text) {
        return text.matches("[0-9a-f]{64}");
    }

    public static String shortHash(String hash) {
        return hash.length() <= 16 ? hash : hash.substring(0, 8) + "…" + hash.substring(hash.length() - 4);
    }

    static String size(long bytes) {
        Locale language = Ui.current().language();
        if (bytes < 1024) {
            return Messages.text(language, "size.bytes", bytes);
        }
        double kib = bytes / 1024.0;
        double mib = kib / 1024;
        return kib < 1024
                ? Messages.text(language, "size.kib", String.format(language, "%.1f", kib))
                : mib < 1024
                        ? Messages.text(language, "size.mib", String.format(language, "%.1f", mib))
                        : Messages.text(language, "size.gib", String.format(language, "%.1f", mib / 1024));
    }

    /** What a journal row is called. */
    static String label(HistoryItem item) {
        Locale language = Ui.current().language();
        boolean onPage = item.payload() != null && item.payload().path("inline").asBoolean();
        String told = "event." + HistoryDetail.happened(item);
        return Messages.find(language, told + ("REFUSED".equals(item.outcome()) ? ".refused" : onPage ? ".inline" : ""))
                .or(() -> Messages.find(language, told))
                .orElse(item.type());
    }

    static boolean partlyWithheld(List<HistoryItem> items) {
        return items.stream().anyMatch(HistoryItem::withheld);
    }

    /** What was said with it: a reason, a note, a choice. */
    static String detail(HistoryItem item) {
        return HistoryDetail.of(item, Ui.current().language());
    }
}
