package lockstep.evidence.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import lockstep.evidence.transfer.Transfer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A transfer as the columns of its request's row. */
@Embeddable
public class StoredTransfer {
    @Column(name = "legal_basis")
    private String legalBasis;

    @Column(name = "legal_basis_text")
    private String text;

    private String necessity;

    @Column(name = "transfer_to", columnDefinition = "text[]")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] countries;

    protected StoredTransfer() {}

    static StoredTransfer of(Transfer transfer) {
        StoredTransfer stored = new StoredTransfer();
        stored.legalBasis = transfer.legalBasis();
        stored.text = transfer.text();
        stored.necessity = transfer.necessity();
        stored.countries = transfer.countries().toArray(String[]::new);
        return stored;
    }

    Transfer transfer() {
        return new Transfer(legalBasis, text, necessity, List.of(countries));
    }
}
