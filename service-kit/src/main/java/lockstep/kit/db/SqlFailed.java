package lockstep.kit.db;

import java.sql.SQLException;

/** A statement that the database refused; its cause tells the SQL state. */
public class SqlFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SqlFailed(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
