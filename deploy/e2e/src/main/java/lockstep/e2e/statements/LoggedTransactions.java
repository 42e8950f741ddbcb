package lockstep.e2e.statements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The transactions that a stretch of the server's log tells of, in the order in which they began. */
final class LoggedTransactions {
    private static final Pattern LINE =
            Pattern.compile("^\\S+ \\S+ UTC \\[(\\d+)] listing_app@listing (LOG|DETAIL):  (.*)$", Pattern.DOTALL);
    private static final Pattern EXECUTED = Pattern.compile("^(?:execute [^:]*|statement): (.*)$", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']++|'')*+')");

    private LoggedTransactions() {}

    /** One statement with the values of its parameters as literals, {@code NULL} among them. */
    record Executed(String text, List<String> values) {
        boolean is(String command) {
            return text.equalsIgnoreCase(command);
        }
    }

    static List<List<Executed>> in(String log, Predicate<List<Executed>> wanted) {
        Map<String, List<Executed>> open = new HashMap<>();
        List<List<Executed>> begun = new ArrayList<>();
        for (String entry : log.split("\n(?!\t)")) {
            Matcher line = LINE.matcher(entry.replace("\n\t", "\n"));
            if (!line.matches()) {
                continue;
            }
            List<Executed> its = open.get(line.group(1));
            Matcher executed = EXECUTED.matcher(line.group(3));
            if (line.group(2).equals("LOG") && executed.matches()) {
                Executed one = new Executed(executed.group(1).strip(), new ArrayList<>());
                if (one.is("BEGIN")) {
                    its = new ArrayList<>();
                    open.put(line.group(1), its);
                    begun.add(its);
                }
                if (its != null) {
                    its.add(one);
                }
            } else if (its != null && line.group(2).equals("DETAIL")) {
                Matcher value = VALUE.matcher(line.group(3));
                while (value.find()) {
                    its.getLast().values().add(value.group(2));
                }
            }
        }
        return begun.stream()
                .filter(its -> its.getLast().is("COMMIT"))
                .filter(wanted)
                .toList();
    }
}
