package lockstep.web.layout;

import io.quarkus.qute.TemplateExtension;

/** How templates reach the message bundles: namespace {@code t}, then the key's parts. */
@TemplateExtension
public final class Words {

    private Words() {}

    @TemplateExtension(namespace = "t", matchName = TemplateExtension.ANY)
    static Key key(String name) {
        return new Key(Ui.current().language(), name);
    }

    @TemplateExtension(matchName = TemplateExtension.ANY, priority = 1)
    static Key part(Key key, String name) {
        return key.child(name);
    }

    /** The key's part that a value names; nothing where there is no value. */
    static Key of(Key key, Object part) {
        return part == null ? key.or("") : key.child(part).or(part);
    }

    static Key or(Key key, Object text) {
        return key.or(text);
    }

    static Key with(Key key, Object first) {
        return key.filled(first);
    }

    static Key with(Key key, Object first, Object second) {
        return key.filled(first, second);
    }

    static Key with(Key key, Object first, Object second, Object third) {
        return key.filled(first, second, third);
    }
}
