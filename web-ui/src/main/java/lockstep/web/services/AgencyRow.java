package lockstep.web.services;

import java.util.List;

/** One agency as it is shown and chosen. */
public record AgencyRow(String code, String name, String country, List<String> groups) {}
