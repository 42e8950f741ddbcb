package lockstep.evidence.exhibit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import lockstep.auth.Actor;
import lockstep.auth.Agencies;
import lockstep.auth.Levels;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;

/** Turns what was sent into a description, or names every field that is wrong. */
@ApplicationScoped
public class DescriptionCheck {
    private static final String MEDIA_TYPE = "[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}";
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?";

    private final Agencies agencies;
    private final Levels levels;
    private final InstantSource clock;

    public DescriptionCheck(Agencies agencies, Levels levels, InstantSource clock) {
        this.agencies = agencies;
        this.levels = levels;
        this.clock = clock;
    }

    public Description checked(DescriptionInput said, Actor by) {
        return checked(said, by, new Fields());
    }

    /** The same, with what was found wrong before. */
    public Description checked(DescriptionInput said, Actor by, Fields fields) {
        Marking marking = marking(said.marking(), by, fields);
        String title = fields.line("/title", said.title(), 300);
        SourceType sourceType = fields.oneOf("/sourceType", said.sourceType(), SourceType.class);
        String sourceUrl = fields.address("/sourceUrl", said.sourceUrl());
        String archivedUrl = fields.address("/archivedUrl", said.archivedUrl());
        Instant collectedAt = collectedAt(said.collectedAt(), fields);
        List<String> languages = languages(said.languages(), fields);
        Reliability reliability = fields.oneOf("/reliability", said.reliability(), Reliability.class);
        int credibility = credibility(said.credibility(), fields);
        RelianceUse relianceUse = fields.oneOf("/relianceUse", said.relianceUse(), RelianceUse.class);
        String mediaType = mediaType(said.mediaType(), fields);
        String declared = fields.optional("/declaredSha256", lowerCase(said.declaredSha256()), "[0-9a-f]{64}");
        fields.refuseWrong();
        return new Description(
                title,
                sourceType,
                sourceUrl,
                archivedUrl,
                collectedAt,
                languages,
                reliability,
                credibility,
                relianceUse,
                mediaType,
                marking,
                declared);
    }

    private Instant collectedAt(String said, Fields fields) {
        Instant at = fields.instant("/collectedAt", said);
        if (at != null && at.isAfter(clock.instant())) {
            fields.wrong("/collectedAt", "in-the-future", "It cannot have been collected later than now.");
        }
        return at;
    }

    private static List<String> languages(List<String> said, Fields fields) {
        List<String> languages = said == null ? List.of() : said;
        if (languages.size() > 20) {
            fields.wrong("/languages", "too-many", "At most 20 languages.");
        }
        for (int n = 0; n < languages.size(); n++) {
            fields.required("/languages/" + n, languages.get(n), LANGUAGE);
        }
        return fields.none() ? languages : List.of();
    }

    private static int credibility(Integer said, Fields fields) {
        if (said == null || said < 1 || said > 6) {
            fields.wrong("/credibility", said == null ? "missing" : "out-of-range", "A number from 1 to 6.");
            return 6;
        }
        return said;
    }

    private static String mediaType(String said, Fields fields) {
        return fields.required("/mediaType", lowerCase(said), MEDIA_TYPE);
    }

    private static String lowerCase(String said) {
        return said == null ? null : said.toLowerCase(Locale.ROOT);
    }

    /** Nobody marks something so that he could not read it himself: he could not put its content. */
    private Marking marking(DescriptionInput.MarkingInput said, Actor by, Fields fields) {
        if (said == null) {
            return Marking.originatorOnly(defaultLevel(by));
        }
        if (said.level() == null) {
            fields.wrong("/marking/level", "missing", "A level is needed.");
            return Marking.originatorOnly(defaultLevel(by));
        }
        if (!levels.known(said.level())) {
            fields.wrong("/marking/level", "above-ceiling", "Lockstep holds nothing at this level.");
        } else if (!by.reader().levels().contains(said.level())) {
            fields.wrong("/marking/level", "above-clearance", "You are not cleared for this level.");
        }
        List<String> relTo = said.relTo() == null ? List.of() : said.relTo();
        for (int n = 0; n < relTo.size(); n++) {
            if (relTo.get(n) == null || !agencies.addressable(relTo.get(n))) {
                fields.wrong("/marking/relTo/" + n, "unknown-name", "No agency, country or group has this name.");
            }
        }
        named(said, by, fields);
        return fields.none() ? said.marking() : Marking.originatorOnly(defaultLevel(by));
    }

    private static void named(DescriptionInput.MarkingInput said, Actor by, Fields fields) {
        List<String> named = said.named() == null ? List.of() : said.named();
        if (named.stream().anyMatch(Objects::isNull) || named.size() > 100) {
            fields.wrong("/marking/named", "malformed", "At most 100 persons.");
        } else if (said.tlp() == Tlp.RED && !named.contains(by.sub())) {
            fields.wrong("/marking/named", "without-you", "TLP:RED names its readers, and you are one of them.");
        } else if (said.tlp() != Tlp.RED && !named.isEmpty()) {
            fields.wrong("/marking/named", "only-for-red", "Only TLP:RED names persons.");
        }
    }

    private static String defaultLevel(Actor by) {
        Set<String> wide = by.reader().wide();
        if (wide.contains("US")) {
            return "US:CUI";
        }
        return wide.contains("GB") ? "UK:OFFICIAL" : "EU:LIMITE";
    }
}
