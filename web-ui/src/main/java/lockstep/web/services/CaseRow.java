package lockstep.web.services;

import java.time.Instant;

/** A case in the list of them. */
public record CaseRow(String id, String title, String summary, String originator, Instant openedAt, long proposals) {}
