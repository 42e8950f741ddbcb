package lockstep.web.layout;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The file of a multipart form; its plain text lies on the disk until it is forgotten, at the latest until the request ends. */
public final class SentFile {
    private final FormValue part;

    private SentFile(FormValue part) {
        this.part = part;
    }

    public static SentFile of(MultipartFormDataInput input) {
        return input.getValues().getOrDefault("file", List.of()).stream()
                .filter(FormValue::isFileItem)
                .findFirst()
                .map(SentFile::new)
                .orElse(new SentFile(null));
    }

    /** The form's other fields. */
    public static MultivaluedMap<String, String> fields(MultipartFormDataInput input) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        for (var entry : input.getValues().entrySet()) {
            Collection<FormValue> values = entry.getValue();
            values.stream()
                    .filter(value -> !value.isFileItem())
                    .forEach(value -> fields.add(entry.getKey(), value.getValue()));
        }
        return fields;
    }

    public boolean isEmpty() throws IOException {
        return part == null || part.getFileItem().getFileSize() == 0;
    }

    public InputStream open() throws IOException {
        return part.getFileItem().getInputStream();
    }

    public String mediaType() {
        String type = part.getHeaders() == null ? null : part.getHeaders().getFirst("Content-Type");
        return type == null || type.isBlank() ? "application/octet-stream" : type.split(";")[0].strip();
    }

    public void forget() {
        try {
            if (part != null && part.getFileItem().getFile() != null) {
                Files.deleteIfExists(part.getFileItem().getFile());
            }
        } catch (IOException stillThere) {
            // the server deletes it at the request's end
        }
    }
}
