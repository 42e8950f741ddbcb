package lockstep.evidence.exhibit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lockstep.auth.Actor;
import lockstep.auth.Agencies;
import lockstep.auth.Levels;
import lockstep.evidence.transfer.PersonalData;
import lockstep.evidence.transfer.TransferRules;
import lockstep.kit.web.MarkingInput;

/** Turns what was sent into a description, or names every field that is wrong. */
@ApplicationScoped
public class DescriptionCheck {
    private static final Instant OLDEST = Instant.parse("1900-01-01T00:00:00Z");

    /** Of a media type without parameters, in lower case. */
    public static final String MEDIA_TYPE = "[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}";

    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?";

    private final Agencies agencies;
    private final Levels levels;
    private final TransferRules transfers;
    private final InstantSource clock;

    public DescriptionCheck(Agencies agencies, Levels levels, TransferRules transfers, InstantSource clock) {
        this.agencies = agencies;
        this.levels = levels;
        this.transfers = transfers;
        this.clock = clock;
    }

    public Description checked(DescriptionInput said, Actor by) {
        return checked(said, by, new Fields());
    }

    /** The same, with what was found wrong before. */
    public Description checked(DescriptionInput said, Actor by, Fields fields) {
        MarkingInput.errors(said.marking(), "/marking", by, agencies, levels).forEach(fields::wrong);
        String title = fields.line("/title", said.title(), 300);
        SourceType sourceType = fields.oneOf("/sourceType", said.sourceType(), SourceType.class);
        String sourceUrl = fields.address("/sourceUrl", said.sourceUrl());
        String archivedUrl = fields.address("/archivedUrl", said.archivedUrl());
        Instant collectedAt = collectedAt(said.collectedAt(), fields);
        List<String> languages = languages(said.languages(), fields);
        Reliability reliability = fields.oneOf("/reliability", said.reliability(), Reliability.class);
        int credibility = credibility(said.credibility(), fields);
        RelianceUse relianceUse = fields.oneOf("/relianceUse", said.relianceUse(), RelianceUse.class);
        PersonalData personalData = personalData(said.personalData(), fields);
        mayBeMarkedSo(said.marking(), personalData, by, fields);
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
                personalData,
                mediaType,
                MarkingInput.atBirth(said.marking(), by, levels),
                declared);
    }

    /** What is to be changed; only what was sent is looked at. */
    public DescriptionChange changed(DescriptionChangeInput said, Fields fields) {
        return new DescriptionChange(
                said.title() == null ? null : fields.line("/title", said.title(), 300),
                said.sourceType() == null ? null : fields.oneOf("/sourceType", said.sourceType(), SourceType.class),
                address("/sourceUrl", said.sourceUrl(), fields),
                address("/archivedUrl", said.archivedUrl(), fields),
                said.collectedAt() == null ? null : collectedAt(said.collectedAt(), fields),
                said.languages() == null ? null : languages(said.languages(), fields),
                said.reliability() == null ? null : fields.oneOf("/reliability", said.reliability(), Reliability.class),
                said.credibility() == null ? null : (Integer) credibility(said.credibility(), fields),
                said.relianceUse() == null ? null : fields.oneOf("/relianceUse", said.relianceUse(), RelianceUse.class),
                personalData(said.personalData(), fields));
    }

    private static Optional<String> address(String pointer, String said, Fields fields) {
        return said == null
                ? null
                : Optional.of(said).filter(given -> !given.isEmpty()).map(given -> fields.address(pointer, given));
    }

    private Instant collectedAt(String said, Fields fields) {
        Instant at = fields.instant("/collectedAt", said);
        if (at != null && at.isAfter(clock.instant())) {
            fields.wrong("/collectedAt", "in-the-future", "It cannot have been collected later than now.");
        }
        if (at != null && at.isBefore(OLDEST)) {
            fields.wrong(
                    "/collectedAt", "too-long-ago", "Not before 1900: what is older was collected when it was found.");
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

    private static PersonalData personalData(String said, Fields fields) {
        return said == null ? null : fields.oneOf("/personalData", said, PersonalData.class);
    }

    /** What may hold personal data crosses by a release alone. */
    private void mayBeMarkedSo(MarkingInput marking, PersonalData said, Actor by, Fields fields) {
        List<String> relTo = marking == null || marking.relTo() == null ? List.of() : marking.relTo();
        boolean refused = !transfers.mayBeMarked(by.agency().code(), relTo, said);
        fields.when(
                refused && said == null,
                "/personalData",
                "missing",
                "Its marking releases it across: say whether it holds personal data.");
        fields.when(
                refused && said != null,
                "/marking/relTo",
                "personal-data-crosses",
                "Personal data goes there by a release with its legal basis, not by a marking.");
    }

    private static String mediaType(String said, Fields fields) {
        return fields.required("/mediaType", lowerCase(said), MEDIA_TYPE);
    }

    private static String lowerCase(String said) {
        return said == null ? null : said.toLowerCase(Locale.ROOT);
    }
}
