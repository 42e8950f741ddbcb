package lockstep.listing.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The real consolidated list, where this machine has it: below the folder of the system property
 * {@code lockstep.shared.data}, or at {@code ../shared/data} from the repository's root. Nothing of it is kept here.
 */
public final class AnnexIvFile {
    private static final Path FILE = Path.of("eu-official-journal", "consolidated", "32014R0833.csv");

    private AnnexIvFile() {}

    /** The rows of Annex IV by column; empty, and loudly so, where the file is absent. */
    public static Optional<List<Map<String, String>>> rows() {
        Optional<Path> file = find();
        if (file.isEmpty()) {
            System.out.println(
                    "!! ran WITHOUT the real Annex IV: no " + FILE + " in lockstep.shared.data or ../shared/data");
            return Optional.empty();
        }
        try {
            List<List<String>> cells = separated(Files.readString(file.get()), ',');
            List<Map<String, String>> rows = new ArrayList<>();
            for (List<String> row : cells.subList(1, cells.size())) {
                Map<String, String> byColumn = new HashMap<>();
                for (int i = 0; i < row.size(); i++) {
                    byColumn.put(cells.getFirst().get(i), row.get(i));
                }
                if ("IV".equals(byColumn.get("annex"))) {
                    rows.add(byColumn);
                }
            }
            return Optional.of(rows);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The values of one cell, as FORMAT.md of the file separates them. */
    public static List<String> values(String cell) {
        return cell.isEmpty() ? List.of() : separated(cell, ';').getFirst();
    }

    private static Optional<Path> find() {
        String given = System.getProperty("lockstep.shared.data");
        if (given != null) {
            return Optional.of(Path.of(given).resolve(FILE)).filter(Files::exists);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("listing-service"))) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder)
                .map(root -> root.resolveSibling("shared").resolve("data").resolve(FILE))
                .filter(Files::exists);
    }

    private static List<List<String>> separated(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && (c == separator || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r' && (quoted || separator != ';' || c != ' ' || !cell.isEmpty())) {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }
}
