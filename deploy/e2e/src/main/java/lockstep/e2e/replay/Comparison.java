package lockstep.e2e.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lockstep.e2e.client.Json;
import lockstep.e2e.source.SourceRow;

/**
 * Holds the published row of the Official Journal against the source, value by value and character by character; only
 * characters that print nothing are left out of account.
 */
final class Comparison {
    private static final String EXPORTS = "OJ_ANNEX_IV_ROW";
    private static final String TRANSACTIONS = "OJ_ANNEX_XLV_ROW";
    private final List<String> differences = new ArrayList<>();

    private Comparison() {}

    /** What differs, in words; empty if the two say the same. */
    static List<String> of(SourceRow row, JsonNode listing) {
        Comparison its = new Comparison();
        String format = row.part().isEmpty() ? EXPORTS : TRANSACTIONS;
        JsonNode output = Json.items(listing.path("outputs"))
                .filter(candidate -> candidate.path("format").asText().equals(format))
                .findFirst()
                .orElse(null);
        if (output == null) {
            return List.of("no " + format + " was published");
        }
        if (format.equals(EXPORTS)) {
            its.exports(row, output.path("parts"));
            its.printed(row, output.path("text").asText());
        } else {
            its.transactions(row, output.path("parts"), output.path("text").asText());
        }
        its.same(
                "listed date",
                List.of(row.listed().toString()),
                List.of(listing.path("listedDate").asText()));
        return List.copyOf(its.differences);
    }

    private void exports(SourceRow row, JsonNode parts) {
        same("number", List.of(row.number()), List.of(parts.path("number").asText()));
        same("name", List.of(row.name()), List.of(parts.path("name").asText()));
        same("local names", row.localNames(), texts(parts.path("localNames")));
        same("aliases", row.latinAliases(), texts(parts.path("aliases")));
        same("identifiers", row.registrations(), line(parts, "REGISTRATION_NUMBER"));
        same("addresses", row.addresses(), line(parts, "ADDRESS"));
        same("telephone", row.phones(), line(parts, "TELEPHONE"));
        same("email", row.emails(), line(parts, "EMAIL"));
        same("website", row.websites(), line(parts, "WEBSITE"));
        same(
                "date",
                List.of(row.printedDate()),
                List.of(parts.path("dateOfListing").asText()));
    }

    /** Labelled columns and the text made of them; a number that the annex doesn't print is left out of account. */
    private void transactions(SourceRow row, JsonNode columns, String text) {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        wanted.put("Part", row.part().stream().toList());
        wanted.put("Number", row.numbered() ? List.of(row.number()) : texts(columns.path("Number")));
        wanted.put("Name", List.of(row.name()));
        wanted.put("Local name", row.localNames());
        wanted.put("A.k.a.", row.latinAliases());
        wanted.put("BIC", row.bics());
        wanted.put("Date of application", List.of(row.printedDate()));
        wanted.forEach((label, values) -> same(label, values, texts(columns.path(label))));
        String whole = wanted.entrySet().stream()
                .filter(column -> !column.getValue().isEmpty())
                .map(column -> column.getKey() + ": " + String.join("; ", column.getValue()) + "\n")
                .collect(Collectors.joining());
        same("text", List.of(whole), List.of(text));
    }

    private void same(String what, List<String> source, List<String> published) {
        List<String> visible = source.stream().map(SourceRow::visible).toList();
        if (!visible.equals(published)) {
            differences.add(what + ": source " + visible + ", published " + published);
        }
    }

    /** The plain text carries the name, every alias, number and address, and the date too. */
    private void printed(SourceRow row, String text) {
        List<String> wanted = new ArrayList<>(row.aliases());
        wanted.add(row.name());
        wanted.addAll(row.registrations());
        wanted.addAll(row.addresses());
        wanted.add(row.printedDate());
        wanted.stream()
                .map(SourceRow::visible)
                .filter(words -> !text.contains(words))
                .forEach(words -> differences.add("the printed text lacks “" + words + "”"));
    }

    private static List<String> line(JsonNode parts, String label) {
        return Json.items(parts.path("identifyingInformation"))
                .filter(line -> line.path("label").asText().equals(label))
                .flatMap(line -> texts(line.path("values")).stream())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return Json.items(array).map(JsonNode::asText).toList();
    }
}
