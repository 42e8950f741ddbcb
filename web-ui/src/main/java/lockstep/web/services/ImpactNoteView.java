package lockstep.web.services;

import java.time.Instant;

/** One version of a package's impact note; {@code current}: the package holds what it held when that was written. */
public record ImpactNoteView(
        int n, String text, String account, String agency, String capacity, boolean current, Instant at) {}
