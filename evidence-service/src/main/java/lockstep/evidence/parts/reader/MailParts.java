package lockstep.evidence.parts.reader;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.evidence.apart.inside.Given;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.stream.RecursionMode;

/** A mail: each text and each attachment is a part; a mail within the mail is one part, whole. */
final class MailParts {
    /** A file without any of these is no mail, whatever it is called. */
    private static final Set<String> OF_A_MAIL =
            Set.of("from", "to", "date", "subject", "received", "message-id", "mime-version", "return-path");

    private static final MimeConfig WITHIN_BOUNDS = MimeConfig.custom()
            .setMaxLineLen(1 << 20)
            .setMaxHeaderLen(1 << 16)
            .setMaxHeaderCount(1000)
            .setMaxContentLen(-1)
            .build();

    private final MimeTokenStream mail = new MimeTokenStream(WITHIN_BOUNDS);
    private final long size;
    private final Parts parts;
    private final Limits limits;
    private Map<String, Field> header = new HashMap<>();
    private boolean isMail;
    private int depth;
    private int n;

    private MailParts(long size, Parts parts, Limits limits) {
        this.size = size;
        this.parts = parts;
        this.limits = limits;
    }

    static void read(Given container, Parts parts, Limits limits) throws IOException {
        MailParts reading = new MailParts(container.size(), parts, limits);
        try {
            reading.mail.setRecursionMode(RecursionMode.M_NO_RECURSE);
            reading.mail.parse(container.stream());
            reading.all();
        } catch (MimeException broken) {
            throw new Refused("damaged");
        }
    }

    private void all() throws IOException, MimeException {
        for (EntityState state = mail.getState(); state != EntityState.T_END_OF_STREAM; state = mail.next()) {
            switch (state) {
                case T_START_HEADER -> header = new HashMap<>();
                case T_FIELD -> field(mail.getField());
                case T_END_HEADER -> mustBeMail();
                case T_START_MULTIPART -> deeper();
                case T_END_MULTIPART -> depth--;
                case T_BODY -> part();
                default -> {
                    // Between the parts stands nothing that is one.
                }
            }
        }
    }

    private void field(Field field) {
        String name = field.getName().toLowerCase(Locale.ROOT);
        isMail |= OF_A_MAIL.contains(name);
        header.putIfAbsent(name, field);
    }

    private void mustBeMail() throws Refused {
        if (!isMail) {
            throw new Refused("no-mail");
        }
    }

    private void deeper() throws Refused {
        if (++depth > limits.depth()) {
            throw new Refused("too-deep");
        }
    }

    private void part() throws IOException {
        n++;
        String type = mail.getBodyDescriptor().getMimeType();
        String name = name().orElseGet(() -> "part-" + n + ending(type));
        parts.tell(name, type, size, this::decoded);
    }

    /** What is no base64 is damaged: to leave out what doesn't belong there would make bytes that nobody sent. */
    private InputStream decoded() {
        return "base64".equalsIgnoreCase(mail.getBodyDescriptor().getTransferEncoding())
                ? new Base64InputStream(mail.getInputStream(), DecodeMonitor.STRICT)
                : mail.getDecodedInputStream();
    }

    private static String ending(String type) {
        return switch (type) {
            case "text/plain" -> ".txt";
            case "text/html" -> ".html";
            case "message/rfc822" -> ".eml";
            default -> "";
        };
    }

    private Optional<String> name() {
        return parameter("content-disposition", "filename").or(() -> parameter("content-type", "name"));
    }

    /** As RFC 2231 or, against it and everywhere, as RFC 2047 writes it. */
    private Optional<String> parameter(String of, String name) {
        Field field = header.get(of);
        if (field == null) {
            return Optional.empty();
        }
        List<NameValuePair> said = parameters(field);
        return value(said, name + "*")
                .map(MailParts::extended)
                .or(() -> value(said, name).map(word -> DecoderUtil.decodeEncodedWords(word, DecodeMonitor.SILENT)))
                .filter(value -> !value.isBlank());
    }

    private static List<NameValuePair> parameters(Field field) {
        try {
            RawField raw = field instanceof RawField whole ? whole : RawFieldParser.DEFAULT.parseField(field.getRaw());
            return RawFieldParser.DEFAULT.parseRawBody(raw).getParams();
        } catch (MimeException broken) {
            return List.of();
        }
    }

    private static Optional<String> value(List<NameValuePair> said, String name) {
        return said.stream()
                .filter(pair -> pair.getName().equalsIgnoreCase(name) && pair.getValue() != null)
                .map(NameValuePair::getValue)
                .findFirst();
    }

    private static String extended(String said) {
        String[] fields = said.split("'", 3);
        if (fields.length < 3) {
            return said;
        }
        try {
            Charset charset = fields[0].isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(fields[0]);
            return URLDecoder.decode(fields[2].replace("+", "%2B"), charset);
        } catch (IllegalArgumentException unknown) {
            return fields[2];
        }
    }
}
