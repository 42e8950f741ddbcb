package lockstep.web.cases;

import lockstep.web.layout.Track;

/** One jurisdiction of a case's alignment board. */
public record BoardRow(String title, String proposalId, String state, Track track) {}
