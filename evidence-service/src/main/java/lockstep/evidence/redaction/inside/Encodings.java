package lockstep.evidence.redaction.inside;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What letters of a text may stand for beside themselves: escapes of addresses and mails, base64 and hexadecimal digits. */
final class Encodings {
    private static final List<Charset> WRITTEN = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16LE,
            Charset.forName("windows-1251"));

    // Possessive: a long column of words or digits would else exhaust the stack, and the file count as damaged.
    private static final Pattern ESCAPES = Pattern.compile("(?:[%=][0-9A-Fa-f]{2}|=\\r?\\n)++");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{8,}(?:\\r?\\n[A-Za-z0-9+/_-]+)*+");
    private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2}[\\s:,-]?){4,}+");

    private Encodings() {}

    /** The text with its escapes read, once for each writing of their bytes; nothing where it has none. */
    static Stream<String> unescaped(CharSequence text) {
        Matcher escapes = ESCAPES.matcher(text);
        return escapes.find()
                ? WRITTEN.stream()
                        .map(written -> escapes.replaceAll(run -> Matcher.quoteReplacement(unescaped(run, written))))
                : Stream.empty();
    }

    private static String unescaped(MatchResult run, Charset written) {
        String digits = run.group().replaceAll("=\\r?\\n|[%=]", "");
        return new String(HexFormat.of().parseHex(digits), written);
    }

    /** What runs of letters and digits would hold if they were packed bytes, wherever in them these began. */
    static Stream<String> unpacked(CharSequence text) {
        Stream<byte[]> base64 = BASE64.matcher(text).results().flatMap(Encodings::base64);
        Stream<byte[]> hex = HEX.matcher(text).results().map(Encodings::hex);
        return Stream.concat(base64, hex).flatMap(bytes -> WRITTEN.stream().map(written -> new String(bytes, written)));
    }

    private static Stream<byte[]> base64(MatchResult run) {
        String letters = run.group().replaceAll("\\s", "").replace('-', '+').replace('_', '/');
        return IntStream.range(0, 4).mapToObj(from -> {
            int length = letters.length() - from;
            return Base64.getDecoder().decode(letters.substring(from, letters.length() - (length % 4 == 1 ? 1 : 0)));
        });
    }

    private static byte[] hex(MatchResult run) {
        return HexFormat.of().parseHex(run.group().replaceAll("[^0-9A-Fa-f]", ""));
    }
}
