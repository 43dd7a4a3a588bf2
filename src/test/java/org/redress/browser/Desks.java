package org.redress.browser;

import java.util.ArrayList;
import java.util.List;
import org.redress.testing.Office;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where people sit down in a test: each at a desk of their own, all with the one browser of the run. */
class Desks {
    private final Office office;
    private final JdbcTemplate database;
    private final int port;
    private final List<Desk> taken = new ArrayList<>();
    private Chromium chromium;

    Desks(Office office, JdbcTemplate database, int port) {
        this.office = office;
        this.database = database;
        this.port = port;
    }

    void open(Chromium program) {
        chromium = program;
    }

    /** Opens Tasklist on the day of the office and signs in. */
    Desk of(String person) {
        return of("en-GB", person);
    }

    /** The same in a browser of another language. */
    Desk of(String language, String person) {
        var desk = Desk.of(chromium.browser(), language, address(), person, office.today());
        taken.add(desk);
        return desk;
    }

    /** Opens a browser on the day of the office, in which nobody is signed in yet. */
    Desk untaken() {
        var desk = Desk.untaken(chromium.browser(), "en-GB", address(), office.today());
        taken.add(desk);
        return desk;
    }

    Chromium chromium() {
        return chromium;
    }

    int port() {
        return port;
    }

    /** Where the product is. */
    String address() {
        return "http://localhost:" + port;
    }

    /** Keeps what everybody sees now. */
    void keepPictures(String name) {
        taken.forEach(desk -> desk.keep(name));
    }

    /** Everybody goes; gives what happened at the desks that must not. Text that they left unsent would come back to the next one there. */
    List<String> close() {
        var alarms = taken.stream().flatMap(desk -> desk.alarms().stream()).toList();
        taken.forEach(Desk::close);
        taken.clear();
        office.signOut();
        database.update("delete from draft");
        database.update("delete from draft_loss");
        return alarms;
    }
}
