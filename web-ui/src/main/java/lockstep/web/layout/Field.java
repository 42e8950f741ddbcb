package lockstep.web.layout;

import java.util.List;

/** One field of a form: its name, what it holds, and its fault in words or none. */
public record Field(String name, String value, List<String> values, String error) {

    static String id(String name) {
        return name.isEmpty() ? "form" : name.replace('.', '-');
    }

    public String id() {
        return id(name);
    }

    public boolean isFaulty() {
        return !error.isEmpty();
    }

    public boolean isOn() {
        return "true".equals(value);
    }

    public boolean is(Object option) {
        return value.equals(String.valueOf(option)) || values.contains(String.valueOf(option));
    }
}
