package org.redress.start;

import java.sql.Connection;
import java.sql.SQLException;

/** Something that has to look at the rows before the tables are brought to another version, and again when they are. */
public interface SchemaWatch {
    /** The tables are still those of the version before; the connection is that of whoever owns them. */
    void before(Connection connection) throws SQLException;

    /** The tables are those of this version; also at a start that changes none, because the one before may have been cut off. */
    void after(Connection connection) throws SQLException;
}
