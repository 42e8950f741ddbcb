package lockstep.e2e.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import lockstep.e2e.client.Json;
import lockstep.e2e.source.SourceRow;

/**
 * Holds the published row of the Official Journal against the source, value by value and word for word; only characters
 * that print nothing are left out of account.
 */
final class Comparison {
    private static final String FORMAT = "OJ_ANNEX_IV_ROW";
    private final List<String> differences = new ArrayList<>();

    private Comparison() {}

    /** What differs, in words; empty if the two say the same. */
    static List<String> of(SourceRow row, JsonNode listing) {
        Comparison its = new Comparison();
        JsonNode output = Json.items(listing.path("outputs"))
                .filter(candidate -> candidate.path("format").asText().equals(FORMAT))
                .findFirst()
                .orElse(null);
        if (output == null) {
            return List.of("no " + FORMAT + " was published");
        }
        JsonNode parts = output.path("parts");
        its.same("number", List.of(row.number()), List.of(parts.path("number").asText()));
        its.same("name", List.of(row.name()), List.of(parts.path("name").asText()));
        its.same("local names", row.localNames(), texts(parts.path("localNames")));
        its.same("aliases", row.latinAliases(), texts(parts.path("aliases")));
        its.same("identifiers", row.registrations(), line(parts, "REGISTRATION_NUMBER"));
        its.same("addresses", row.addresses(), line(parts, "ADDRESS"));
        its.same("telephone", row.phones(), line(parts, "TELEPHONE"));
        its.same("email", row.emails(), line(parts, "EMAIL"));
        its.same("website", row.websites(), line(parts, "WEBSITE"));
        its.same(
                "date",
                List.of(row.printedDate()),
                List.of(parts.path("dateOfListing").asText()));
        its.same(
                "listed date",
                List.of(row.listed().toString()),
                List.of(listing.path("listedDate").asText()));
        its.printed(row, output.path("text").asText());
        return List.copyOf(its.differences);
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
