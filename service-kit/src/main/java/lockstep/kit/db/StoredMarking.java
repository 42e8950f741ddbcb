package lockstep.kit.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A marking as the columns {@code m_level, m_orcon, m_rel_to, m_tlp, m_named} of its row. */
@Embeddable
public class StoredMarking {
    @Column(name = "m_level", nullable = false)
    private String level;

    @Column(name = "m_orcon", nullable = false)
    private boolean orcon;

    @Column(name = "m_rel_to", nullable = false, columnDefinition = "text[]")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] relTo;

    @Column(name = "m_tlp", nullable = false)
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Tlp tlp;

    @Column(name = "m_named", nullable = false, columnDefinition = "text[]")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] named;

    protected StoredMarking() {}

    private StoredMarking(Marking marking) {
        level = marking.level();
        orcon = marking.orcon();
        relTo = marking.relTo().toArray(String[]::new);
        tlp = marking.tlp();
        named = marking.named().toArray(String[]::new);
    }

    public static StoredMarking of(Marking marking) {
        return new StoredMarking(marking);
    }

    public Marking marking() {
        return new Marking(level, orcon, List.of(relTo), tlp, List.of(named));
    }
}
