package lockstep.evidence.intake;

import java.net.URLConnection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lockstep.evidence.exhibit.DescriptionCheck;
import lockstep.evidence.exhibit.Fields;

/**
 * What a client says of a file: texts for people, which never name anything on a disk here. Characters that cannot be
 * shown, or that change how others are, are replaced.
 *
 * @param name null if none was said
 * @param relativePath within the folder that was sent, or null
 * @param mediaType null if none was said that could be one
 */
public record SentFile(String name, String relativePath, String mediaType) {
    /** The longest name or path that is kept. */
    public static final int LONGEST = 4096;

    private static final int LONGEST_TITLE = 300;

    /** What the platform's own table of endings lacks. */
    private static final Map<String, String> MAILS =
            Map.of("eml", "message/rfc822", "msg", "application/vnd.ms-outlook");

    public static SentFile of(String name, String relativePath, String fileType) {
        return new SentFile(shown(name), shown(relativePath), mediaType(fileType));
    }

    /** A part of a container: what stands there as its path, and what it says to be or, saying nothing, is called. */
    public static SentFile ofPart(String path, String type) {
        String said = path.length() > LONGEST ? path.substring(0, LONGEST) : path;
        return of(said, said, type.isEmpty() ? calledLike(said) : type);
    }

    private static String calledLike(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MAILS.getOrDefault(ending, URLConnection.guessContentTypeFromName(path.replace('#', '_')));
    }

    /** The name without folders, as an exhibit's title. */
    static String title(String name, String otherwise) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String title = last.strip();
        if (title.length() > LONGEST_TITLE) {
            int cut = LONGEST_TITLE - 1;
            title = title.substring(0, Character.isHighSurrogate(title.charAt(cut - 1)) ? cut - 1 : cut) + "…";
        }
        return title.isEmpty() ? otherwise : title;
    }

    private static String shown(String said) {
        return said == null || said.isBlank()
                ? null
                : said.codePoints()
                        .map(c -> Fields.noText(c) ? 0xFFFD : c)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
    }

    /** Browsers add parameters such as a character set. */
    private static String mediaType(String said) {
        String type = said == null ? "" : said.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.matches(DescriptionCheck.MEDIA_TYPE) ? type : null;
    }
}
