package lockstep.web.services;

import java.util.List;

/** One page of a service's list and the cursor of the next one, or null at the end. */
public record Listed<T>(List<T> items, String next) {}
