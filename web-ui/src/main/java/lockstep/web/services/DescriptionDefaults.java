package lockstep.web.services;

import java.util.List;

/** What a form for an exhibit can begin with; null where nothing is proposed. */
public record DescriptionDefaults(
        String from,
        String sourceType,
        List<String> languages,
        String reliability,
        Integer credibility,
        String relianceUse,
        String personalData) {}
