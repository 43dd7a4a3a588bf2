package org.redress.audit;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.redress.audit.Audit.Change;
import org.redress.audit.Audit.Place;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A table that came into the record of changes later begins in it with the rows that it has, so that an upgrade does not look like tampering. */
@Component
@Order(11)
class RowsFromBefore implements ApplicationRunner {
    private final Audit audit;
    private final EntityManager entities;

    RowsFromBefore(Audit audit, EntityManager entities) {
        this.audit = audit;
        this.entities = entities;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        entities.unwrap(Session.class).doWork(this::take);
    }

    void take(Connection connection) throws SQLException {
        var tables = CaseTables.of(connection);
        var rows = new LinkedHashMap<Place, Change>();
        for (var table : CaseTables.OF_PEOPLE) {
            if (!begun(connection, table)) {
                tables.each(connection, table, (id, row) -> {
                    var added = new Change();
                    added.insert();
                    rows.put(new Place(table, id), added);
                });
            }
        }
        if (!rows.isEmpty()) {
            audit.write(connection, rows, Set.of(), List.of());
        }
    }

    private static boolean begun(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("select 1 from audit where table_name = ?")) {
            statement.setString(1, table);
            statement.setMaxRows(1);
            try (var found = statement.executeQuery()) {
                return found.next();
            }
        }
    }
}
