package lockstep.e2e.statements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lockstep.e2e.statements.LoggedTransactions.Executed;
import lockstep.local.Checkout;

/** The committed script of one vote: what it asks of the database, in pgbench's terms. */
public final class VoteScript {
    /** Whose votes the script casts: seat, agency and clearance stand in it. */
    public static final String VOTER = "de-voter";

    private static final Path FILE = Path.of("deploy/bench/src/main/resources/lockstep/bench/vote.sql");
    /** What precedes the vote itself: a row of what differs between votes. */
    private static final String PICK = "-- pick";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|\\+00)?");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

    private final Map<String, String> known;
    private final Map<String, String> fresh = new LinkedHashMap<>();

    private VoteScript(Map<String, String> known) {
        this.known = known;
    }

    public static Path file() {
        return Checkout.find().root().resolve(FILE);
    }

    /** The vote's statements as the file has them. */
    public static Normalised committed() {
        try {
            String vote = Files.readString(file()).split(PICK + "\n", 2)[1].split("\\\\gset\n", 2)[1];
            return Normalised.of(
                    Arrays.stream(vote.replaceAll("(?m)^(?:--|\\\\).*$", "").split(";\n"))
                            .filter(statement -> !statement.isBlank())
                            .toList());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /**
     * Writes the log of one vote as a script.
     *
     * @param voter pseudonym of the voter
     * @param known values that belong to the vote and stand in columns of {@code bench_vote}, by value
     */
    public static String of(String log, String voter, Map<String, String> known) {
        VoteScript script = new VoteScript(known);
        String vote = transactions(log, voter).stream().map(script::transaction).collect(Collectors.joining("\n"));
        return script.head() + vote;
    }

    /** What the voter's own transactions ask in the log of one vote, and not what others ask because of it. */
    public static Normalised asked(String log, String voter) {
        return Normalised.of(transactions(log, voter).stream()
                .flatMap(List::stream)
                .map(Executed::text)
                .toList());
    }

    private static List<List<Executed>> transactions(String log, String voter) {
        return LoggedTransactions.in(log, its -> belongs(its, voter));
    }

    /** The voter's own transactions, and the question how far evidence-service must know the journal; not the jobs' own. */
    private static boolean belongs(List<Executed> transaction, String voter) {
        List<String> acting = transaction.get(1).values();
        return acting.contains("'" + voter + "'")
                || acting.contains("'feed'")
                        && transaction.stream().anyMatch(one -> one.text().contains("journal_numbered("));
    }

    private String head() {
        String ids = fresh.values().stream()
                .map(name -> ", gen_random_uuid() as " + name)
                .collect(Collectors.joining());
        return """
                -- One vote that changes an earlier one, as listing-service's database is asked for it: captured from the
                -- running system, compared with it by VoteStatementsIT, written anew by ./lockstep bench vote-script.
                -- Each client of pgbench has rounds of its own.
                """
                + PICK
                + "\n\\set n :client_id + 16 * random(0, :each - 1)\n"
                + "select *"
                + ids
                + " from bench_vote(:n)\n\\gset\n\n";
    }

    private String transaction(List<Executed> statements) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < statements.size(); i++) {
            // The driver sends BEGIN together with the statement that follows.
            text.append(i == 0 ? "\\startpipeline\n" : "")
                    .append(written(statements.get(i)))
                    .append(";\n");
            text.append(i == 1 ? "\\endpipeline\n" : "");
        }
        return text.toString();
    }

    private String written(Executed statement) {
        String text = statement.text().strip().replaceAll("\\s*\n\\s*", "\n  ");
        return PARAMETER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(value(statement, Integer.parseInt(match.group(1)) - 1)));
    }

    private String value(Executed statement, int at) {
        String literal = statement.values().get(at);
        if (literal.equals("NULL")) {
            return "null";
        }
        String value = literal.substring(1, literal.length() - 1).replace("''", "'");
        if (statement.text().contains("journal_numbered(") && at == 0) {
            return ":position";
        }
        if (known.containsKey(value)) {
            return ":" + known.get(value);
        }
        if (ID.matcher(value).matches()) {
            return ":" + fresh.computeIfAbsent(value, id -> "fresh" + (fresh.size() + 1));
        }
        if (TIME.matcher(value).matches()) {
            return ":now";
        }
        return escaped(literal);
    }

    /** pgbench takes a colon before a word for a variable of its own, also within a literal. */
    private static String escaped(String literal) {
        return literal.contains(":") ? "E" + literal.replace("\\", "\\\\").replace(":", "\\x3a") : literal;
    }
}
