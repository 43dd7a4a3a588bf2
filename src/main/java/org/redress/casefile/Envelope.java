package org.redress.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Name and address of somebody, line by line, as they stand on a letter and in the window of its envelope. */
public final class Envelope {
    private static final Pattern POSTCODE = Pattern.compile("\\b[A-Za-z]{1,2}\\d[A-Za-z\\d]?\\s*\\d[A-Za-z]{2}\\b");
    private static final Pattern LINES = Pattern.compile("\\s*[,;\\n]\\s*");
    /** A telephone number. */
    private static final Pattern NO_PLACE = Pattern.compile("(?i:tel\\S*|phone)?[:.]?[ ]*[+0-9 ()-]{7,}");
    /** What people write before an address. */
    private static final Pattern BEFORE = Pattern.compile("^(?i:only |always )?(?i:by post|by letter|post|address|letters to)\\s*:?\\s+");

    private Envelope() {}

    /** The lines; the name alone where the file has no address with a postcode. */
    public static List<String> of(PartyView person) {
        var lines = new ArrayList<String>();
        lines.add(person.label());
        lines.addAll(home(person));
        return lines;
    }

    /** The lines below the name. */
    public static List<String> home(PartyView person) {
        var lines = new ArrayList<String>();
        var contact = person.contact();
        var end = POSTCODE.matcher(contact == null ? "" : contact);
        if (contact != null && end.find()) {
            LINES.splitAsStream(contact.substring(0, end.end()).strip()).filter(line -> !line.isBlank() && !line.contains("@") && !NO_PLACE.matcher(line).matches())
                    .map(line -> BEFORE.matcher(line).replaceFirst("").strip()).filter(line -> !line.isEmpty()).forEach(lines::add);
        }
        return lines;
    }
}
