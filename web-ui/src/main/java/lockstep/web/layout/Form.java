package lockstep.web.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lockstep.auth.Marking;
import lockstep.web.services.Problem;
import lockstep.web.services.Refusal;

/**
 * What a form holds, as the JSON that it sends: a field named {@code names.0.full} stands at {@code /names/0/full}, so a
 * service's error pointer finds its field. A field left empty is not sent.
 */
public final class Form {
    /** Names of fields that are about the form, not its content. */
    private static final List<String> OWN = List.of("csrf-token", "do", "once", "back");

    private final ObjectNode values;
    private final List<FormError> errors = new ArrayList<>();
    private String todo = "";
    private String once;

    private Form(ObjectNode values) {
        this.values = values;
    }

    /** One fault: at which field (empty: the whole form), and in which words. */
    public record FormError(String field, String id, String text) {}

    public static Form empty() {
        return new Form(JsonNodeFactory.instance.objectNode());
    }

    public static Form of(JsonNode content) {
        return new Form(
                content instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode());
    }

    /**
     * A form as the browser sent it.
     *
     * @param back the page to return to if a stronger login comes between
     * @param effect what it does, in words for the page after that login
     */
    public static Form posted(MultivaluedMap<String, String> fields, String back, String effect) {
        Map<String, List<String>> kept = new LinkedHashMap<>(fields);
        kept.remove("csrf-token");
        Ui.current().handles(new Ui.Posted(back, effect, kept));
        Form form = empty();
        // sorted by length first, so that row 10 comes after row 9
        Map<String, List<String>> ordered =
                new TreeMap<>((a, b) -> a.length() == b.length() ? a.compareTo(b) : a.length() - b.length());
        ordered.putAll(fields);
        ordered.forEach((name, given) -> {
            if (!OWN.contains(name)) {
                form.put(name, given);
            }
        });
        form.todo = fields.containsKey("do") ? fields.getFirst("do") : "";
        form.once = fields.getFirst("once");
        FormRows.close(form.values);
        return form;
    }

    private void put(String name, List<String> given) {
        String field = name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
        List<String> filled = given.stream()
                .map(text -> text.replace("\r\n", "\n").strip())
                .filter(text -> !text.isEmpty())
                .toList();
        if (name.endsWith("[]")) {
            ArrayNode many = JsonNodeFactory.instance.arrayNode();
            filled.forEach(many::add);
            FormRows.set(values, field, many);
        } else {
            FormRows.set(
                    values,
                    field,
                    filled.isEmpty()
                            ? JsonNodeFactory.instance.nullNode()
                            : JsonNodeFactory.instance.textNode(filled.getFirst()));
        }
    }

    /** What the pressed button says, e.g. {@code add:names}; empty for the form's own act. */
    public String todo() {
        return todo;
    }

    /** Adds or drops a row as the pressed button says; false if it was the form's own act. */
    public boolean rowsChanged() {
        String[] asked = todo.split(":", 2);
        if (asked.length < 2) {
            return false;
        }
        return switch (asked[0]) {
            case "add" -> FormRows.add(values, asked[1]);
            case "drop" -> FormRows.drop(values, asked[1]);
            default -> false;
        };
    }

    /** The same for every press of one shown form, so that a press too many makes nothing twice. */
    public String once() {
        return once == null ? UUID.randomUUID().toString() : once;
    }

    public ObjectNode json() {
        return values;
    }

    /** The content without empty fields and rows. */
    public ObjectNode filled() {
        ObjectNode filled = FormRows.withoutEmpty(values);
        if (values.path("marking").has("named")) {
            filled.set("marking", values.get("marking"));
        }
        return filled;
    }

    public String text(String field) {
        return at(field).asText("");
    }

    /** Whether a part holds anything or has a fault, so that it is shown open. */
    public boolean anyOf(String part) {
        return at(part) instanceof ObjectNode content
                        && !FormRows.withoutEmpty(content).isEmpty()
                || errors.stream().anyMatch(error -> error.field().startsWith(part + "."));
    }

    public boolean has(String field) {
        return !text(field).isEmpty();
    }

    public JsonNode at(String field) {
        return values.at("/" + field.replace('.', '/'));
    }

    public Form with(String field, String value) {
        FormRows.set(values, field, JsonNodeFactory.instance.textNode(value));
        return this;
    }

    /** A marking of which nothing was chosen is not sent: the service then marks for the originator alone. */
    public Form withMarking() {
        if (!has("marking.level")) {
            values.remove("marking");
        } else if (values.get("marking") instanceof ObjectNode marking) {
            marking.put("orcon", "true".equals(marking.path("orcon").asText()));
            marking.set("relTo", marking.path("relTo").isArray() ? marking.get("relTo") : marking.arrayNode());
            marking.put(
                    "tlp",
                    marking.path("tlp").asText("").isEmpty()
                            ? "AMBER"
                            : marking.get("tlp").asText());
            if (!marking.path("named").isArray()) {
                marking.putArray("named");
            }
        }
        return this;
    }

    /** A marking that stands already, to be kept or changed. */
    public Form marked(Marking marking) {
        if (marking != null) {
            with("marking.level", marking.level())
                    .with("marking.tlp", marking.tlp().name())
                    .with("marking.relTo", List.copyOf(marking.relTo()))
                    .with("marking.orcon", String.valueOf(marking.orcon()))
                    .with("marking.named", List.copyOf(marking.named()));
        }
        return this;
    }

    public List<Option> tlps() {
        return MarkingChoices.tlps();
    }

    public Form with(String field, List<String> many) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        many.forEach(array::add);
        FormRows.set(values, field, array);
        return this;
    }

    public Field field(String name) {
        JsonNode value = at(name);
        List<String> many = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(one -> many.add(one.asText()));
        }
        String faults = String.join(
                " ",
                errors.stream()
                        .filter(error -> error.field().equals(name))
                        .map(FormError::text)
                        .toList());
        return new Field(name, value.isValueNode() && !value.isNull() ? value.asText() : "", many, faults);
    }

    /** One field of one row, for a table that the page itself numbers. */
    public Field cell(String part, int row, String name) {
        return field(part + "." + row + "." + name);
    }

    /** A programme's term by its code. */
    public Field term(String code) {
        return field("terms." + code);
    }

    public List<Option> choices(List<String> values) {
        return values.stream().map(value -> Option.of(value, value)).toList();
    }

    /** The rows of a repeated part, at least as many as asked for. */
    public List<FormRow> rows(String part, int least) {
        int there = at(part).size();
        return IntStream.range(0, Math.max(there, least))
                .mapToObj(i -> new FormRow(this, part + "." + i, i + 1))
                .toList();
    }

    /** What the content holds beside the fields that the page shows, so that the page sends it back as it was. */
    public List<Kept> rest(String... shown) {
        return restOf("", shown);
    }

    public List<Kept> restOf(String part, String... shown) {
        return Kept.beside(List.of(shown), part, part.isEmpty() ? values : at(part));
    }

    public Form fault(String field, String text) {
        errors.add(new FormError(field, Field.id(field), text));
        return this;
    }

    /** Takes a service's refusal into the form; what the form cannot mend is thrown on. */
    public Form refused(Refusal refusal) {
        if (!refusal.mendable()) {
            throw refusal;
        }
        Problem problem = refusal.problem();
        var language = Ui.current().language();
        if (problem.errors().isEmpty()) {
            fault("", Reasons.of(language, problem));
        }
        for (Problem.FieldError error : problem.errors()) {
            String field = error.pointer() == null
                    ? ""
                    : error.pointer().replaceFirst("^/", "").replace('/', '.');
            fault(field, Reasons.of(language, error));
        }
        return this;
    }

    /** Puts the faults of a part's rows back to where the rows stand in the form, if only some of them were sent. */
    public Form moved(String part, List<Integer> sent) {
        Pattern row = Pattern.compile(Pattern.quote(part) + "\\.([0-9]{1,3})\\.(.+)");
        return asked(field -> {
            Matcher its = row.matcher(field);
            return !its.matches() || Integer.parseInt(its.group(1)) >= sent.size()
                    ? field
                    : part + "." + sent.get(Integer.parseInt(its.group(1))) + "." + its.group(2);
        });
    }

    /** Puts faults to the fields where the page asks for what was wrong, the same of several parts once. */
    public Form asked(UnaryOperator<String> where) {
        errors.replaceAll(error -> {
            String field = where.apply(error.field());
            return new FormError(field, Field.id(field), error.text());
        });
        List<FormError> once = errors.stream().distinct().toList();
        errors.clear();
        errors.addAll(once);
        return this;
    }

    public List<FormError> errors() {
        return errors;
    }

    public boolean isFaulty() {
        return !errors.isEmpty();
    }
}
