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
    private static final Pattern OUTCOME = Pattern.compile("^(?:decision|outcome|finding)(?: reason| type)? ?: ?(.{3,80})$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUMMARY = Pattern.compile("^summary ?: ?(.{3,})$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern DRAFT = Pattern.compile("^(?:confidential ?[:-]? ?)?(?:(?:the ombudsman's |my |our |this is a )?(?:draft|provisional)(?: statement| view| decision| report|: .{0,60})(?: statement)?(?: - .{0,60})?|draft|status ?: ?draft.*|this (?:draft|provisional) .*|not for publication.*draft.*)[:.]?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern REPORT = Pattern.compile("^(?:report (?:summary|by the|issued|on an investigation)|investigation into a complaint|the investigation$|report issued|.*public interest report).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPLAINS = Pattern.compile("\\b(?:complain(?:s|ed)?|unhappy|dissatisfied|says?|said|states?|alleges?|believes?|considers?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPLAINS_OF = Pattern.compile("\\bcomplain(?:s|ed|t)?\\b|\\bunhappy\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern SAYS_OF_COUNCIL = Pattern.compile("\\b(?:says?|said|states?|alleges?|believes?|considers?|dissatisfied)\\b.*\\b(?:council|authority|it)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REMEDIED = Pattern.compile("\\b(?:council|authority|it|which (?:the council|it)|they) (?:had (?:already |since |now |fully |satisfactorily )*|(?:has |have )already (?:fully |satisfactorily )?)(?:remedied|put (?:it |this |that |matters |things |all of this )?right|provided (?:a |an )?(?:suitable |satisfactory |appropriate |full )?remedy|done enough to (?:remedy|put))\\b|\\b(?:already|previously) (?:been )?(?:remedied|put right)\\b", Pattern.CASE_INSENSITIVE);
    /** Words without which neither pattern needs to look. */
    private static final List<String> OF_ALL_DONE = List.of("remed", "right", "carried out", "completed", "done", "made", "no further", "no more");
    /** Other words for it where actions are named: none of them is owed any more. */
    private static final Pattern ALL_DONE = Pattern.compile("\\b(?:all|each|both|every)\\b(?: of)?(?: the| these| its| their)?(?: agreed)? (?:actions?|recommendations?|remed(?:y|ies)) (?:has|have|had|was|were)(?: now| already| since)?(?: been)? (?:carried out|completed|done|made|put right)\\b"
            + "|\\balready (?:remedied|put right)\\b|\\bno (?:further|more) (?:action|remedy|recommendations?) (?:is|was|are|were) (?:needed|necessary|required|made)\\b", Pattern.CASE_INSENSITIVE);

    private DecisionReader() {}

    /** Reads a text with the bank holidays that the product knows. */
    public static Decision read(String text) {
        return read(text, WorkingCalendar.englandAndWales());
    }

    static Decision read(String text, WorkingCalendar calendar) {
        try {
            return counted(text, calendar, MOST_STEPS).read();
        } catch (Steps.TooMany e) {
            return new Decision(true, false, List.of(), List.of(), null, null, null, null, List.of(), List.of(), List.of(), List.of(), null,
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
        var summary = first(head, SUMMARY).orElse(null);
        var asking = sections.stream().filter(section -> section.kind() == Kind.AGREED || section.kind() == Kind.RECOMMENDED).toList();
        var complainant = People.complainant(complaint);
        var grammar = new ActionGrammar(new People(complainant != null ? complainant : summary == null ? null : People.names(summary.value()).stream().findFirst().orElse(null)), councils.stream().map(Found::value).toList(), day);
        var actions = List.<ReadAction>of();
        var recommended = List.<ReadAction>of();
        if (draft) {
            unread.add(new Found<>("This is a draft: nothing in it is agreed yet (LGS-14).", new Passage("", 0, 0)));
            asking.forEach(grammar::read);
            recommended = grammar.proposed();
        } else {
            asking.forEach(grammar::read);
            boolean agreed = asking.isEmpty() || agreedElsewhere(sections, head);
            actions = grammar.agreed(agreed).stream().map(action -> action.due(due(action.period(), day, calendar))).toList();
            recommended = grammar.recommended(agreed);
            unread.addAll(grammar.unread());
            if (asking.isEmpty() && sections.size() == 1) {
                unread.add(new Found<>("It has none of the headings of a decision, such as Agreed action, so no actions were looked for.", new Passage("", 0, 0)));
            }
        }
        var named = outcome(head, sections);
        var outcome = named != null && named.value() == OmbudsmanOutcome.UPHELD && actions.isEmpty() && recommended.isEmpty() && !draft ? said(sections, Set.of(Kind.DECISION), REMEDIED).map(passage -> new Found<>(OmbudsmanOutcome.UPHELD_REMEDIED, passage)).orElse(named) : named;
        var putRight = outcome != null && outcome.value() == OmbudsmanOutcome.UPHELD_REMEDIED ? outcome.passage() : Stream.of(REMEDIED, ALL_DONE).flatMap(words -> said(sections, Set.of(Kind.AGREED, Kind.RECOMMENDED, Kind.DECISION), words).stream()).findFirst().orElse(null);
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
        return new Decision(!draft, report, references, councils, decidedOn, first(head, CATEGORY).orElse(null), outcome, summary, issues(complaint), actions, recommended, grammar.done(), putRight, unread);
    }

    /** No paragraph of a decision is longer; what is, would take too long to be looked at sentence by sentence. */
    private static boolean isRead(Paragraph paragraph) {
        return paragraph.text().length() <= LONGEST_PARAGRAPH;
    }

    /** It has the day and the outcome of a decision at its head, and ends with a decision that is no draft. */
    private static boolean isFinal(List<Section> sections) {
        var first = sections.stream().filter(section -> section.kind() == Kind.HEAD).flatMap(section -> section.paragraphs().stream()).filter(DecisionReader::isRead).map(Paragraph::text).toList();
        return first.stream().anyMatch(text -> LABELLED_DATE.matcher(Steps.of(text)).matches() && !Steps.matches(text, "(?is)(?:draft|provisional)\\b.*")) && first.stream().map(text -> OUTCOME.matcher(Steps.of(text))).anyMatch(outcome -> outcome.matches() && named(outcome.group(1)) != null)
                && sections.stream().anyMatch(section -> section.kind() == Kind.DECISION);
    }

    private static boolean agreedElsewhere(List<Section> sections, List<Paragraph> head) {
        return Stream.concat(sections.stream().filter(section -> section.kind() == Kind.DECISION || section.kind() == Kind.AGREED || section.kind() == Kind.RECOMMENDED).flatMap(section -> section.paragraphs().stream()).filter(DecisionReader::isRead),
                head.stream().filter(paragraph -> SUMMARY.matcher(Steps.of(paragraph.text())).matches())).flatMap(paragraph -> Sentences.of(paragraph).stream().map(span -> paragraph.text().substring(span.from(), span.to())))
                .anyMatch(Clauses::saysAgreed);
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

    private static @Nullable Found<OmbudsmanOutcome> outcome(List<Paragraph> head, List<Section> sections) {
        for (var paragraph : head) {
            var labelled = OUTCOME.matcher(Steps.of(paragraph.text()));
            if (labelled.matches()) {
                var outcome = named(labelled.group(1));
                if (outcome != null) {
                    return new Found<>(outcome, paragraph.passage());
                }
            }
        }
        for (var section : sections) {
            if (section.kind() == Kind.DECISION || section.kind() == Kind.DRAFT) {
                for (var paragraph : section.paragraphs().stream().filter(DecisionReader::isRead).toList()) {
                    for (var span : Sentences.of(paragraph)) {
                        var outcome = said(paragraph.text().substring(span.from(), span.to()));
                        if (outcome != null) {
                            return new Found<>(outcome, paragraph.passage(span.from(), span.to()));
                        }
                    }
                }
            }
        }
        return null;
    }

    /** Where sections of these kinds say so of all, and neither deny it nor say it of a part or for what is to come. */
    private static Optional<Passage> said(List<Section> sections, Set<Kind> kinds, Pattern words) {
        return sections.stream().filter(section -> kinds.contains(section.kind())).flatMap(section -> section.paragraphs().stream()).filter(DecisionReader::isRead)
                .flatMap(paragraph -> Sentences.of(paragraph).stream().filter(span -> saysOfAll(paragraph.text().substring(span.from(), span.to()), words)).map(span -> paragraph.passage(span.from(), span.to()))).findFirst();
    }

    private static boolean saysOfAll(String sentence, Pattern words) {
        return OF_ALL_DONE.stream().anyMatch(sentence.toLowerCase(Locale.ROOT)::contains) && words.matcher(Steps.of(sentence)).find() && !Steps.matches(sentence, "(?is).*(?:\\b(?:not|never|cannot|partly|in part|some of|most of|once|unless|until|if|when all)\\b|n't\\b).*");
    }

    private static @Nullable OmbudsmanOutcome named(String words) {
        var plain = words.strip().toLowerCase(Locale.ROOT);
        if (plain.startsWith("not upheld") || plain.startsWith("no fault")) {
            return OmbudsmanOutcome.NOT_UPHELD;
        }
        if (plain.startsWith("upheld") || plain.startsWith("fault found") || plain.startsWith("fault causing") || plain.startsWith("maladministration")) {
            return Steps.matches(plain, ".*(?:already remedied|put (?:it )?right|organisation has already|remedied by).*") ? OmbudsmanOutcome.UPHELD_REMEDIED : OmbudsmanOutcome.UPHELD;
        }
        if (plain.startsWith("closed") || plain.startsWith("not investigated") || plain.startsWith("discontinued")) {
            return OmbudsmanOutcome.CLOSED;
        }
        return plain.startsWith("referred back") ? OmbudsmanOutcome.REFERRED_BACK : plain.startsWith("advice") ? OmbudsmanOutcome.ADVICE : Steps.matches(plain, "(?:incomplete|invalid).*") ? OmbudsmanOutcome.INVALID : null;
    }

    private static @Nullable OmbudsmanOutcome said(String sentence) {
        var plain = sentence.toLowerCase(Locale.ROOT);
        if (Steps.matches(plain, "(?s).*\\b(?:(?:do|did|have|will|does) not (?:uphold|upheld)|(?:have|has)? ?(?:find|found|finds) no (?:evidence of )?fault|(?:was|is|were) (?:not at fault|no fault)|not upheld|did not find fault|have not found fault)\\b.*")
                && !Steps.matches(plain, "(?s).*\\b(?:part|parts|some|other|but)\\b.*")) {
            return OmbudsmanOutcome.NOT_UPHELD;
        }
        if (Steps.matches(plain, "(?s).*\\b(?:(?:will|should|can|do|decided) not (?:to )?investigate|cannot investigate)\\b.*") && !Steps.matches(plain, "(?s).*\\bparts?\\b.*")) {
            return OmbudsmanOutcome.CLOSED;
        }
        return Steps.matches(plain, "(?s).*\\b(?:i|we|the ombudsman) (?:have |has |therefore |also |intend to |propose to |am minded to |are minded to |will )*(?:uphold|upheld|upholds|find fault)\\b.*|.*\\b(?:i|we) (?:have |intend to )[^.;]{0,60}\\band (?:to )?uphold\\b.*|.*\\bfind(?:ing)? fault (?:causing|by|leading)\\b.*|.*\\b(?:find|found|finds|was|there was|were) (?:the (?:\\w+ ){0,3}(?:council|authority) )?(?:to be )?(?:was )?(?:at )?fault\\b.*|.*\\bcomplaint is upheld\\b.*")
                && !Steps.matches(plain, "(?s).*\\b(?:no|not|without) (?:at )?fault\\b.*") ? OmbudsmanOutcome.UPHELD : null;
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
