package lockstep.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first form of a login page: where it goes and its fields with their values. A later form offers another way to log
 * in and is not looked at.
 */
record LoginForm(String action, Map<String, String> fields, String error) {
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern ERROR = Pattern.compile(
            "(?:id=\"input-error[^\"]*\"|class=\"[^\"]*(?:instruction|error)[^\"]*\")[^>]*>\\s*([^<]*\\S)\\s*<");

    static LoginForm of(String page) {
        Matcher error = ERROR.matcher(page);
        String said = error.find() ? error.group(1).strip() : "";
        Matcher form = FORM.matcher(page);
        if (!form.find()) {
            return new LoginForm(null, Map.of(), said);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(form.group(2));
        while (input.find()) {
            String name = attribute(input.group(1), "name");
            if (name != null) {
                String value = attribute(input.group(1), "value");
                fields.put(name, value == null ? "" : value);
            }
        }
        return new LoginForm(attribute(form.group(1), "action"), fields, said);
    }

    private static String attribute(String tag, String name) {
        Matcher found =
                Pattern.compile("(?:^|\\s)" + name + "\\s*=\\s*\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1).replace("&amp;", "&").replace("&quot;", "\"") : null;
    }
}
