package lockstep.evidence.exhibit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import lockstep.auth.Marking;
import lockstep.evidence.transfer.PersonalData;
import lockstep.kit.db.StoredMarking;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A description as the columns of its row, without the digest that content is declared to have. */
@Embeddable
public class StoredDescription {
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(name = "source_type")
    private SourceType sourceType;

    @Column(name = "source_url")
    private String sourceUrl;

    @Column(name = "archived_url")
    private String archivedUrl;

    @Column(name = "collected_at")
    private Instant collectedAt;

    @Column(name = "languages", columnDefinition = "text[]")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] languages;

    @Enumerated(EnumType.STRING)
    private Reliability reliability;

    private int credibility;

    @Enumerated(EnumType.STRING)
    @Column(name = "reliance_use")
    private RelianceUse relianceUse;

    @Enumerated(EnumType.STRING)
    @Column(name = "personal_data")
    private PersonalData personalData;

    @Column(name = "media_type")
    private String mediaType;

    @Embedded
    private StoredMarking marking;

    protected StoredDescription() {}

    private StoredDescription(Description said) {
        this.title = said.title();
        this.sourceType = said.sourceType();
        this.sourceUrl = said.sourceUrl();
        this.archivedUrl = said.archivedUrl();
        this.collectedAt = said.collectedAt();
        this.languages = said.languages().toArray(String[]::new);
        this.reliability = said.reliability();
        this.credibility = said.credibility();
        this.relianceUse = said.relianceUse();
        this.personalData = said.personalData();
        this.mediaType = said.mediaType();
        this.marking = StoredMarking.of(said.marking());
    }

    public static StoredDescription of(Description said) {
        return new StoredDescription(said);
    }

    public Description description(String declaredSha256) {
        return new Description(
                title,
                sourceType,
                sourceUrl,
                archivedUrl,
                collectedAt,
                List.of(languages),
                reliability,
                credibility,
                relianceUse,
                personalData,
                mediaType,
                marking(),
                declaredSha256);
    }

    /** The one thing said that changes, by a downgrade. */
    void remark(Marking lower) {
        marking = StoredMarking.of(lower);
    }

    public String title() {
        return title;
    }

    public String mediaType() {
        return mediaType;
    }

    public Marking marking() {
        return marking.marking();
    }
}
