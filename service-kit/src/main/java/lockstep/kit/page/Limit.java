package lockstep.kit.page;

import lockstep.kit.problem.ProblemException;

/**
 * How many rows a page has at most: 1 to 200. As a resource parameter:
 * {@code @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit}.
 */
public record Limit(int value) {
    public static final String DEFAULT = "50";
    public static final int MOST = 200;

    public Limit {
        if (value < 1 || value > MOST) {
            throw refused();
        }
    }

    public static Limit standard() {
        return fromString(DEFAULT);
    }

    /** Called by JAX-RS. */
    public static Limit fromString(String text) {
        try {
            return new Limit(Integer.parseInt(text));
        } catch (NumberFormatException noNumber) {
            throw refused();
        }
    }

    /** For the query: one row more tells whether a next page exists. */
    public int plusOne() {
        return value + 1;
    }

    private static ProblemException refused() {
        return ProblemException.invalidParameter("limit", "out-of-range", "A number from 1 to " + MOST + ".");
    }
}
