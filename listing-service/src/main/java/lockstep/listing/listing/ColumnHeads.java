package lockstep.listing.listing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A released row names its columns, a list prints their heads once: a print may be pasted with them or without. */
final class ColumnHeads {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ColumnHeads() {}

    /** The row without the heads of its columns; a label that the authority prints within a cell stays. */
    static String without(Listing.Output row) {
        Set<String> heads = of(row);
        return row.text().lines().map(line -> body(line, heads)).collect(Collectors.joining("\n"));
    }

    private static String body(String line, Set<String> heads) {
        int colon = line.indexOf(": ");
        return colon > 0 && heads.remove(line.substring(0, colon)) ? line.substring(colon + 2) : line;
    }

    /** Mutable: each head stands once. */
    private static Set<String> of(Listing.Output row) {
        return switch (row.format()) {
            case "OJ_ANNEX_IV_ROW" -> heads(List.of("Date of listing").iterator());
            case "ENTITY_LIST_ROW" ->
                heads(List.of(
                                "Country",
                                "Entity",
                                "License requirement",
                                "License review policy",
                                "Federal Register citation")
                        .iterator());
            default -> heads(JSON.valueToTree(row.parts()).fieldNames());
        };
    }

    private static Set<String> heads(Iterator<String> names) {
        Iterable<String> all = () -> names;
        return StreamSupport.stream(all.spliterator(), false).collect(Collectors.toSet());
    }
}
