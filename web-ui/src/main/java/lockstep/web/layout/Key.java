package lockstep.web.layout;

import java.util.Locale;
import java.util.Objects;

/** A message key on its way to a text: templates write {@code {t:case.title}}, {@code {t:status.of(p.status)}}. */
public final class Key {
    private final Locale language;
    private final String name;
    private final String fallback;
    private final Object[] values;

    Key(Locale language, String name) {
        this(language, name, null);
    }

    private Key(Locale language, String name, String fallback, Object... values) {
        this.language = language;
        this.name = name;
        this.fallback = fallback;
        this.values = values;
    }

    Key child(Object part) {
        return new Key(language, name + "." + part, fallback, values);
    }

    Key or(Object text) {
        return new Key(language, name, text == null ? null : text.toString(), values);
    }

    Key filled(Object... with) {
        return new Key(language, name, fallback, with);
    }

    @Override
    public String toString() {
        return fallback == null || Messages.find(language, name).isPresent()
                ? Messages.text(language, name, values)
                : fallback;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && key.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, language);
    }
}
