package org.redress.council;

import java.util.LinkedHashMap;
import java.util.Map;
import org.redress.gate.OptionsOfRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The councils of the record as choices of a form, by name; an Ombudsman is none of them. */
@Component
class CouncilsToChoose implements OptionsOfRecord {
    private final JdbcClient database;

    CouncilsToChoose(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String key() {
        return "councils";
    }

    @Override
    public Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        database.sql("select tenant, name from council where not ombudsman order by name").query(row -> {
            options.put(row.getString("tenant"), row.getString("name"));
        });
        return options;
    }
}
