package org.redress.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A row of the table of faults: what was done, what is expected of the product, and what was seen of it. */
final class Row {
    private final String fault;
    private final String expected;
    private final List<String> seen = new ArrayList<>();
    private boolean ok = true;
    private boolean skipped;

    Row(String fault, String expected) {
        this.fault = fault;
        this.expected = expected;
    }

    /** Something that is worth knowing, and neither right nor wrong. */
    Row saw(String what, Object... values) {
        seen.add(String.format(Locale.ROOT, what, values));
        return this;
    }

    /** Something that is right only if this holds. */
    Row expect(boolean holds, String what, Object... values) {
        var text = String.format(Locale.ROOT, what, values);
        seen.add(holds ? text : "**" + text + "**");
        ok &= holds;
        return this;
    }

    /** So many, which should be none. */
    Row none(long count, String of) {
        return expect(count == 0, count + " " + of);
    }

    void skipped(String why) {
        skipped = true;
        seen.add(why);
    }

    void failed(Exception e) {
        ok = false;
        seen.add("**the run itself failed: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " ").replace("|", "/") + "**");
    }

    boolean isRed() {
        return !ok;
    }

    @Override
    public String toString() {
        return "| " + fault + " | " + expected + " | " + String.join("; ", seen) + " | " + (ok ? skipped ? "skipped" : "ok" : "**not**") + " |";
    }
}
