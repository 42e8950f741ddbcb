package lockstep.web.cases;

import lockstep.web.layout.Track;

/** One jurisdiction of a case's alignment board; {@code subject} where the case has several. */
public record BoardRow(String title, String subject, String proposalId, String state, Track track) {}
