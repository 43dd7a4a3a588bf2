package org.redress.council;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.WorkingCalendar;
import org.redress.casefile.CasesOfCouncil;
import org.redress.casefile.Dates;
import org.redress.casefile.Reference;
import org.redress.identity.Services;

/** What holds for every council, whoever says it: the page, a file, or the start. */
final class Checks {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PREFIX = Pattern.compile("[A-Z]{2,}(-[A-Z]+)*");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9 ()./-]{3,}");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s/]+(/\\S*)?");
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\r]]");
    private static final int LONGEST_ID = 40;
    /** With the year and nine digits it fits where references are kept. */
    private static final int LONGEST_PREFIX = 24;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_LINE = 200;
    private static final int MOST_SHOWN = 3;

    private final Choices choices;
    private final CasesOfCouncil cases;

    Checks(Choices choices, CasesOfCouncil cases) {
        this.choices = choices;
        this.cases = cases;
    }

    /** All that is wrong with a profile; {@code before} is what was known of the council, none if it is new. */
    List<Wrong> of(Profile wanted, @Nullable Profile before, List<Profile> all) {
        var wrong = new ArrayList<Wrong>();
        var others = all.stream().filter(other -> !other.id().equals(wanted.id())).toList();
        identity(wanted, before, others, wrong);
        contact(wanted.contact(), wrong);
        if (!wanted.calendar().equals(WorkingCalendar.ENGLAND_AND_WALES)) {
            wrong.add(new Wrong("calendar", "There is no calendar " + wanted.calendar() + "; there is " + WorkingCalendar.ENGLAND_AND_WALES + "."));
        }
        if (wanted.ombudsman()) {
            ombudsman(wanted, wrong);
        } else {
            prefix(wanted, before, others, wrong);
            services(wanted.services(), wrong);
            procedures(wanted, before, wrong);
        }
        return wrong;
    }

    private static void identity(Profile wanted, @Nullable Profile before, List<Profile> others, List<Wrong> wrong) {
        if (before == null && (!ID.matcher(wanted.id()).matches() || wanted.id().length() > LONGEST_ID)) {
            wrong.add(new Wrong("id", "Write small letters, digits and hyphens, beginning with a letter, at most " + LONGEST_ID + ": for example cheshire-east."));
        }
        if (before != null && before.ombudsman() != wanted.ombudsman()) {
            wrong.add(new Wrong("ombudsman", "A council does not become an Ombudsman, or an Ombudsman a council; add another one."));
        }
        if (wanted.name().isBlank()) {
            wrong.add(new Wrong("name", "Write the name."));
        } else if (wanted.name().length() > LONGEST_NAME || notALine(wanted.name())) {
            wrong.add(new Wrong("name", "The name is one line of at most " + LONGEST_NAME + " characters."));
        }
        others.stream().filter(other -> same(other.name(), wanted.name()) || same(other.id(), wanted.name())).findFirst()
                .ifPresent(other -> wrong.add(new Wrong("name", "There is " + other.name() + " (" + other.id() + ") already.")));
    }

    private void prefix(Profile wanted, @Nullable Profile before, List<Profile> others, List<Wrong> wrong) {
        var prefix = Objects.requireNonNullElse(wanted.prefix(), "");
        if (before != null && prefix.equals(before.prefix())) {
            return;
        }
        if (before != null && before.prefix() != null && cases.any(wanted.id())) {
            wrong.add(new Wrong("prefix", before.prefix() + " stays: letters have gone out with it."));
            return;
        }
        if (!PREFIX.matcher(prefix).matches() || prefix.length() > LONGEST_PREFIX) {
            wrong.add(new Wrong("prefix", "Write capital letters, at least two, words joined with hyphens, at most " + LONGEST_PREFIX
                    + ": for example CHESHIRE-EAST. References are then like CHESHIRE-EAST-2026-00021."));
        } else if (!Reference.readsBack(prefix)) {
            wrong.add(new Wrong("prefix", prefix + " stands before references as a word, so people would be misunderstood; choose another one."));
        }
        others.stream().filter(other -> other.prefix() != null && Reference.alike(other.prefix(), prefix)).findFirst()
                .ifPresent(other -> wrong.add(new Wrong("prefix", other.prefix() + " is the prefix of " + other.name() + "; choose another one.")));
    }

    private static void contact(Profile.Contact contact, List<Wrong> wrong) {
        var address = Objects.requireNonNullElse(contact.address(), "");
        if (address.length() > LONGEST_ADDRESS || NO_TEXT.matcher(address).find()) {
            wrong.add(new Wrong("address", "Write at most " + LONGEST_ADDRESS + " characters, without control characters."));
        }
        line(contact.email(), "email", EMAIL, "Write one e-mail address, for example complaints@example.gov.uk.", wrong);
        line(contact.telephone(), "telephone", TELEPHONE, "Write one number, for example 0300 061 0614.", wrong);
        line(contact.web(), "web", WEB, "Write an address that begins with https://.", wrong);
    }

    private static void line(@Nullable String text, String place, Pattern pattern, String sentence, List<Wrong> wrong) {
        if (text != null && (!pattern.matcher(text).matches() || text.length() > LONGEST_LINE || notALine(text))) {
            wrong.add(new Wrong(place, sentence));
        }
    }

    private static void ombudsman(Profile wanted, List<Wrong> wrong) {
        if (wanted.prefix() != null) {
            wrong.add(new Wrong("prefix", "An Ombudsman’s references are numbers, such as 26 001 234; leave the prefix out."));
        }
        if (!wanted.services().isEmpty()) {
            wrong.add(new Wrong("services", "An Ombudsman has no services of a council; leave them out."));
        }
        if (!wanted.procedures().isEmpty()) {
            wrong.add(new Wrong("procedures", "An Ombudsman has no procedures of a council; leave them out."));
        }
    }

    private static void services(List<Profile.Service> services, List<Wrong> wrong) {
        var codes = new HashSet<String>();
        for (int i = 0; i < services.size(); i++) {
            var service = services.get(i);
            if (!CODE.matcher(service.code()).matches() || service.code().length() > LONGEST_ID) {
                wrong.add(new Wrong("services." + i + ".code", "Write small letters, digits and hyphens, at most " + LONGEST_ID + ": for example highways."));
            } else if (service.code().equals(Services.WHOLE_COUNCIL)) {
                wrong.add(new Wrong("services." + i + ".code", "whole-council stands for all services; choose another code."));
            } else if (!codes.add(service.code())) {
                wrong.add(new Wrong("services." + i + ".code", "There is a service " + service.code() + " already."));
            }
            if (service.name().isBlank() || service.name().length() > LONGEST_NAME || notALine(service.name())) {
                wrong.add(new Wrong("services." + i + ".name", "Write the name, one line of at most " + LONGEST_NAME + " characters."));
            }
        }
    }

    private void procedures(Profile wanted, @Nullable Profile before, List<Wrong> wrong) {
        var known = choices.all();
        var there = before == null ? List.<Profile.Procedure>of() : before.procedures();
        for (int i = 0; i < wanted.procedures().size(); i++) {
            var row = wanted.procedures().get(i);
            var place = "procedures." + i;
            var earlier = wanted.procedures().subList(0, i);
            var others = wanted.procedures().stream().filter(other -> other != row).toList();
            if (earlier.contains(row) || !there.contains(row) && others.stream().anyMatch(other -> atOnce(other, row) && (there.contains(other) || earlier.contains(other)))) {
                wrong.add(new Wrong(place + ".from", "Another procedure of the kind " + Choices.words(row.kind()) + " begins at the same moment; keep one of them."));
            }
            if (there.contains(row)) {
                // what was known when it was said stays, whatever has become of the tables
                continue;
            }
            var ofKind = known.stream().filter(choice -> choice.kind().equals(row.kind())).map(Choices.Choice::procedure).toList();
            if (ofKind.isEmpty()) {
                wrong.add(new Wrong(place + ".kind", "The deployed tables know no kind of complaint " + row.kind() + "; they know "
                        + String.join(", ", new TreeSet<>(known.stream().map(Choices.Choice::kind).toList())) + "."));
            } else if (!ofKind.contains(row.procedure())) {
                wrong.add(new Wrong(place + ".procedure", "The deployed tables know no procedure " + row.procedure() + " for the kind " + Choices.words(row.kind())
                        + "; they know " + String.join(", ", ofKind) + ". A new one comes with rows of the tables and the next deployment."));
            }
        }
        if (wanted.procedures().stream().noneMatch(row -> row.kind().equals(Councils.CORPORATE))) {
            wrong.add(new Wrong("procedures", "A council needs a procedure of the kind " + Choices.words(Councils.CORPORATE)
                    + ": it is for every complaint that comes under no statutory procedure."));
        }
        if (before != null) {
            keepWhatWasInForce(wanted, before, wrong);
        }
    }

    private static boolean atOnce(Profile.Procedure one, Profile.Procedure other) {
        return one.kind().equals(other.kind()) && one.from().equals(other.from());
    }

    /** What was in force when a case was received stays in force for it (rule book 1.6). */
    private void keepWhatWasInForce(Profile wanted, Profile before, List<Wrong> wrong) {
        for (var kind : before.procedures().stream().map(Profile.Procedure::kind).distinct().toList()) {
            var moments = new TreeSet<LocalDateTime>();
            List.of(before, wanted).forEach(profile -> profile.procedures().stream().filter(row -> row.kind().equals(kind)).map(Profile.Procedure::from).forEach(moments::add));
            for (var from : moments) {
                var was = inForce(before, kind, from);
                if (was != null && !was.equals(inForce(wanted, kind, from))) {
                    var bound = cases.following(wanted.id(), was, from, moments.higher(from), MOST_SHOWN + 1);
                    if (!bound.isEmpty()) {
                        wrong.add(new Wrong(place(wanted, kind, from), some(bound) + " received since " + moment(from) + " and "
                                + (bound.size() == 1 ? "follows " : "follow ") + was + "; let the change begin later."));
                        break;
                    }
                }
            }
        }
    }

    private static @Nullable String inForce(Profile profile, String kind, LocalDateTime at) {
        return profile.procedures().stream().filter(row -> row.kind().equals(kind) && !row.from().isAfter(at)).max(Comparator.comparing(Profile.Procedure::from))
                .map(Profile.Procedure::procedure).orElse(null);
    }

    /** The row that begins there; the whole list where a row was taken away. */
    private static String place(Profile wanted, String kind, LocalDateTime from) {
        for (int i = 0; i < wanted.procedures().size(); i++) {
            if (wanted.procedures().get(i).kind().equals(kind) && wanted.procedures().get(i).from().equals(from)) {
                return "procedures." + i + ".from";
            }
        }
        return "procedures";
    }

    private static String some(List<String> references) {
        return references.stream().limit(MOST_SHOWN).collect(Collectors.joining(", ")) + (references.size() > MOST_SHOWN ? " and more were" : references.size() == 1 ? " was" : " were");
    }

    static String moment(LocalDateTime moment) {
        return Dates.text(moment.toLocalDate()) + (moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? "" : ", " + moment.toLocalTime());
    }

    List<Wrong> ofRemoval(Profile council, long people, boolean reports) {
        var wrong = new ArrayList<Wrong>();
        if (cases.any(council.id()) || cases.named(council.id())) {
            wrong.add(new Wrong("", council.name() + " has cases, so it stays."));
        }
        if (reports) {
            wrong.add(new Wrong("", council.name() + " has written words of a yearly report, so it stays."));
        }
        if (people > 0) {
            wrong.add(new Wrong("", (people == 1 ? "1 person belongs" : people + " people belong") + " to " + council.name()
                    + "; take them out of it in Admin first, under Tenants."));
        }
        return wrong;
    }

    private static boolean notALine(String text) {
        return NO_TEXT.matcher(text).find() || text.contains("\n") || text.contains("\r");
    }

    private static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }
}
