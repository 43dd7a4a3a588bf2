package org.redress.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.WorkingCalendar;
import org.redress.calendar.YearNotCovered;
import org.redress.casefile.OmbudsmanOutcome;
import org.redress.deadline.Allowance;
import org.redress.deadline.DueDate;
import org.redress.reading.Section.Kind;

/** Reads the text of an Ombudsman's decision: what it is, and what it says the council will do (LGS-16, REM-05). */
public final class DecisionReader {
    /** Longer than any decision that was published. */
    public static final int MOST_CHARACTERS = 400_000;

    /** How often letters may be looked at to read one text: a decision needs a hundred thousand, one of the greatest length some millions. */
    static final long MOST_STEPS = 50_000_000;
    private static final int LONGEST_PARAGRAPH = 5000;
    private static final int LONGEST_JOINT = 12;
    private static final int MOST_ISSUES = 50;
    private static final Pattern REFERENCE = Pattern.compile("(?<!\\d)(\\d{2})[ -]?(\\d{3})[ -]?(\\d{3})(?!\\d)");
    private static final Pattern TITLE = Pattern.compile("^([A-Z][\\w'&.,() -]{2,100}?) ?\\((?:reference(?: number)?:? ?)?(\\d{2}[ -]?\\d{3}[ -]?\\d{3})[a-z]?\\)$");
    private static final Pattern LABELLED_REFERENCE = Pattern.compile("(?:complaint |case |our |the ombudsman's )?(?:reference|ref|complaint number|complaint no)(?: number| no)?\\.?(?: is)? ?:? ?(\\d{2}[ -]?\\d{3}[ -]?\\d{3})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern AGAINST = Pattern.compile("^(?:complaint(?:s)? (?:about|against)|council|organisation|body in jurisdiction|authority|name of council) ?:? ?(?:the )?([A-Z].{2,100}?)\\.?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNCIL = Pattern.compile("\\b(?:(?:London|Royal) Borough of (?:[A-Z]\\w+ ?(?:and |upon )?){1,4}|(?:[A-Z][\\w'-]+ (?:and |& |upon |on |of |with )?){1,5}(?:County |City |Borough |District |Metropolitan |Metropolitan Borough )?Council|City of [A-Z]\\w+(?: Council)?)\\b");
    private static final Pattern LABELLED_DATE = Pattern.compile("^(?:(?:draft |provisional )?decision date|date of (?:the )?(?:final )?decision|decided on|date of report|date|decision issued)(?: issued)? ?[:-]? ?(?:on )?(.{6,30})$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CATEGORY = Pattern.compile("^(?:category|subject) ?: ?(.{2,120})$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUMMARY = Pattern.compile("^summary ?: ?(.{3,})$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern DRAFT = Pattern.compile("^(?:confidential ?[:-]? ?)?(?:(?:the ombudsman's |my |our |this is a )?(?:draft|provisional)(?: statement| view| decision| report|: .{0,60})(?: statement)?(?: - .{0,60})?|draft|status ?: ?draft.*|this (?:draft|provisional) .*|not for publication.*draft.*)[:.]?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_FINAL = Pattern.compile("\\b(?:I|we) (?:propose|intend|am minded|are minded)\\b|\\bthis is a draft\\b|\\bmay comment\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REPORT = Pattern.compile("^(?:report (?:summary|by the|issued|on an investigation)|investigation into a complaint|the investigation$|report issued|.*public interest report).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPLAINS = Pattern.compile("\\b(?:complain(?:s|ed)?|unhappy|dissatisfied|says?|said|states?|alleges?|believes?|considers?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPLAINS_OF = Pattern.compile("\\bcomplain(?:s|ed|t)?\\b|\\bunhappy\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern SAYS_OF_COUNCIL = Pattern.compile("\\b(?:says?|said|states?|alleges?|believes?|considers?|dissatisfied)\\b.*\\b(?:council|authority|it)\\b", Pattern.CASE_INSENSITIVE);

    private DecisionReader() {}

    /** Reads a text with the bank holidays that the product knows. */
    public static Decision read(String text) {
        return read(text, WorkingCalendar.englandAndWales());
    }

    static Decision read(String text, WorkingCalendar calendar) {
        try {
            return counted(text, calendar, MOST_STEPS).read();
        } catch (Steps.TooMany e) {
            return new Decision(true, false, List.of(), List.of(), null, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), null,
                    List.of(new Found<>("Its sentences take more time to read than they may have. Read it yourself, or paste the part that is needed.", new Passage("", 0, 0))));
        }
    }

    /** The same in so many steps, with how many it took. */
    static Steps.Counted<Decision> counted(String text, WorkingCalendar calendar, long most) {
        return Steps.within(most, () -> readAll(text, calendar));
    }

    private static Decision readAll(String text, WorkingCalendar calendar) {
        var unread = new ArrayList<Found<String>>();
        var used = text;
        if (text.length() > MOST_CHARACTERS) {
            used = text.substring(0, MOST_CHARACTERS);
            unread.add(new Found<>("Only the first " + MOST_CHARACTERS + " characters were read.", new Passage("", MOST_CHARACTERS, MOST_CHARACTERS)));
        }
        var sections = Lines.of(used);
        var head = sections.stream().filter(section -> section.kind() == Kind.HEAD || section.kind() == Kind.DRAFT || section.kind() == Kind.OTHER && section.heading().toLowerCase(Locale.ROOT).startsWith("the ombudsman's final")).flatMap(section -> section.paragraphs().stream()).filter(paragraph -> paragraph.text().length() <= LONGEST_PARAGRAPH).toList();
        // a statement that is final may tell of its own draft under a heading
        boolean draft = sections.stream().anyMatch(section -> section.kind() == Kind.DRAFT) && !isFinal(sections) || head.stream().limit(25).anyMatch(paragraph -> DRAFT.matcher(Steps.of(paragraph.text())).matches());
        boolean report = sections.stream().anyMatch(section -> REPORT.matcher(Steps.of(section.heading())).matches()) || head.stream().limit(25).anyMatch(paragraph -> REPORT.matcher(Steps.of(paragraph.text())).matches());
        var decidedOn = decidedOn(head);
        var day = decidedOn == null ? null : decidedOn.value();
        var councils = councils(head, sections);
        var complaint = sections.stream().filter(section -> section.kind() == Kind.COMPLAINT).flatMap(section -> section.paragraphs().stream()).toList();
        var summaries = head.stream().filter(DecisionReader::isSummary).toList();
        var summary = first(summaries, SUMMARY).orElse(null);
        var asking = sections.stream().filter(section -> section.kind() == Kind.AGREED || section.kind() == Kind.RECOMMENDED).toList();
        var complainant = People.complainant(complaint);
        var grammar = new ActionGrammar(new People(complainant != null ? complainant : summary == null ? null : People.names(summary.value()).stream().findFirst().orElse(null)), councils.stream().map(Found::value).toList(), day);
        var actions = List.<ReadAction>of();
        var doubtful = List.<ReadAction>of();
        var recommended = List.<ReadAction>of();
        if (draft) {
            unread.add(new Found<>("This is a draft: nothing in it is agreed yet (LGS-14).", new Passage("", 0, 0)));
            asking.forEach(grammar::read);
            recommended = grammar.proposed();
        } else {
            asking.forEach(grammar::read);
            boolean agreed = asking.isEmpty() || agreedElsewhere(sections, summaries);
            var read = grammar.agreed(agreed);
            actions = withDue(read.getOrDefault(false, List.of()), day, calendar);
            doubtful = withDue(read.getOrDefault(true, List.of()), day, calendar);
            recommended = grammar.recommended(agreed);
            unread.addAll(grammar.unread());
            if (asking.isEmpty() && sections.size() == 1) {
                unread.add(new Found<>("It has none of the headings of a decision, such as Agreed action, so no actions were looked for.", new Passage("", 0, 0)));
            }
        }
        var outcomes = new Outcomes(head, summaries, sections);
        var outcome = outcomes.outcome(actions.isEmpty() && doubtful.isEmpty() && recommended.isEmpty() && !draft);
        var putRight = outcome != null && outcome.value() == OmbudsmanOutcome.UPHELD_REMEDIED ? outcome.passage() : outcomes.allPutRight();
        var references = references(head);
        if (references.isEmpty()) {
            unread.add(new Found<>("The Ombudsman’s reference could not be read.", new Passage("", 0, 0)));
        }
        if (decidedOn == null) {
            unread.add(new Found<>("The day of the decision could not be read, so no due days are worked out.", new Passage("", 0, 0)));
        }
        if (outcome == null) {
            unread.add(new Found<>("How it ends could not be read.", new Passage("", 0, 0)));
        }
        return new Decision(!draft, report, references, councils, decidedOn, first(head, CATEGORY).orElse(null), outcome, summary, issues(complaint), actions, doubtful, recommended, grammar.done(), putRight, unread);
    }

    /** No paragraph of a decision is longer; what is, would take too long to be looked at sentence by sentence. */
    static boolean isRead(Paragraph paragraph) {
        return paragraph.text().length() <= LONGEST_PARAGRAPH;
    }

    private static boolean isSummary(Paragraph paragraph) {
        return SUMMARY.matcher(Steps.of(paragraph.text())).matches();
    }

    /** Its head names it final, or has the day and the outcome of a decision; and it ends with a decision that is no draft. */
    private static boolean isFinal(List<Section> sections) {
        var first = sections.stream().filter(section -> section.kind() == Kind.HEAD).flatMap(section -> section.paragraphs().stream()).filter(DecisionReader::isRead).map(Paragraph::text).toList();
        boolean named = Stream.concat(first.stream(), sections.stream().map(Section::heading)).anyMatch(text -> Steps.matches(text.strip(), "(?i)the ombudsman's final decision(?: statement)? ?:?"))
                && sections.stream().filter(section -> section.kind() == Kind.DECISION || section.kind() == Kind.DRAFT).flatMap(section -> section.paragraphs().stream()).filter(DecisionReader::isRead).noneMatch(paragraph -> NOT_FINAL.matcher(Steps.of(paragraph.text())).find());
        boolean labelled = first.stream().anyMatch(text -> LABELLED_DATE.matcher(Steps.of(text)).matches() && !Steps.matches(text, "(?is)(?:draft|provisional)\\b.*")) && first.stream().anyMatch(text -> Outcomes.labelled(text) != null);
        return (named || labelled) && sections.stream().anyMatch(section -> section.kind() == Kind.DECISION);
    }

    private static boolean agreedElsewhere(List<Section> sections, List<Paragraph> summaries) {
        return Stream.concat(sections.stream().filter(section -> section.kind() == Kind.DECISION || section.kind() == Kind.AGREED || section.kind() == Kind.RECOMMENDED).flatMap(section -> section.paragraphs().stream()).filter(DecisionReader::isRead),
                summaries.stream()).flatMap(paragraph -> Sentences.of(paragraph).stream().map(span -> paragraph.text().substring(span.from(), span.to())))
                .anyMatch(Clauses::saysAgreed);
    }

    private static List<ReadAction> withDue(List<ReadAction> actions, @Nullable LocalDate decidedOn, WorkingCalendar calendar) {
        return actions.stream().map(action -> action.due(due(action.period(), decidedOn, calendar))).toList();
    }

    private static @Nullable LocalDate due(@Nullable Period period, @Nullable LocalDate decidedOn, WorkingCalendar calendar) {
        if (period == null || period.by() != null) {
            return period == null ? null : period.by();
        }
        if (decidedOn == null || period.from() == Period.From.OTHER || period.within() == null || !Character.isDigit(period.within().charAt(0))) {
            return null;
        }
        try {
            return DueDate.of(decidedOn, Allowance.parse(period.within()), calendar).due();
        } catch (YearNotCovered unknownHolidays) {
            return null;
        }
    }

    private static Optional<Found<String>> first(List<Paragraph> head, Pattern what) {
        return head.stream().flatMap(paragraph -> {
            var found = what.matcher(Steps.of(paragraph.text()));
            return found.matches() ? Stream.of(new Found<>(found.group(1).strip(), paragraph.passage())) : Stream.empty();
        }).findFirst();
    }

    private static List<Found<String>> references(List<Paragraph> head) {
        var found = new LinkedHashMap<String, Found<String>>();
        for (var pattern : List.of(TITLE, LABELLED_REFERENCE)) {
            for (var paragraph : head) {
                var matcher = pattern.matcher(Steps.of(paragraph.text()));
                if (pattern == TITLE ? matcher.matches() : matcher.find()) {
                    put(found, matcher.group(pattern == TITLE ? 2 : 1), paragraph);
                }
            }
        }
        if (found.isEmpty()) {
            head.stream().limit(12).filter(paragraph -> paragraph.text().length() < 120).forEach(paragraph -> REFERENCE.matcher(Steps.of(paragraph.text())).results().forEach(one -> put(found, one.group(), paragraph)));
        }
        return List.copyOf(found.values());
    }

    private static void put(Map<String, Found<String>> found, String written, Paragraph paragraph) {
        var parts = REFERENCE.matcher(Steps.of(written));
        if (parts.find()) {
            var even = parts.group(1) + " " + parts.group(2) + " " + parts.group(3);
            found.putIfAbsent(even, new Found<>(even, paragraph.passage()));
        }
    }

    private static List<Found<String>> councils(List<Paragraph> head, List<Section> sections) {
        var found = new LinkedHashMap<String, Found<String>>();
        for (var paragraph : head) {
            var title = TITLE.matcher(Steps.of(paragraph.text()));
            if (title.matches() && Steps.matches(title.group(1), ".*(?:Council|Borough of|City of|Authority|Trust|Corporation|Partnership|Transport for).*")) {
                found.putIfAbsent(title.group(1).strip(), new Found<>(title.group(1).strip(), paragraph.passage()));
            }
        }
        if (found.isEmpty()) {
            first(head, AGAINST).filter(one -> COUNCIL.matcher(Steps.of(one.value())).find()).ifPresent(one -> found.put(one.value(), one));
        }
        if (found.isEmpty()) {
            head.stream().limit(8).filter(paragraph -> paragraph.text().length() < 120).forEach(paragraph -> COUNCIL.matcher(Steps.of(paragraph.text())).results()
                    .forEach(one -> found.putIfAbsent(one.group(), new Found<>(one.group(), paragraph.passage(one.start(), one.end())))));
        }
        return List.copyOf(found.values());
    }

    private static @Nullable Found<LocalDate> decidedOn(List<Paragraph> head) {
        for (var paragraph : head) {
            var labelled = LABELLED_DATE.matcher(Steps.of(paragraph.text()));
            if (labelled.matches()) {
                var day = Periods.day(labelled.group(1));
                if (day.isPresent()) {
                    return new Found<>(day.get(), paragraph.passage());
                }
            }
        }
        return head.stream().limit(10).filter(paragraph -> paragraph.text().length() < 30).flatMap(paragraph -> Periods.day(paragraph.text()).map(day -> new Found<>(day, paragraph.passage())).stream()).findFirst().orElse(null);
    }

    /** What the complaint is about: the items under "complains that", or the sentences that say so. */
    private static List<Found<String>> issues(List<Paragraph> complaint) {
        var issues = new ArrayList<Found<String>>();
        Found<String> says = null;
        int under = -1;
        boolean flat = false;
        for (var paragraph : complaint) {
            if (paragraph.text().length() > LONGEST_PARAGRAPH || issues.size() >= MOST_ISSUES) {
                continue;
            }
            boolean item = under >= 0 && (paragraph.level() > under || flat && Character.isLowerCase(paragraph.text().charAt(0)));
            if (item) {
                issues.add(new Found<>(clean(paragraph.text()), paragraph.passage()));
                continue;
            }
            under = -1;
            if (paragraph.opens()) {
                var last = Sentences.of(paragraph);
                var words = paragraph.text().substring(last.get(last.size() - 1).from());
                if (COMPLAINS_OF.matcher(Steps.of(words)).find() || issues.isEmpty() && COMPLAINS.matcher(Steps.of(words)).find()) {
                    under = paragraph.level();
                    flat = true;
                }
                continue;
            }
            for (var span : Sentences.of(paragraph)) {
                var words = paragraph.text().substring(span.from(), span.to());
                if (COMPLAINS_OF.matcher(Steps.of(words)).find() && words.length() > 15) {
                    issues.add(new Found<>(clean(words), paragraph.passage(span.from(), span.to())));
                } else if (says == null && SAYS_OF_COUNCIL.matcher(Steps.of(words)).find()) {
                    says = new Found<>(clean(words), paragraph.passage(span.from(), span.to()));
                }
            }
        }
        // "Mr X says that the Council did not look into the noise": no other words say that he complains
        return issues.isEmpty() && says != null ? List.of(says) : issues;
    }

    private static String clean(String words) {
        return ended(words);
    }

    /** Words without what joins them to the next item of a list. */
    static String ended(String words) {
        var all = words.strip();
        int tail = Math.max(0, all.length() - LONGEST_JOINT);
        return all.substring(0, tail) + Steps.replaceFirst(all.substring(tail), "[;,.]? ?(?:\\band|\\bor)?[ ;,.:]*$", "");
    }
}
