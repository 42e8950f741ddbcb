package lockstep.listing.programme;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** On which line of a YAML text each value stands, by JSON pointer; a pointer that isn't there has its parent's line. */
final class YamlLines {
    private final Map<String, Integer> lines = new HashMap<>();

    YamlLines(String yaml) throws IOException {
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.END_OBJECT && parser.currentToken() != JsonToken.END_ARRAY) {
                    String pointer = parser.getParsingContext().pathAsPointer().toString();
                    lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
                }
            }
        }
    }

    int of(String pointer) {
        String asked = pointer;
        while (!lines.containsKey(asked) && asked.lastIndexOf('/') > 0) {
            asked = asked.substring(0, asked.lastIndexOf('/'));
        }
        return lines.getOrDefault(asked, 1);
    }
}
