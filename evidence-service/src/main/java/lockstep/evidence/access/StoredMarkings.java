package lockstep.evidence.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;

/** Markings as rows of the database have them. */
public final class StoredMarkings {
    private StoredMarkings() {}

    public static Marking of(ResultSet row) throws SQLException {
        return new Marking(
                row.getString("m_level"),
                row.getBoolean("m_orcon"),
                texts(row, "m_rel_to"),
                Tlp.valueOf(row.getString("m_tlp")),
                texts(row, "m_named"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
