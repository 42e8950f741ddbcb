package lockstep.web.services;

/** Where content lies that is above the ceiling; {@code level} is the content's. */
public record PointerView(String level, String place, String reference, String contact) {

    public String levelKey() {
        return level.replace(':', '.');
    }
}
