package lockstep.listing.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lockstep.auth.Agencies;

/** The programmes that this instance serves, read and checked once; codes are unique. */
public final class Programmes {
    private static final String FILE = "programmes.yaml";
    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule().addDeserializer(ZoneId.class, new Zones()))
            .build();
    private static final ObjectMapper SORTED =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final Map<String, Programme> byCode = new LinkedHashMap<>();

    private Programmes(List<Programme> programmes) {
        programmes.forEach(programme -> byCode.put(programme.code(), programme));
    }

    /** Reads the bundled file against the bundled agencies. */
    public static Programmes bundled() {
        try (InputStream file = Programmes.class.getResourceAsStream("/" + FILE)) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8), Agencies.bundled());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads programmes; whatever breaks a rule is a {@link ProgrammesRefused} that names each line and rule. */
    public static Programmes read(String yaml, Agencies agencies) {
        List<ProgrammesRefused.Fault> faults = new ArrayList<>();
        List<Programme> programmes = new ArrayList<>();
        try {
            YamlLines lines = new YamlLines(yaml);
            JsonNode all = YAML.readTree(yaml);
            Likeness likeness = new Likeness(all);
            for (int i = 0; i < all.size(); i++) {
                if (Likeness.template(all.get(i))) {
                    continue;
                }
                whole(all.get(i), likeness, "/" + i, lines, faults)
                        .ifPresent(data -> programme(data, lines, faults).ifPresent(read -> {
                            programmes.add(read);
                            ProgrammeRules.check(read, agencies)
                                    .forEach(broken -> faults.add(fault(
                                            lines.of(data.place(broken.pointer())), broken.rule(), broken.what())));
                        }));
            }
            if (programmes.stream().map(Programme::code).distinct().count() < programmes.size()) {
                faults.add(fault(1, ProgrammesRefused.Rule.CODES_ARE_UNIQUE, "two programmes have one code"));
            }
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNr();
            faults.add(fault(line, ProgrammesRefused.Rule.READABLE, malformed.getOriginalMessage()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!faults.isEmpty()) {
            // what several programmes take from one template is told once
            throw new ProgrammesRefused(FILE, faults.stream().distinct().toList());
        }
        return new Programmes(programmes);
    }

    private static Optional<Likeness.Whole> whole(
            JsonNode data, Likeness likeness, String pointer, YamlLines lines, List<ProgrammesRefused.Fault> faults) {
        if (!(data instanceof ObjectNode fields)) {
            faults.add(fault(lines.of(pointer), ProgrammesRefused.Rule.READABLE, "a programme is a list of fields"));
            return Optional.empty();
        }
        try {
            return Optional.of(likeness.whole(fields, pointer));
        } catch (Likeness.Lost lost) {
            faults.add(fault(lines.of(lost.pointer()), ProgrammesRefused.Rule.READABLE, lost.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<Programme> programme(
            Likeness.Whole whole, YamlLines lines, List<ProgrammesRefused.Fault> faults) {
        try {
            String version = version(whole.data());
            return Optional.of(YAML.treeToValue(whole.data().put("version", version), Programme.class));
        } catch (JsonProcessingException unfit) {
            StringBuilder at = new StringBuilder();
            if (unfit instanceof JsonMappingException placed) {
                placed.getPath().forEach(step -> at.append('/')
                        .append(step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName()));
            }
            String what = at + ": " + unfit.getOriginalMessage();
            faults.add(fault(lines.of(whole.place(at.toString())), ProgrammesRefused.Rule.READABLE, what));
            return Optional.empty();
        }
    }

    private static final class Zones extends FromStringDeserializer<ZoneId> {
        private static final long serialVersionUID = 1L;

        Zones() {
            super(ZoneId.class);
        }

        @Override
        protected ZoneId _deserialize(String name, DeserializationContext context) {
            return ZoneId.of(name);
        }
    }

    private static ProgrammesRefused.Fault fault(int line, ProgrammesRefused.Rule rule, String what) {
        return new ProgrammesRefused.Fault(line, rule, what);
    }

    /** Over the data with sorted keys, so that neither comments nor the order of fields make a new version. */
    private static String version(ObjectNode data) throws JsonProcessingException {
        Map<String, Object> sorted = SORTED.convertValue(data, new TypeReference<TreeMap<String, Object>>() {});
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(SORTED.writeValueAsBytes(sorted)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    public Optional<Programme> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The programme of a code that a proposal or package already carries. */
    public Programme require(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("no programme " + code));
    }

    public Collection<Programme> all() {
        return List.copyOf(byCode.values());
    }
}
