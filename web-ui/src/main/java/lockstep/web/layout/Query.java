package lockstep.web.layout;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Builds the address of a list's next page, so that its filters stay; a page's address is a saved view. */
public final class Query {
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final StringBuilder address;

    private Query(String path) {
        this.address = new StringBuilder(path).append('?');
    }

    public static Query page(String path) {
        return new Query(path);
    }

    public static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The id in a page's address that somebody pasted, the last one if there are several. */
    public static Optional<String> id(String address) {
        return ID.matcher(text(address)).results().map(MatchResult::group).reduce((one, later) -> later);
    }

    public static String text(String text) {
        return text == null ? "" : text.strip();
    }

    public Query with(String name, String value) {
        if (orNull(value) != null) {
            address.append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.strip(), StandardCharsets.UTF_8))
                    .append('&');
        }
        return this;
    }

    /** Ready for the cursor. */
    public String next() {
        return address.toString();
    }
}
