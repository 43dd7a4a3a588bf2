package org.redress.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.WorkingCalendar;
import org.redress.council.Choices;
import org.redress.council.Choices.Choice;
import org.redress.council.Profile;
import org.redress.council.Wrong;
import org.springframework.web.util.HtmlUtils;

/** The form of a council: what was typed, the profile that it says, and the markup, with what is wrong beside the field that is. */
final class CouncilForm {
    /** Rows that nobody has filled in yet. */
    private static final int FREE_ROWS = 3;
    /** No council has more; a row number from elsewhere does not make the page longer. */
    private static final int MOST_ROWS = 200;
    /** Of a procedure that is not chosen yet, until the row is refused. */
    private static final LocalDateTime NO_DAY = LocalDateTime.of(9999, 12, 31, 0, 0);

    /** A browser's own field for a day would follow the browser's language. */
    private static final DateTimeFormatter BRITISH = DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Map<String, String> typed;
    private final @Nullable Profile known;
    private final List<Integer> serviceRows = new ArrayList<>();
    private final List<Integer> procedureRows = new ArrayList<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private final Profile profile;

    private CouncilForm(Map<String, String> typed, @Nullable Profile known) {
        this.typed = typed;
        this.known = known;
        this.profile = readProfile();
    }

    /** An empty one. */
    static CouncilForm empty() {
        return new CouncilForm(new LinkedHashMap<>(), null);
    }

    /** What is known of a council. */
    static CouncilForm of(Profile council) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("name", council.name());
        typed.put("prefix", or(council.prefix()));
        typed.put("calendar", council.calendar());
        typed.put("address", or(council.contact().address()));
        typed.put("email", or(council.contact().email()));
        typed.put("telephone", or(council.contact().telephone()));
        typed.put("web", or(council.contact().web()));
        for (int i = 0; i < council.services().size(); i++) {
            typed.put("services." + i + ".code", council.services().get(i).code());
            typed.put("services." + i + ".name", council.services().get(i).name());
        }
        for (int i = 0; i < council.procedures().size(); i++) {
            var row = council.procedures().get(i);
            typed.put("procedures." + i + ".procedure", row.kind() + "/" + row.procedure());
            typed.put("procedures." + i + ".from", SHOWN.format(row.from()));
            typed.put("procedures." + i + ".time", row.from().toLocalTime().equals(LocalTime.MIDNIGHT) ? "" : row.from().toLocalTime().toString());
        }
        typed.put("seen", council.stand());
        return new CouncilForm(typed, council);
    }

    /** What somebody sent about a council, or about a new one. */
    static CouncilForm read(HttpServletRequest request, @Nullable Profile known) {
        var typed = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((key, values) -> typed.put(key, values[0].replace("\r\n", "\n").strip()));
        return new CouncilForm(typed, known);
    }

    boolean isNew() {
        return known == null;
    }

    Profile profile() {
        return profile;
    }

    /** The stand of the council when the page was shown; none for a new one. */
    @Nullable String seen() {
        return isNew() ? null : typed("seen");
    }

    /** What could not be read at all. */
    List<Wrong> wrong() {
        return wrong;
    }

    /** What is wrong with the profile, at the fields of this page: rows that were left empty count here. */
    List<Wrong> places(List<Wrong> ofProfile) {
        return ofProfile.stream().map(one -> {
            var parts = one.place().split("\\.");
            if (parts.length < 3) {
                return one;
            }
            var rows = parts[0].equals("services") ? serviceRows : procedureRows;
            return new Wrong(parts[0] + "." + rows.get(Integer.parseInt(parts[1])) + "." + parts[2].replace("kind", "procedure"), one.sentence());
        }).toList();
    }

    private Profile readProfile() {
        boolean ombudsman = known == null ? typed("ombudsman").equals("yes") : known.ombudsman();
        return new Profile(known == null ? typed("id") : known.id(), ombudsman, typed("name"), nothing(typed("prefix")),
                typed.getOrDefault("calendar", WorkingCalendar.ENGLAND_AND_WALES),
                new Profile.Contact(nothing(typed("address")), nothing(typed("email")), nothing(typed("telephone")), nothing(typed("web"))),
                readServices(), readProcedures());
    }

    private List<Profile.Service> readServices() {
        var services = new ArrayList<Profile.Service>();
        for (int row = 0; row < rows("services"); row++) {
            var service = new Profile.Service(typed("services." + row + ".code"), typed("services." + row + ".name"));
            if (!service.code().isEmpty() || !service.name().isEmpty()) {
                services.add(service);
                serviceRows.add(row);
            }
        }
        return services;
    }

    private List<Profile.Procedure> readProcedures() {
        var procedures = new ArrayList<Profile.Procedure>();
        for (int row = 0; row < rows("procedures"); row++) {
            var place = "procedures." + row;
            var chosen = typed(place + ".procedure").split("/", 2);
            var day = typed(place + ".from");
            if (chosen.length == 2) {
                procedures.add(new Profile.Procedure(chosen[0], chosen[1], moment(place, day, typed(place + ".time"))));
                procedureRows.add(row);
            } else if (!day.isEmpty()) {
                wrong.add(new Wrong(place + ".procedure", "Choose the procedure that begins then, or clear the day."));
            }
        }
        return procedures;
    }

    private LocalDateTime moment(String place, String day, String time) {
        try {
            return LocalDate.parse(day, day.contains("/") ? BRITISH : DateTimeFormatter.ISO_LOCAL_DATE).atTime(time.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(time));
        } catch (DateTimeException e) {
            wrong.add(new Wrong(place + ".from", day.isEmpty() ? "Say from which day of receipt on." : "Write the day as 01/04/2026, and the time as 17:00."));
            return NO_DAY;
        }
    }

    private int rows(String list) {
        int last = typed.keySet().stream().filter(key -> key.matches(list + "\\.\\d{1,4}\\.[a-z]+")).mapToInt(key -> Integer.parseInt(key.split("\\.")[1])).max().orElse(-1);
        return Math.min(last + 1, MOST_ROWS);
    }

    private String typed(String key) {
        return typed.getOrDefault(key, "");
    }

    // ---- the markup -------------------------------------------------------------------------------------------

    String markup(List<Choice> choices, List<Wrong> found, String token, boolean prefixStays) {
        var beside = new LinkedHashMap<String, List<String>>();
        found.forEach(one -> beside.computeIfAbsent(one.place(), place -> new ArrayList<>()).add(one.sentence()));
        var markup = new StringBuilder();
        if (!found.isEmpty()) {
            markup.append("<div class=\"refusal\" role=\"alert\"><p>Not taken. Nothing was changed:</p>\n<ul>\n");
            found.forEach(one -> markup.append("<li>").append(one.place().isEmpty() ? text(one.sentence())
                    : "<a href=\"#" + text(one.place()) + "\">" + text(one.sentence()) + "</a>").append("</li>\n"));
            markup.append("</ul></div>\n");
        }
        markup.append("<form method=\"post\" class=\"council\" novalidate>\n").append(token).append('\n');
        if (isNew()) {
            field(markup, beside, "id", "Id", "Of its tenant: small letters and hyphens, such as cheshire-east. It never changes.", "maxlength=\"40\" autocapitalize=\"none\" spellcheck=\"false\" required");
            markup.append("<p class=\"box\"><input type=\"checkbox\" id=\"ombudsman\" name=\"ombudsman\" value=\"yes\"")
                    .append(typed("ombudsman").equals("yes") ? " checked" : "").append("><label for=\"ombudsman\">It is an Ombudsman: without prefix, services and procedures</label></p>\n");
        } else {
            markup.append("<input type=\"hidden\" name=\"seen\" value=\"").append(text(typed("seen"))).append("\">\n<p>Id: ").append(text(profile.id())).append("</p>\n");
        }
        field(markup, beside, "name", "Name", "", "maxlength=\"100\" required");
        if (isNew() || !profile.ombudsman()) {
            field(markup, beside, "prefix", "Prefix of its references", prefixStays ? "It stays: letters have gone out with it."
                    : "Capital letters and hyphens: CHESHIRE-EAST gives CHESHIRE-EAST-2026-00021. It never changes once the council has a case.",
                    "maxlength=\"24\" spellcheck=\"false\"" + (prefixStays ? " readonly" : ""));
        }
        markup.append("<fieldset><legend>How the public reaches it</legend>\n");
        label(markup, beside, "address", "Address", "");
        markup.append("<textarea id=\"address\" name=\"address\" rows=\"4\" maxlength=\"500\"").append(marks(beside, "address", "")).append(">\n")
                .append(text(typed("address"))).append("</textarea>\n");
        field(markup, beside, "email", "E-mail", "", "type=\"email\" maxlength=\"200\"");
        field(markup, beside, "telephone", "Telephone", "", "type=\"tel\" maxlength=\"200\"");
        field(markup, beside, "web", "Web", "Beginning with https://", "type=\"url\" maxlength=\"200\"");
        markup.append("</fieldset>\n");
        calendar(markup, beside);
        if (isNew() || !profile.ombudsman()) {
            procedures(markup, beside, choices);
            services(markup, beside);
        }
        return markup.append("<button>").append(isNew() ? "Add" : "Change").append("</button>\n</form>\n").toString();
    }

    private void calendar(StringBuilder markup, Map<String, List<String>> beside) {
        label(markup, beside, "calendar", "Working days", "");
        markup.append("<select id=\"calendar\" name=\"calendar\"").append(marks(beside, "calendar", "")).append("><option value=\"")
                .append(WorkingCalendar.ENGLAND_AND_WALES).append("\" selected>England and Wales</option></select>\n");
    }

    private void procedures(StringBuilder markup, Map<String, List<String>> beside, List<Choice> choices) {
        markup.append("<fieldset id=\"procedures\" tabindex=\"-1\"><legend>Procedures</legend>\n<p class=\"hint\">Which it has for each kind of complaint, for those received from a day on until the next one begins."
                + " What the deployed tables know can be chosen. Choose nothing and clear the day to take a row away.</p>\n");
        beside.getOrDefault("procedures", List.of()).forEach(sentence -> markup.append("<p class=\"wrong\">").append(text(sentence)).append("</p>\n"));
        for (int row = 0; row < rows("procedures") + FREE_ROWS && row < MOST_ROWS; row++) {
            var place = "procedures." + row;
            markup.append("<div class=\"row\">\n<div>");
            label(markup, beside, place + ".procedure", "Procedure " + (row + 1), "");
            markup.append("<select id=\"").append(place).append(".procedure\" name=\"").append(place).append(".procedure\"").append(marks(beside, place + ".procedure", "")).append(">\n<option value=\"\"></option>\n")
                    .append(options(choices, typed(place + ".procedure"))).append("</select></div>\n<div>");
            field(markup, beside, place + ".from", "Received from", "", "inputmode=\"numeric\" placeholder=\"01/04/2026\" maxlength=\"10\"");
            markup.append("</div>\n<div>");
            field(markup, beside, place + ".time", "Time, if not 00:00", "", "placeholder=\"17:00\" maxlength=\"5\"");
            markup.append("</div>\n</div>\n");
        }
        markup.append("</fieldset>\n");
    }

    private static String options(List<Choice> choices, String chosen) {
        var markup = new StringBuilder();
        boolean known = false;
        for (var kind : choices.stream().map(Choice::kind).collect(Collectors.toCollection(LinkedHashSet::new))) {
            markup.append("<optgroup label=\"").append(text(Choices.words(kind))).append("\">\n");
            for (var choice : choices.stream().filter(one -> one.kind().equals(kind)).toList()) {
                var value = choice.kind() + "/" + choice.procedure();
                known |= value.equals(chosen);
                markup.append("<option value=\"").append(text(value)).append('"').append(value.equals(chosen) ? " selected" : "").append('>')
                        .append(text(Choices.words(kind) + ": " + choice.procedure() + " – " + choice.words())).append("</option>\n");
            }
            markup.append("</optgroup>\n");
        }
        if (!known && chosen.contains("/")) {
            markup.append("<option value=\"").append(text(chosen)).append("\" selected>").append(text(chosen.replace("/", ": "))).append(" (not deployed any more)</option>\n");
        }
        return markup.toString();
    }

    private void services(StringBuilder markup, Map<String, List<String>> beside) {
        markup.append("<fieldset id=\"services\" tabindex=\"-1\"><legend>Services</legend>\n<p class=\"hint\">To which cases can be given; their people belong to the group service- and the code. Clear both to end one:"
                + " it keeps its name for the cases that it had.</p>\n");
        for (int row = 0; row < rows("services") + FREE_ROWS && row < MOST_ROWS; row++) {
            var place = "services." + row;
            markup.append("<div class=\"row\">\n<div>");
            field(markup, beside, place + ".code", "Code " + (row + 1), "", "maxlength=\"40\" autocapitalize=\"none\" spellcheck=\"false\"");
            markup.append("</div>\n<div>");
            field(markup, beside, place + ".name", "Name " + (row + 1), "", "maxlength=\"100\"");
            markup.append("</div>\n</div>\n");
        }
        markup.append("</fieldset>\n");
    }

    private void field(StringBuilder markup, Map<String, List<String>> beside, String place, String label, String hint, String attributes) {
        label(markup, beside, place, label, hint);
        markup.append("<input id=\"").append(place).append("\" name=\"").append(place).append("\" value=\"").append(text(typed(place))).append("\" ").append(attributes)
                .append(marks(beside, place, hint)).append(">\n");
    }

    private static void label(StringBuilder markup, Map<String, List<String>> beside, String place, String label, String hint) {
        markup.append("<label for=\"").append(place).append("\">").append(text(label)).append("</label>\n");
        if (!hint.isEmpty()) {
            markup.append("<p class=\"hint\" id=\"").append(place).append("-hint\">").append(text(hint)).append("</p>\n");
        }
        if (beside.containsKey(place)) {
            markup.append("<p class=\"wrong\" id=\"").append(place).append("-wrong\">").append(text(String.join(" ", Objects.requireNonNull(beside.get(place))))).append("</p>\n");
        }
    }

    private static String marks(Map<String, List<String>> beside, String place, String hint) {
        var by = new ArrayList<String>();
        if (!hint.isEmpty()) {
            by.add(place + "-hint");
        }
        if (beside.containsKey(place)) {
            by.add(place + "-wrong");
        }
        return (by.isEmpty() ? "" : " aria-describedby=\"" + String.join(" ", by) + "\"") + (beside.containsKey(place) ? " aria-invalid=\"true\"" : "");
    }

    private static @Nullable String nothing(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String or(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
