package lockstep.web.services;

/** Where content lies that is above the ceiling; {@code level} is the content's. */
public record PointerView(String level, String place, String reference, String contact) {

    /** Some levels of several schemes have one name. */
    public String scheme() {
        return level.substring(0, level.indexOf(':'));
    }

    public String levelKey() {
        return level.replace(':', '.');
    }
}
