package org.redress.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sections of a decision that say what the council will do. A sentence is an action only if it says so of the council: what follows a
 * lead-in such as "Within four weeks the Council will:" takes its period and its agreement from there; what is said of guidance, of other cases, of
 * offers, of the past, or denied, is none. What a sentence is by its words {@link Clauses} says, what an action is made of {@link Drafts}, by when it is due {@link Times}.
 */
final class ActionGrammar {
    /** Longer than any paragraph of a decision, and than all that it asks for. */
    private static final int LONGEST_PARAGRAPH = 5000;
    private static final int LONGEST_SECTIONS = 60_000;
    private static final int SHOWN = 100;
    /** More than any list has that says how one thing is done. */
    private static final int MOST_ITEMS = 12;
    /** What stands in front of a sentence of its own. */
    private static final List<String> COORDINATES = List.of(", and ", ", but ", ", so ", "; ");
    private static final String LOOK = "This could not be read: look whether it is an action.";

    private final List<Found<String>> unread = new ArrayList<>();
    private final List<Lead> leads = new ArrayList<>();
    private final People people;
    private final Drafts drafts;
    private final Periods periods;
    private final Times times;
    private final List<String> councils;
    private final @Nullable Pattern name;
    /** What stands behind the paragraph that is read, in its section. */
    private List<Paragraph> following = List.of();
    private boolean agreedHere;
    private boolean headingAgrees;
    private boolean asksNothing;
    /** Whether a sentence before in this section says that the council agreed that it would do something: "it would" is "it will" then. */
    private boolean agreedWould;
    /** Whether a sentence before in this paragraph says that the council will do something, or has agreed to. */
    private boolean willHere;
    /** Whether the sentence before is about a rule or guidance, which "it" then is. */
    private boolean ofRules;
    private String sentenceBefore = "";
    /** The time in front of a sentence, which is that of all its clauses. */
    private @Nullable Period front;
    /** Where the actions of the sentence before begin. */
    private int before;
    /** What a sentence in the midst of this paragraph says of the list behind it. */
    private @Nullable Lead ahead;
    private int length;

    /** Where a sentence stands and under what; one behind the first of an item says more of it. */
    private record Place(Paragraph paragraph, @Nullable Lead lead, boolean behind, boolean last) {}

    /**
     * @param people whom the decision names
     * @param councils the council's names as its head gives them; what "Calderford will" do, Calderford Council will
     * @param decidedOn the day of the decision; none where it could not be read
     */
    ActionGrammar(People people, List<String> councils, @Nullable LocalDate decidedOn) {
        this.people = people;
        periods = new Periods(decidedOn);
        times = new Times(periods);
        drafts = new Drafts(people, periods, times);
        this.councils = councils;
        var bare = councils.size() == 1 ? Steps.replaceAll(councils.get(0), "(?i)\\b(?:the|london|royal|metropolitan|borough|city|county|district|town|parish|council|of)\\b", " ").strip() : "";
        name = bare.length() < 4 ? null : Pattern.compile("\\b" + Pattern.quote(Steps.replaceAll(bare, " +", " ")) + "(?= (?:also |now |then )?(?:will|should|must|is to|has|agreed|agrees)\\b)");
    }

    void read(Section section) {
        leads.clear();
        headingAgrees = section.kind() == Section.Kind.AGREED;
        agreedHere = headingAgrees;
        asksNothing = false;
        agreedWould = false;
        boolean refused = Phrasing.NOT_AGREED.matcher(Steps.of(section.heading())).find();
        drafts.firstOpen = drafts.all.size();
        following = section.paragraphs();
        while (!following.isEmpty()) {
            var paragraph = following.get(0);
            following = following.subList(1, following.size());
            paragraph(paragraph);
        }
        if (refused) {
            drafts.all.subList(drafts.firstOpen, drafts.all.size()).forEach(draft -> draft.mode = Mode.REFUSED);
        }
    }

    /** What is agreed: what is certainly an action of its own under {@code false}, what may be none under {@code true}. */
    Map<Boolean, List<ReadAction>> agreed(boolean elsewhere) {
        var by = new HashMap<Boolean, List<ReadAction>>(Map.of(false, new ArrayList<>(), true, new ArrayList<>()));
        for (int i = 0; i < drafts.all.size(); i++) {
            var draft = drafts.all.get(i);
            if (!draft.replaced && (draft.mode == Mode.AGREED || draft.mode == Mode.ASKED && elsewhere)) {
                boolean timed = drafts.all.stream().anyMatch(one -> one.group == draft.group && one.mode == draft.mode && !one.replaced && one.period != null);
                var doubt = Doubts.of(draft, timed);
                by.computeIfAbsent(doubt != null, any -> new ArrayList<>()).add(draft.action(i + 1, doubt));
            }
        }
        return by;
    }

    List<ReadAction> recommended(boolean elsewhere) {
        return those(draft -> draft.mode == Mode.ASKED && !elsewhere || draft.mode == Mode.REFUSED);
    }

    /** All that is asked for, whether or not it is agreed: a draft proposes it. */
    List<ReadAction> proposed() {
        return those(draft -> true);
    }

    private List<ReadAction> those(Predicate<Draft> which) {
        return IntStream.range(0, drafts.all.size()).filter(i -> !drafts.all.get(i).replaced && which.test(drafts.all.get(i))).mapToObj(i -> drafts.all.get(i).action(i + 1, null)).toList();
    }

    List<Found<String>> done() {
        return drafts.done;
    }

    List<Found<String>> unread() {
        return unread;
    }

    private void paragraph(Paragraph written) {
        var paragraph = withTimeInFront(withoutName(eachEnsured(inFull(withoutMarks(written)))));
        drafts.now = drafts.all.size();
        ofRules = false;
        sentenceBefore = "";
        willHere = false;
        ahead = null;
        before = drafts.all.size();
        drafts.carried = null;
        length += paragraph.text().length();
        if (paragraph.text().length() > LONGEST_PARAGRAPH || length > LONGEST_SECTIONS) {
            unread.add(new Found<>("This is too long to be read.", paragraph.passage(0, Math.min(paragraph.text().length(), SHOWN))));
            return;
        }
        var above = leads.isEmpty() ? null : leads.get(0);
        var over = leads.stream().filter(one -> one.level <= paragraph.level() && one.details == null).reduce((one, two) -> two).orElse(above);
        boolean table = !paragraph.marked() && above != null && Clauses.isRow(paragraph);
        var lead = table ? leads.get(leads.size() - 1) : lead(paragraph);
        if (!table && isPartOfList(paragraph) && over != null && over.details == null) {
            leads.clear();
            leads.add(new Lead(paragraph.level(), over.passage, over.mode, over.period, over.council, null));
            // "For Mrs Y" over "Pay her £200"
            people.of(paragraph.text());
            return;
        }
        if (!table && lead != null && lead.details == null && isTimeOver(paragraph, paragraph.text().strip())) {
            leads.add(new Lead(paragraph.level(), paragraph.passage(), lead.mode, times.inner(paragraph, 0, paragraph.text().length()), lead.council, null));
            return;
        }
        if (lead == null) {
            drafts.groupBefore = drafts.group;
            drafts.group = drafts.now;
        }
        if (row(paragraph, lead)) {
            return;
        }
        if (lead != null && lead.details != null) {
            if (detail(paragraph, lead)) {
                return;
            }
            leads.remove(lead);
            lead = lead(paragraph);
        }
        var whole = paragraph;
        var sentences = Sentences.of(paragraph);
        var spans = sentences.stream().flatMap(span -> clauses(whole, span)).toList();
        for (int i = 0; i < spans.size(); i++) {
            int start = spans.get(i).from();
            front = sentences.stream().anyMatch(one -> one.from() == start) ? null : front;
            drafts.behind = i > 0;
            sentence(spans.get(i), new Place(paragraph, i == 0 ? lead : null, i > 0 && lead != null, i == spans.size() - 1));
            drafts.carried = drafts.carried == null && drafts.all.size() == drafts.now && i < spans.size() - 1 && paragraph.opens() ? overAll(paragraph, spans.get(i)) : drafts.carried;
        }
        var opened = ahead;
        if (opened != null && !paragraph.opens() && leads.isEmpty() && (isOverList() || isOverTitle())) {
            // "The Council has agreed to the following. It will take each step within a month."
            leads.add(new Lead(opened.level, opened.passage, opened.mode, opened.period == null ? times.inner(paragraph, 0, paragraph.text().length()) : opened.period, opened.council, null));
        }
    }

    /** "Payment: the Council will pay …": what stands behind a colon and says what the council does is a sentence of its own. */
    private Stream<Sentences.Span> clauses(Paragraph paragraph, Sentences.Span span) {
        var text = paragraph.text().substring(span.from(), span.to());
        var second = Phrasing.TIMED_CLAUSE.matcher(Steps.of(text));
        if ((text.contains(", and") || text.contains("; ")) && second.find()) {
            return Stream.concat(Stream.of(new Sentences.Span(span.from(), span.from() + second.start())), clauses(paragraph, new Sentences.Span(span.from() + second.end(), span.to())));
        }
        int coordinate = coordinate(paragraph, span, text);
        if (coordinate > 0) {
            return Stream.of(new Sentences.Span(span.from(), span.from() + coordinate), new Sentences.Span(span.from() + coordinate + Clauses.leading(text.substring(coordinate), "^[,;] (?:(?:and|but|so) )?"), span.to()));
        }
        int colon = text.indexOf(": ");
        if (colon < 0 || text.indexOf('"') >= 0 || colon > Phrasing.LONGEST_OPENER) {
            return Stream.of(span);
        }
        int behind = span.from() + colon + 2;
        var rest = text.substring(colon + 2);
        var spots = periods.in(paragraph, behind, span.to());
        var clause = spots.isEmpty() || spots.get(0).from() > 0 ? rest : Steps.replaceFirst(rest.substring(spots.get(0).to()), "^[ ,]+", "");
        boolean label = !Phrasing.OVER_ACTIONS.matcher(Steps.of(text.substring(0, colon))).find() || Steps.split(text.substring(0, colon), " ", 0).length < 5;
        return !Phrasing.SAYS.matcher(Steps.of(clause)).matches() ? Stream.of(span) : label ? Stream.of(new Sentences.Span(behind, span.to())) : Stream.of(new Sentences.Span(span.from(), behind - 1), new Sentences.Span(behind, span.to()));
    }

    /** Where behind what is said of something else a sentence begins that says what the council will do; 0 if none does. */
    private int coordinate(Paragraph paragraph, Sentences.Span span, String text) {
        if (text.indexOf('"') >= 0 || !text.contains(", ") && !text.contains("; ")) {
            return 0;
        }
        var passives = Steps.matches(text, "(?is).*[,;] and (?:the|its|an?|all) [^.:;]{3,90}? (?:will|is to|are to|should|must) be .*") ? Phrasing.AND_ANOTHER.matcher(Steps.of(text)) : null;
        while (passives != null && passives.find()) {
            var behind = Steps.replaceFirst(text.substring(passives.start()), "^[,;] (?:and )?", "");
            if (Clauses.isPassive(behind) && !Phrasing.SUBORDINATE.matcher(Steps.of(behind.substring(0, behind.indexOf(" be ")))).find() && !Clauses.isVerbFirst(text)) {
                return passives.start();
            }
        }
        if (COORDINATES.stream().noneMatch(text::contains)) {
            return 0;
        }
        var found = Phrasing.COORDINATE.matcher(Steps.of(text));
        while (found.find()) {
            var first = text.substring(0, found.start());
            var second = text.substring(found.end());
            boolean asks = text.startsWith("; I", found.start()) || text.startsWith("; we", found.start());
            var agrees = Phrasing.SAYS.matcher(Steps.of(first));
            boolean onlyAgrees = agrees.matches() && Steps.matches(agrees.group("modal"), "(?i).*(?:accept|agree)\\w*(?: that)?") && !Clauses.agreesToDo(agrees.group("rest"));
            boolean says = !asks && !onlyAgrees && (Clauses.begins(first) || Clauses.behindOpener(first) > 0 || Clauses.behindWords(first) > 0 || Clauses.isVerbFirst(first) || !periods.in(paragraph, span.from(), span.from() + first.length()).isEmpty() || Phrasing.CONDITION_WORD.matcher(Steps.of(first)).find() || Steps.matches(first, "(?is)(?:and|or|to|by)\\b.*"));
            boolean others = !Steps.matches(second, "(?is).{0,40}\\bagreed\\b.*") && Phrasing.OTHERS_SAY.matcher(Steps.of(Steps.replaceFirst(first, "(?i)^(?:(?:I|we) (?:have |also )?[a-z]+|the council (?:says|said|tells|told|thinks|believes|accepts|explains))\\b", ""))).find();
            // "the landlord has agreed to pay, and it will fit a lock": it is not the council
            boolean itself = !Steps.matches(second, "(?is)it\\b.*") || Steps.matches(first, "(?is)(?:the council|it|I|we|that|this)\\b.*|.*\\bthe council [a-z]+s\\b[^,;]*");
            if (!says && itself && (asks || !others)) {
                return found.start();
            }
        }
        return 0;
    }

    /** "It'll pay" as "it will pay". */
    private static Paragraph inFull(Paragraph paragraph) {
        if (Phrasing.SHORT_ENDS.stream().noneMatch(paragraph.text()::contains) || paragraph.text().length() > LONGEST_PARAGRAPH) {
            return paragraph;
        }
        var plain = paragraph;
        var found = Phrasing.SHORT_FORMS.matcher(Steps.of(paragraph.text())).results().toList();
        for (int i = found.size() - 1; i >= 0; i--) {
            var one = found.get(i);
            var end = one.group().substring(one.group().indexOf('\'') + 1).toLowerCase(Locale.ROOT);
            var full = switch (end) {
                case "ll" -> " will";
                case "ve" -> " have";
                case "m" -> " am";
                case "re" -> " are";
                default -> Phrasing.AGREES_BEHIND.matcher(Steps.of(paragraph.text().substring(one.end()))).lookingAt() ? " has" : " is";
            };
            plain = plain.with(one.end() - end.length() - 1, one.end(), full);
        }
        return plain;
    }

    /** "Ensure that he is paid within a month and that staff are trained within two" with "and ensure that". */
    private static Paragraph eachEnsured(Paragraph paragraph) {
        if (!paragraph.text().contains(" and that ") || paragraph.text().length() > LONGEST_PARAGRAPH) {
            return paragraph;
        }
        var plain = paragraph;
        var found = Phrasing.ENSURES_BOTH.matcher(Steps.of(paragraph.text())).results().toList();
        for (int i = found.size() - 1; i >= 0; i--) {
            plain = plain.with(found.get(i).end(), found.get(i).end() + 4, "ensure that");
        }
        return plain;
    }

    private Paragraph withoutName(Paragraph paragraph) {
        if (name == null || paragraph.text().length() > LONGEST_PARAGRAPH) {
            return paragraph;
        }
        var named = name.matcher(Steps.of(paragraph.text())).results().toList();
        var plain = paragraph;
        for (int i = named.size() - 1; i >= 0; i--) {
            plain = plain.with(named.get(i).start(), named.get(i).end(), "the Council");
        }
        return plain;
    }

    /** "It will have six weeks to decide" as "it will within six weeks decide". */
    private static Paragraph withTimeInFront(Paragraph paragraph) {
        if (!paragraph.text().contains(" to ") || !paragraph.text().contains(" have ") && !paragraph.text().contains(" has ") || paragraph.text().length() > LONGEST_PARAGRAPH) {
            return paragraph;
        }
        var plain = paragraph;
        var found = Phrasing.HAS_SO_LONG.matcher(Steps.of(paragraph.text())).results().toList();
        for (int i = found.size() - 1; i >= 0; i--) {
            var one = found.get(i);
            boolean has = one.group(1) == null;
            if (Steps.matches(paragraph.text().substring(Math.max(0, one.start() - 10), one.start()), "(?is).*\\b(?:that|says?|said|means|if|where|when|which|what|whether) ")) {
                continue;
            }
            plain = plain.with(one.start(has ? 4 : 2), one.end(has ? 4 : 2), " ");
            plain = plain.with(one.start(has ? 3 : 1), one.end(has ? 3 : 1), has ? "will within " : one.group(1).contains("until") ? "by " : "within ");
        }
        return plain;
    }

    /** "It will (a) apologise and (b) pay" without the letters. */
    private static Paragraph withoutMarks(Paragraph paragraph) {
        if (!paragraph.text().contains(") ") || paragraph.text().length() > LONGEST_PARAGRAPH) {
            return paragraph;
        }
        var marks = Phrasing.MARKS.matcher(Steps.of(paragraph.text())).results().toList();
        if (marks.size() < 2 || !Steps.matches(marks.get(0).group(), "\\(?[ai1]\\) ")) {
            return paragraph;
        }
        var plain = paragraph;
        for (int i = marks.size() - 1; i >= 0; i--) {
            plain = plain.with(marks.get(i).start(), marks.get(i).end(), "");
        }
        return plain;
    }

    /** The time that a sentence gives for the list that the next one opens. */
    private @Nullable Period overAll(Paragraph paragraph, Sentences.Span span) {
        var text = paragraph.text().substring(span.from(), span.to());
        boolean ofActions = Phrasing.OVER_ACTIONS.matcher(Steps.of(text)).find() && !Phrasing.DENIED.matcher(Steps.of(text)).find() && !Phrasing.EVIDENCE.matcher(Steps.of(text)).find();
        return ofActions ? periods.in(paragraph, span.from(), span.to()).stream().map(Periods.Spot::period).filter(period -> period.from() == Period.From.DECISION || period.by() != null).findFirst().orElse(null) : null;
    }

    private @Nullable Lead lead(Paragraph paragraph) {
        while (!leads.isEmpty()) {
            var last = leads.get(leads.size() - 1);
            if (last.level < paragraph.level()) {
                last.deeper = true;
                last.withSubjects |= last.items == 0 && Phrasing.SAYS.matcher(Steps.of(paragraph.text())).matches();
                return last;
            }
            if (last.level == paragraph.level() && !last.deeper && isFlatItem(paragraph, last)) {
                return last;
            }
            leads.remove(leads.size() - 1);
        }
        return null;
    }

    private boolean isFlatItem(Paragraph paragraph, Lead lead) {
        var text = paragraph.text();
        if (lead.items == 0) {
            lead.withSubjects = Phrasing.SAYS.matcher(Steps.of(text)).matches();
            return true;
        }
        if (Phrasing.SAYS.matcher(Steps.of(text)).matches()) {
            return lead.withSubjects && periods.in(paragraph, 0, text.length()).isEmpty();
        }
        return Character.isLowerCase(text.charAt(0)) || Phrasing.ITEM.matcher(Steps.of(text)).find() && !Phrasing.NOTE.matcher(Steps.of(text)).find() && !Character.isLowerCase(text.charAt(0)) && Clauses.isVerbFirst(text);
    }

    /** A detail of an action, or one of several payments to somebody; false where the list goes on without it. */
    private boolean detail(Paragraph paragraph, Lead lead) {
        var text = paragraph.text();
        boolean flat = lead.level == paragraph.level();
        var outer = leads.size() > 1 ? leads.get(leads.size() - 2) : null;
        boolean around = flat && outer != null && !outer.withSubjects;
        if (around && Phrasing.STRONG.matcher(Steps.of(text)).find() || Phrasing.SAYS.matcher(Steps.of(text)).matches() && flat) {
            return false;
        }
        if (around && lead.items > 0 && !lead.ofVerbs && Clauses.isVerbFirst(text) && !Steps.matches(text, "(?is)(?:an?|the|one|its) .*")) {
            // "on: - when the duty ends; - what a letter says; - carry out an audit": the list around it goes on
            return false;
        }
        lead.ofVerbs |= lead.items == 0 && Clauses.isVerbFirst(text);
        lead.items++;
        var of = lead.details;
        if (of == null) {
            return false;
        }
        if (of.kind.equals("payment")) {
            var amounts = Amounts.in(paragraph, 0, text.length());
            if (Steps.matches(text, "(?is)" + Phrasing.BARE_TOTAL + "[ ,.;]*")) {
                return true;
            }
            if (!amounts.isEmpty()) {
                boolean total = of.amount != null && !of.replaced;
                if (!total) {
                    of.replaced = true;
                    var names = people.of(text);
                    drafts.add(amounts, of.mode, of.council, names.isEmpty() ? of.beneficiary == null ? List.of() : List.of(of.beneficiary) : names.subList(0, 1), paragraph.passage(), of.passage, times.period(paragraph, 0, text.length(), text, false).orElse(of.period),
                            of.wording + " " + DecisionReader.ended(text));
                    return true;
                }
            }
        }
        if (Steps.matches(of.wording, "(?is)(?:write|send)\\b.*") && (Kinds.of(of.wording + " " + DecisionReader.ended(text)).equals("apology") || of.kind.equals("explanation") && Steps.matches(text, "(?is)(?:to )?apologi[sz].*"))) {
            of.kind = "apology";
        }
        of.wording = of.wording + (of.wording.endsWith(":") ? " " : "; ") + DecisionReader.ended(text);
        return true;
    }

    /** The cell of a table that says for whom something is done, or by whom. */
    private static final String FOR_WHOM = "(?i:mr|mrs|ms|miss|mx|dr|the complainant|the family|the council|who|for whom|to whom|beneficiary)\\b[^.;:]{0,40}";

    /** "Mr E | Risk of harm | £500" under "make these payments:"; false where it is no such row. */
    private boolean rowOfPayments(Paragraph paragraph, @Nullable Lead lead) {
        var text = paragraph.text();
        var of = lead == null ? null : lead.details;
        var amounts = of == null || !of.kind.equals("payment") || of.amount != null ? List.<Amount>of() : Amounts.in(paragraph, 0, text.length());
        var first = Steps.split(text, " ?[|\t] ?", 2)[0].strip();
        if (of == null || amounts.size() != 1 || Steps.matches(first, "(?i)(?:grand |sub-?)?(?:total|sum|in all|altogether)\\b.*")) {
            return false;
        }
        of.replaced = true;
        var names = People.names(text);
        drafts.add(amounts, of.mode, of.council, names.isEmpty() ? of.beneficiary == null ? List.of() : List.of(of.beneficiary) : names.subList(0, 1), paragraph.passage(), of.passage, of.period, of.wording + " " + DecisionReader.ended(text));
        return true;
    }

    /** A row of a table: a cell that says what, and one that says by when. */
    private boolean row(Paragraph paragraph, @Nullable Lead lead) {
        var text = paragraph.text();
        if (!Clauses.isRow(paragraph)) {
            return false;
        }
        if (rowOfPayments(paragraph, lead)) {
            return true;
        }
        int start = 0;
        Period period = null;
        int[] what = null;
        int[] maybe = null;
        for (var cell : Steps.split(text, "(?<=[|\t])", 0)) {
            int from = start;
            int to = start + Steps.replaceFirst(cell, "[|\t]$", "").length();
            start += cell.length();
            var alone = to > from ? periods.alone(paragraph, from, to) : Optional.<Period>empty();
            if (alone.isPresent()) {
                period = alone.get();
            } else if (what == null && Steps.matches(text.substring(from, to), " *\\p{Lu}\\p{L}+ .*") && !Steps.matches(text.substring(from, to).strip(), "(?i)(?:recommended |agreed )?(?:actions?|recommendations?|what|deadline|when|by when|timescale|remedy|date)(?: .{0,30})?|" + FOR_WHOM)) {
                maybe = new int[] {from, to};
            }
            if (alone.isEmpty() && what == null && (Clauses.isVerbFirst(text.substring(from, to).strip()) || Phrasing.SAYS.matcher(Steps.of(text.substring(from, to).strip())).matches())) {
                what = new int[] {from, to};
            }
        }
        what = what == null && period != null ? maybe : what;
        if (what == null) {
            return true;
        }
        var words = text.substring(what[0], what[1]);
        var says = Phrasing.SAYS.matcher(Steps.of(words.strip()));
        int at = what[0] + words.length() - words.stripLeading().length();
        if (says.matches()) {
            at += says.start("rest");
        }
        drafts.phrases(paragraph, at, what[1], mode(null), null, period != null ? period : lead == null ? null : lead.period, paragraph.passage(), lead == null ? null : lead.passage);
        return true;
    }

    /** A day, or a time that counts from the decision: no rule says so. */
    private static boolean counts(@Nullable Period time) {
        return time != null && (time.by() != null || time.from() == Period.From.DECISION);
    }

    private Mode mode(@Nullable String modal) {
        if (modal == null) {
            return headingAgrees ? Mode.AGREED : Mode.ASKED;
        }
        var plain = modal.toLowerCase(Locale.ROOT);
        boolean asked = Steps.matches(plain, "should|must|needs? to|is to|are to|ought to|shall");
        return asked && !agreedHere ? Mode.ASKED : Mode.AGREED;
    }

    private void sentence(Sentences.Span span, Place place) {
        var paragraph = place.paragraph();
        var passage = paragraph.passage(span.from(), span.to());
        int from = span.from();
        int to = span.to();
        var lead = place.lead();
        var text = paragraph.text().substring(from, to);
        drafts.ahead = "";
        if (drafts.all.size() > Math.max(before, drafts.now) && (text.contains("recommend") || text.contains("remedy")) && Phrasing.TAKES_BACK.matcher(Steps.of(text)).find()) {
            // "It has said that it will move the bench. I do not make that a recommendation."
            drafts.all.subList(Math.max(before, drafts.now), drafts.all.size()).clear();
            unread.add(new Found<>(LOOK, passage));
            return;
        }
        if (drafts.all.size() > drafts.now && text.contains("recommendation") && Phrasing.NONE_ABOUT_THAT.matcher(Steps.of(text)).find() && drafts.all.subList(drafts.now, drafts.all.size()).removeIf(draft -> draft.asked)) {
            // "I asked it to consider training. It showed me that all were trained. So I make no recommendation about that."
            unread.add(new Found<>(LOOK, passage));
            return;
        }
        if (Phrasing.OF_ANY_COUNCIL.matcher(Steps.of(text)).find() || (text.contains("part of") || text.contains("recommendation") || text.contains("suggest")) && Phrasing.NO_REMEDY.matcher(Steps.of(text)).find()) {
            return;
        }
        // "We suggest it asks the home for its register": behind evidence that is to be sent, where it is to be had
        var behind = sentenceBefore;
        sentenceBefore = text;
        if (!text.contains("£") && Steps.matches(text, "(?is)(?:I|we) (?:would )?(?:suggest|expect|propose)\\b[^,;]*? (?:asks?|gets?|obtains?|requests?|collects?|keeps?|sends?|provides?)\\b.*") && Phrasing.EVIDENCE.matcher(Steps.of(behind)).find()
                || !text.contains("£") && Steps.matches(behind, "(?is)(?:the|this|such|that|its) (?:evidence|proof)\\b[^.;]*\\b(?:should|must|will|may|could)\\b.*") && Steps.matches(text, "(?is)(?:it|this|they) (?:should|must|will|may|could|might) (?:also )?(?:include|contain|show|cover)\\b.*")) {
            return;
        }
        if (behind.toLowerCase(Locale.ROOT).contains("guidance") && Steps.matches(text, "(?is)(?:the council|it|they) (?:will|should|must|is to|has agreed to) (?:also )?(?:consider|follow|use|have regard to|bear|take account of) (?:it|this|them|that)\\b[^£;:]{0,80}") && times.inner(paragraph, from, to) == null) {
            // "We publish guidance on apologies. The Council will follow it in its letter."
            return;
        }
        if (text.contains("ecommendation") && Phrasing.NOTHING_ASKED.matcher(Steps.of(text)).find()) {
            asksNothing = true;
        }
        agreedWould |= text.contains(" would ") && Phrasing.AGREED_IT_WOULD.matcher(Steps.of(text)).find();
        if (Clauses.saysAgreed(text) && !text.endsWith(":")) {
            agreedHere = true;
        }
        if (Clauses.refuses(text) && !Steps.matches(text, "(?is).*\\b(?:but|now|then|later|however)\\b.*\\bagreed\\b.*")) {
            if (drafts.all.size() > drafts.now || Pattern.compile("\\b(?:recommend|payment|remedy|pay|apolog|action)", Pattern.CASE_INSENSITIVE).matcher(Steps.of(text)).find()) {
                agreedHere = false;
                drafts.refuseWhatIsAsked();
                unread.add(new Found<>("This says that something was refused; look whether an action is agreed.", passage));
            }
            return;
        }
        int since = before;
        before = drafts.all.size();
        if (Phrasing.HAS_DONE_SO.matcher(Steps.of(text)).find()) {
            drafts.areDone(Steps.matches(text, "(?is).{0,60}\\b(?:these|both|all)\\b.*") ? drafts.now : Math.max(since, drafts.now), passage);
            return;
        }
        var did = Phrasing.DID_IT.matcher(Steps.of(text));
        if (drafts.all.size() > Math.max(since, drafts.now) && did.find() && Clauses.isPastOf(did.group(1), drafts.all.get(drafts.all.size() - 1).wording)) {
            drafts.areDone(drafts.all.size() - 1, passage);
            return;
        }
        if (lead != null) {
            from += Clauses.leading(paragraph.text().substring(from, to), "^(?:(?:and|or) )?(?:that,? (?=(?:it|they|the council|within|by)\\b))?(?:(?:the council|it|they) to )?(?:(?-i:will|should|must|is to|has (?:also )?agreed to|agreed to|agrees to)(?: also)? (?=[a-z]))?");
            int ahead = Clauses.leading(paragraph.text().substring(from, to), Phrasing.FRONT_OF_ITEM);
            // "over the next three months, remind …": that is a time
            ahead = ahead > 0 && periods.in(paragraph, from, from + ahead).isEmpty() ? ahead : 0;
            drafts.ahead = Steps.replaceFirst(paragraph.text().substring(from, from + ahead), "^(?i)(?:and|then) ", "");
            from += ahead;
        }
        // what stands in front of what the council does
        Period period = null;
        String when = null;
        boolean again = true;
        boolean would = agreedWould && Steps.matches(text, "(?is)(?:also |and |then )*(?:within|by|in|no later than|at the same) .*") && !Phrasing.WOULD_ANYWAY.matcher(Steps.of(text)).find();
        while (again) {
            again = false;
            var rest = paragraph.text().substring(from, to);
            var spots = periods.in(paragraph, from, to);
            if (!spots.isEmpty() && spots.get(0).from() <= (rest.toLowerCase(Locale.ROOT).startsWith("and ") ? 4 : rest.toLowerCase(Locale.ROOT).startsWith("then ") ? 5 : 0) && (period == null)) {
                period = spots.get(0).period();
                from += spots.get(0).to();
                from += Clauses.leading(paragraph.text().substring(from, to), "^[ ,:-]*(?:(?:the date of )?(?:this|my|our|the) (?:final )?decision(?: statement)?)?[ ,-]*");
                again = true;
                continue;
            }
            int same = period == null ? Clauses.leading(rest, Phrasing.SAME_TIME) : 0;
            if (same > 0) {
                period = drafts.namedBefore();
                from += same;
                again = true;
                continue;
            }
            int firmer = period == null ? Clauses.leading(rest, Phrasing.FIRMER) : 0;
            if (firmer > 0 && !periods.in(paragraph, from + firmer, to).isEmpty() && periods.in(paragraph, from + firmer, to).get(0).from() == 0) {
                from += firmer;
                again = true;
                continue;
            }
            int asked = Clauses.leading(rest, Phrasing.ASKS_AND_AGREES);
            if (asked > 0) {
                from += asked;
                again = true;
                continue;
            }
            Matcher prefix = Phrasing.PREFIX.matcher(Steps.of(rest));
            if (prefix.find() && prefix.end() < rest.length() && !Phrasing.DONE_ASIDE.matcher(Steps.of(prefix.group())).find() && (Clauses.begins(rest.substring(prefix.end())) || period == null && Phrasing.SAME_TIME.matcher(Steps.of(rest.substring(prefix.end()))).lookingAt() || Phrasing.WAS_AGREED.matcher(Steps.of(prefix.group())).find() && Phrasing.SAYS_WOULD.matcher(Steps.of(rest.substring(prefix.end()))).matches() || !periods.in(paragraph, from + prefix.end(), to).isEmpty() && periods.in(paragraph, from + prefix.end(), to).get(0).from() == 0)) {
                would |= Phrasing.WAS_AGREED.matcher(Steps.of(prefix.group())).find();
                from += prefix.end();
                again = true;
                continue;
            }
            int opener = Phrasing.COUNTS_FROM.matcher(Steps.of(rest)).find() ? 0 : Clauses.behindOpener(rest);
            if (opener > 0) {
                if (Phrasing.DONE_ASIDE.matcher(Steps.of(rest.substring(0, opener))).find()) {
                    drafts.done.add(new Found<>(rest.substring(0, opener).strip(), paragraph.passage(from, from + opener)));
                }
                people.of(rest.substring(0, opener));
                from += opener;
                again = true;
                continue;
            }
            Matcher condition = Phrasing.CONDITION.matcher(Steps.of(rest));
            if (when == null && condition.find() && (Clauses.begins(rest.substring(condition.end())) || Steps.matches(rest.substring(condition.end()), "(?is)(?:then )?(?:within|by|no later than|in) .*"))) {
                when = Steps.replaceFirst(condition.group().strip(), ",$", "");
                from += condition.end();
                again = true;
                continue;
            }
            int depends = lead == null || when != null ? 0 : Clauses.leading(rest, Phrasing.CONDITION_OF_ITEM);
            if (depends > 0) {
                when = Steps.replaceFirst(rest.substring(0, depends).strip(), ",$", "");
                from += depends;
                again = true;
                continue;
            }
            int front = Clauses.behindWords(rest);
            if (front > 0) {
                people.of(rest.substring(0, front));
                period = period == null ? times.inner(paragraph, from, from + front) : period;
                from += front;
                again = true;
            }
        }
        period = period == null ? front : period;
        front = period;
        var rest = paragraph.text().substring(from, to);
        if (rest.isBlank()) {
            // a heading within the section: "Within one month of my final decision"
            if (period != null) {
                leads.add(new Lead(paragraph.level(), passage, mode(null), period, lead == null ? null : lead.council, null));
            }
            return;
        }
        if (drafts.all.size() > drafts.now && Steps.matches(rest, "(?is)(?:the|this|its) letter (?:will|should|must|is to) (?:also )?(?:apologi[sz]e|say sorry|contain an apology|include an apology)\\b.*")) {
            var letter = drafts.all.get(drafts.all.size() - 1);
            letter.kind = letter.kind.equals("explanation") ? "apology" : letter.kind;
            return;
        }
        if (isAboutWhatWasNamed(rest, from, period != null, place) || saysMore(text, rest, from, to, period, when, place)) {
            // part of what was named; a sum or a time in it that is nowhere else is for a person to look at
            var time = times.inner(paragraph, from, to);
            if (time != null && !time.equals(drafts.all.get(drafts.all.size() - 1).period) || !Amounts.in(paragraph, from, to).isEmpty()) {
                unread.add(new Found<>(LOOK, passage));
            }
            return;
        }
        if (Phrasing.HAS_TIME.matcher(Steps.of(rest)).find()) {
            var time = periods.anywhere(paragraph, from, to);
            if (time != null) {
                drafts.backwards(paragraph, from, to, Steps.matches(rest, "(?is).*\\b(?:both|these|all)\\b.*") ? "do all of these" : "do this", time);
            }
            return;
        }
        boolean due = Phrasing.DUE.matcher(Steps.of(rest)).find();
        boolean takes = !due && rest.contains(" than ") && Phrasing.TAKES.matcher(Steps.of(rest)).find();
        if ((due || takes) && drafts.all.size() > drafts.firstOpen) {
            var time = period != null ? period : due ? times.inner(paragraph, from, to) : periods.anywhere(paragraph, from, to);
            if (time != null) {
                drafts.backwards(paragraph, from, to, Clauses.whatIsDue(rest), time);
                return;
            }
        }
        if (Phrasing.BACKWARDS.matcher(Steps.of(rest)).find()) {
            drafts.backwards(paragraph, from, to, rest, period);
            return;
        }
        if (lead == null && place.last() && isOverThese(rest)) {
            leads.add(new Lead(paragraph.level(), passage, agreedHere ? Mode.AGREED : mode(null), overList(period, paragraph, from, to), null, null));
            return;
        }
        boolean rule = Phrasing.OF_RULES.matcher(Steps.of(text)).find();
        var says = (would ? Phrasing.SAYS_WOULD : Phrasing.SAYS).matcher(Steps.of(rest));
        if (ofRules && drafts.all.size() == drafts.now && says.matches() && Steps.matches(says.group("who"), "(?i)it|they") && !Steps.matches(says.group("modal"), "(?i).*\\bagree.*") && period == null && !counts(times.inner(paragraph, from, to))) {
            return;
        }
        ofRules = rule;
        if (says.matches() && !(Clauses.isPassive(rest) && !Steps.matches(says.group("who"), "(?i)(?:the )?councils?|it|they|both|the authority"))) {
            willHere |= Steps.matches(says.group("modal"), "(?is)will|.*\\bagree.*");
            says(says, from, to, period, when, passage, place);
            return;
        }
        if (place.last() && rest.endsWith(":") && Phrasing.SUBJECT.matcher(Steps.of(rest)).matches() && !following.isEmpty() && Phrasing.GOES_ON.matcher(Steps.of(following.get(0).text())).find()) {
            leads.add(new Lead(paragraph.level(), passage, mode("will"), period != null ? period : drafts.carried, null, null));
            return;
        }
        var asks = Phrasing.ASKS.matcher(Steps.of(rest));
        if (asks.matches() && !Phrasing.DENIED.matcher(Steps.of(rest.substring(0, asks.start("rest")))).find()) {
            int drafted = drafts.all.size();
            asks(asks, from, to, period, passage, place);
            if (when != null) {
                for (var draft : drafts.all.subList(drafted, drafts.all.size())) {
                    drafts.depends(draft, when, passage);
                }
            }
            return;
        }
        var modal = Phrasing.MODAL_AND_TIME.matcher(Steps.of(rest));
        if (period == null && modal.find()) {
            var spots = periods.in(paragraph, from + modal.end(), to);
            if (!spots.isEmpty() && spots.get(0).from() == 0) {
                var plain = paragraph.with(from + modal.end(), from + modal.end() + spots.get(0).to() + 1, "");
                int end = to - spots.get(0).to() - 1;
                if (Clauses.isDoneToSomebody(plain.text().substring(from, end))) {
                    passive(plain, from, end, spots.get(0).period(), passage, lead);
                    return;
                }
            }
        }
        int owed = Clauses.leading(rest, Phrasing.OWED);
        if (owed > 0 && !Phrasing.DENIED.matcher(Steps.of(rest)).find()) {
            passive(paragraph, from, from + owed, period != null ? period : times.inner(paragraph, from, to), passage, lead);
            return;
        }
        if (Clauses.isDoneToSomebody(rest)) {
            passive(paragraph, from, to, period, passage, lead);
            return;
        }
        int there = Clauses.leading(rest, Phrasing.THERE_WILL_BE);
        // "by the government": somebody else does it
        if (there > 0 && !Steps.matches(rest, "(?is).*\\bby (?:the|an?) (?!council|end|start|beginning|close|same)\\w+.*") && !Phrasing.EVIDENCE.matcher(Steps.of(rest)).find()) {
            statement(paragraph, from + there, to, paragraph.text().substring(from + there, to), mode(Steps.matches(rest, "(?is)there will\\b.*") ? "will" : "should"), null, period, when, passage, place);
            return;
        }
        if (lead != null && Clauses.isItem(rest)) {
            int drafted = drafts.all.size();
            item(from, to, period, passage, lead, place);
            if (when != null) {
                for (var draft : drafts.all.subList(drafted, drafts.all.size())) {
                    drafts.depends(draft, when, passage);
                }
            }
            return;
        }
        var plain = rest.strip();
        if (place.last() && plain.endsWith(":") && Phrasing.SOMEBODY_ELSE_WILL.matcher(Steps.of(plain)).matches()) {
            // "The ICB will:" over what is not the council's to do; whether it is a part of the council, a person sees
            unread.add(new Found<>(LOOK, passage));
            leads.add(new Lead(paragraph.level(), passage, mode(null), null, null, new Draft(mode(null), "other", null, null, null, passage, null, null, plain)));
        } else if (lead == null && place.last() && plain.endsWith(":") && period != null && !Phrasing.NOTE.matcher(Steps.of(plain)).find()) {
            leads.add(new Lead(paragraph.level(), passage, mode(null), period, null, null));
        } else if (lead == null && plain.endsWith(":") && Steps.matches(plain, "(?i)(?:the |these )?(?:following|agreed)\\b[^.:]{0,60} (?:was|were|is|are|has been|have been) (?:also )?agreed\\b[^.]{0,120}:")) {
            leads.add(new Lead(paragraph.level(), passage, Mode.AGREED, period != null ? period : times.inner(paragraph, from, to), null, null));
        } else if (lead == null && Steps.matches(plain, "(?i)(?:the )?(?:agreed |following |recommended )?(?:actions?|personal remed(?:y|ies)|service improvements?|remed(?:y|ies)|recommendations?|(?:mr|mrs|ms|miss) [A-Z]|for [^:]{1,60})(?: \\w+){0,3}:") || lead == null && Clauses.isTitle(paragraph, plain)) {
            leads.add(new Lead(paragraph.level(), passage, mode(null), period, null, null));
        } else if (lead == null && isTimeOver(paragraph, plain)) {
            leads.add(new Lead(paragraph.level(), passage, mode(null), overList(period, paragraph, from, to), null, null));
        } else if (lead == null && place.last() && isOverActions(plain)) {
            leads.add(new Lead(paragraph.level(), passage, Clauses.saysAgreed(plain) || Steps.matches(plain, "(?is).*\\bagreed\\b.*") ? Mode.AGREED : mode(null), overList(period, paragraph, from, to), null, null));
        } else {
            whatElse(rest, passage, place);
        }
    }

    /** Words about the council that stand over a list whose first item begins with what somebody does. */
    private boolean isOverActions(String plain) {
        boolean none = Phrasing.NOT_OVER.matcher(Steps.of(plain)).find() || Phrasing.DENIED.matcher(Steps.of(plain)).find() || Phrasing.DONE.matcher(Steps.of(plain)).find();
        return plain.endsWith(":") && isOverList() && !none && Phrasing.OVER_ACTIONS.matcher(Steps.of(plain)).find();
    }

    /** "They are to be completed within six weeks:" behind a sentence about what was agreed. */
    private boolean isOverThese(String rest) {
        return rest.endsWith(":") && isOverList() && drafts.all.size() == drafts.now && Steps.matches(rest, "(?is)(?:these|they|those)(?: (?:agreed |recommended )?(?:actions|steps|recommendations|measures))? (?:are|were|should be|will be)\\b[^.]{0,120}:");
    }

    private @Nullable Period overList(@Nullable Period before, Paragraph paragraph, int from, int to) {
        var own = before != null ? before : times.inner(paragraph, from, to);
        return own != null ? own : drafts.carried;
    }

    private boolean isOverList() {
        return !following.isEmpty() && isVerbFirst(following.get(0));
    }

    /** Also behind a time: "Within three months, review …". */
    private boolean isVerbFirst(Paragraph paragraph) {
        var text = paragraph.text();
        var spots = paragraph.marked() && text.length() <= LONGEST_PARAGRAPH && Steps.matches(text, "(?s)(?:Within|By|No later|In|Over|After)\\b.*") ? periods.in(paragraph, 0, text.length()) : List.<Periods.Spot>of();
        return Clauses.isVerbFirst(spots.isEmpty() || spots.get(0).from() > 0 ? text : Steps.replaceFirst(text.substring(spots.get(0).to()), "^[ ,]+(?:of (?:the date of )?(?:this|my|our|the) (?:final )?decision(?: statement)?,? )?", ""));
    }

    /** What follows says how an action is carried out: no item has a sum or a time, or is a remedy by itself. */
    private boolean isHowItIsDone(Draft action) {
        return !action.kind.equals("apology") && !action.kind.equals("payment") && following.stream().takeWhile(item -> item.marked() && !Steps.matches(item.text(), "(?s)(?:Within|By|The|In|It) .*")).limit(MOST_ITEMS).noneMatch(item -> item.text().contains("£") || item.text().length() > LONGEST_PARAGRAPH || Phrasing.STRONG.matcher(Steps.of(item.text())).find()
                || List.of("apology", "payment", "training").contains(Kinds.of(item.text())) || Steps.matches(item.text(), "(?is).*\\b(?:within|no later than|by (?:the end of|\\d))\\b.*"));
    }

    /** A line without a mark over a list, such as "For Mr X", comes next. */
    private boolean isOverTitle() {
        return following.size() > 1 && !following.get(0).marked() && following.get(1).marked() && isVerbFirst(following.get(1));
    }

    /** A line that is no sentence and gives the time for the items behind it: "To be done within one month of the decision". */
    private boolean isTimeOver(Paragraph paragraph, String plain) {
        return !paragraph.marked() && paragraph.text().strip().equals(plain) && plain.length() < SHOWN && !Steps.matches(plain, "(?s).*[.;?!]") && isOverList() && following.get(0).marked() && times.inner(paragraph, 0, paragraph.text().length()) != null && !Phrasing.DONE.matcher(Steps.of(plain)).find();
    }

    /** A line that is no sentence, in a list of which the next items follow: "For Mr X", "Service improvements". */
    private boolean isPartOfList(Paragraph paragraph) {
        var text = paragraph.text().strip();
        boolean overList = isOverList() || !following.isEmpty() && following.get(0).text().startsWith("£");
        return !paragraph.marked() && overList && following.get(0).marked() && Steps.matches(text, "(?i)for [^.;:,]{1,40}:?|(?:for|to)? ?(?:the )?(?:mr|mrs|ms|miss|mx|council|other|others|complainant|family|personal|individual|service|wider|procedural|payments?|financial|learning|remed(?:y|ies)|improvements?)\\b[^.;]{0,50}") && !Phrasing.SAYS.matcher(Steps.of(text)).matches() && periods.in(paragraph, 0, paragraph.text().length()).isEmpty();
    }

    /** "The review should include …": what an action is about, in a sentence or in a list of its own. */
    private boolean isAboutWhatWasNamed(String rest, int from, boolean timed, Place place) {
        var about = Phrasing.ABOUT_IT.matcher(Steps.of(rest));
        if (timed && !following.isEmpty() && Steps.matches(rest, "(?is)(?:it|they|the council) (?:should|must|will|is to|are to|has to)(?: also| then)? ?:")) {
            // "It will do that first. Within two weeks it will:" over what it does then
            return false;
        }
        boolean byName = Steps.matches(rest, "(?is)the .*");
        int since = byName ? drafts.firstOpen : drafts.now;
        if (!about.find() || drafts.all.size() <= since) {
            return false;
        }
        var last = drafts.all.get(drafts.all.size() - 1);
        if (Steps.matches(rest, "(?is)(?:it|they) (?:should|must|will|needs? to|is to|are to|has to) also\\b.*")) {
            return false;
        }
        boolean goesOn = byName || Steps.matches(rest, "(?is)(?:this|these) .*") || !last.kind.equals("apology") && !last.kind.equals("payment");
        boolean sure = !Steps.matches(about.group("verb"), "(?i) (?:make sure|ensure|explain how|identify|set out|examine|make clear)") || byName || Steps.matches(last.wording, "(?is)(?:review|audit|examine|look at|look into|consider)\\b.*");
        if (!goesOn || !sure) {
            return false;
        }
        var apology = Pattern.compile("\\b(?:include|contain|offer|make|carry) (an? (?:\\w+ )?apology\\b.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL).matcher(Steps.of(rest));
        if (apology.find() && drafts.all.subList(drafts.firstOpen, drafts.all.size()).stream().noneMatch(draft -> draft.kind.equals("apology"))) {
            var paragraph = place.paragraph();
            int start = from + apology.start(1);
            drafts.phrases(paragraph, start, start + apology.group(1).length(), last.mode, last.council, last.period, paragraph.passage(start, start + apology.group(1).length()), last.passage);
            return true;
        }
        if (place.last() && place.paragraph().opens()) {
            leads.add(new Lead(place.paragraph().level(), place.paragraph().passage(), last.mode, last.period, last.council, last));
        }
        return true;
    }

    /** A sentence that says more of what was named before it, in its own item or with words such as "In doing so": what it asks for is part of that. */
    private boolean saysMore(String text, String rest, int from, int to, @Nullable Period period, @Nullable String when, Place place) {
        if (drafts.all.size() <= drafts.now || period != null) {
            return false;
        }
        boolean timed = times.inner(place.paragraph(), from, to) != null;
        if (Phrasing.SAYS.matcher(Steps.of(rest)).matches() && Steps.matches(rest, "(?is)(?:it|they|the council) (?:will|should|must) (?:do|complete|carry out|take|pay|send) (?:this|so|it|that|these|both|all)\\b.*") && timed) {
            return false;
        }
        boolean asPart = Phrasing.AS_PART.matcher(Steps.of(text)).find();
        var says = Phrasing.SAYS.matcher(Steps.of(asPart ? Phrasing.AS_PART_THE_COUNCIL.matcher(Steps.of(rest)).replaceFirst("") : rest));
        boolean council = says.matches() && !Clauses.isPassive(rest) && !Phrasing.NOT.matcher(Steps.of(says.group("rest"))).find();
        boolean also = Steps.matches(text, "(?is)(?:in addition|separately|finally|further|additionally|it has also)\\b.*") || council && Steps.matches(says.group(), "(?is).{0,60}\\b(?:will|should|must|to|has|council|it) (?:also|in addition|separately|further)\\b.*");
        var deed = council ? says.group("rest").strip() : "";
        boolean sum = !Amounts.in(place.paragraph(), from, to).isEmpty();
        boolean own = Phrasing.STRONG.matcher(Steps.of(deed)).find() && (when == null || sum);
        boolean reports = council && Cuts.belongs(deed) && !(timed && when != null);
        boolean staff = !place.behind() && Clauses.isPassive(rest) && !Steps.matches(rest, "(?is)(?:the|this|these|those|each|any|his|her|their)\\b.*") && Kinds.ofPassive(rest).equals("training");
        boolean passive = !council && !sum && !timed && !staff && (place.behind() && (Clauses.isPassive(rest) || Phrasing.OF_A_PART.matcher(Steps.of(rest)).find()) || Clauses.isPassive(rest) && !Kinds.ofPassive(rest).equals("apology"));
        // "The surveyor will report to both": who was named in what is to be done
        boolean theirs = council && !timed && !sum && !own && Steps.matches(says.group("who"), "(?-i:The|the) (?-i:[a-z]+ ){0,2}[a-z]+") && Clauses.isItself(says.group("who")) && !Steps.matches(says.group("who"), "(?i)(?:the )?(?:councils?|(?:local )?authority|organisations?)");
        // "The Council will arrange a meeting. It should invite the school.": another modal for what is part of it
        var last = drafts.all.get(drafts.all.size() - 1);
        boolean turns = council && willHere && !also && !own && !sum && !timed && (Steps.matches(says.group("modal"), "(?i)should") || Steps.matches(says.group("modal"), "(?i)must") && (Cuts.continues(last.wording, deed) || Steps.matches(deed, "(?is)(?:have|keep|be|allow|ask|invite|address|consider|take|bear|meet|comply|follow|include|cover)\\b.*"))) && !Steps.matches(text, "(?is)(?:and|but|finally|the council)\\b.*") && !isAnother(deed, last);
        // "It will then assess the recordings": what the deed before has made
        boolean goesOn = council && !also && !sum && !timed && drafts.all.size() > drafts.now && Steps.matches(says.group("who"), "(?i)(?:it|they|the council)") && (Steps.matches(says.group(), "(?is).{0,40}\\bthen\\b.*") || place.behind() || Steps.matches(deed, "(?is)\\w+ (?:these|those|them|it|this|each|both)\\b.*")) && Cuts.continues(drafts.all.get(drafts.all.size() - 1).wording, Steps.replaceFirst(deed, "^(?i)(?:then|also) ", ""));
        // "It will send her the report by 30 April" behind an investigation without a time: the deed is over then
        boolean ends = council && (place.behind() || Steps.matches(last.wording, "(?is)(?:to )?(?:end|finish|complete|conclude|carry out|undertake)\\b.*")) && !also && !own && !sum && timed && last.period == null && Cuts.endsWithResult(Steps.replaceFirst(Phrasing.AGAIN.matcher(Steps.of(times.withoutPeriods(place.paragraph(), from + says.start("rest"), to))).replaceFirst(""), "^[ ,]*(?:to )?", ""));
        if (ends) {
            last.period = times.inner(place.paragraph(), from, to);
        }
        boolean more = ends || goesOn || turns || theirs || asPart && (council || passive) || council && !also && (reports || place.behind() && !own && !sum && !timed) || passive && !also;
        if (more && place.last() && place.paragraph().opens()) {
            leads.add(new Lead(place.paragraph().level(), place.paragraph().passage(), last.mode, last.period, last.council, last));
        }
        return more;
    }

    /** A file that is corrected, or staff who are trained, are no part of something else. */
    private static boolean isAnother(String deed, Draft last) {
        var kind = Kinds.of(deed);
        return List.of("apology", "payment", "training", "record").contains(kind) && !kind.equals(last.kind);
    }

    private void says(Matcher says, int from, int end, @Nullable Period before, @Nullable String when, Passage passage, Place place) {
        var paragraph = place.paragraph();
        int to = end;
        var lead = place.lead();
        var who = says.group("who");
        var modal = says.group("modal");
        var after = says.group("rest");
        int have = modal.equalsIgnoreCase("will") ? Clauses.leading(after, "^ have (?=" + Verbs.DONE + "\\b)") : 0;
        if (Steps.matches(says.group(), "(?is)^(?:councils|a council)\\b.*") || have == 0 && Phrasing.NOT.matcher(Steps.of(after)).find()) {
            return;
        }
        if (Steps.matches(modal, "(?i).*\\b(?:agree[ds]?|accept(?:s|ed)?|confirm(?:s|ed)?|undertake[ns]?|undertook|promise[sd]?|commit(?:s|ted)?|consent(?:s|ed)?)(?: (?:with|to) (?:us|me|the ombudsman))?(?: that)?$") && !Clauses.agreesToDo(after)) {
            if (Phrasing.DONE.matcher(Steps.of(after)).find() && Steps.matches(after, "(?is) it has .*")) {
                drafts.done.add(new Found<>(passage.text(), passage));
            } else if (after.contains("£") || Steps.matches(after, "(?is).*\\b(?:it|they|and) will (?!not\\b).*")) {
                whatElse(says.group(), passage, place);
            }
            return;
        }
        if (modal.toLowerCase(Locale.ROOT).contains("agree") && (after.contains(" did ") || after.contains(" done ")) && Phrasing.AND_DID.matcher(Steps.of(after)).find()) {
            drafts.done.add(new Found<>(passage.text(), passage));
            return;
        }
        if (Phrasing.OTHER_CASE.matcher(Steps.of(after)).find() || when != null && before == null && modal.equalsIgnoreCase("should") && Phrasing.TELLS.matcher(Steps.of(after)).find()) {
            return;
        }
        boolean already = Steps.matches(says.group().substring(0, says.start("rest")), "(?i).*\\balready\\b.*") && !Steps.matches(modal, "(?i).*(agree|accept|confirm|undertak|commit|promis).*");
        if (already) {
            drafts.done.add(new Found<>(passage.text(), passage));
            return;
        }
        var sort = Pattern.compile("(?i)^(?:the )?(parish|town|county|district|city|borough) council$").matcher(Steps.of(who));
        if (sort.matches() && !councils.isEmpty() && councils.stream().noneMatch(one -> one.toLowerCase(Locale.ROOT).contains(sort.group(1).toLowerCase(Locale.ROOT)))) {
            return;
        }
        var council = Clauses.isItself(who) ? lead == null ? null : lead.council : Steps.replaceFirst(who, "^(?i)the ", "");
        if (asksNothing && Steps.matches(modal, "(?i)should|must|needs? to|ought to|is to|are to")) {
            return;
        }
        int start = from + says.start("rest") + have;
        if (says.group("aside") != null) {
            var inside = times.inner(paragraph, from + says.start("aside"), from + says.end("aside"));
            before = inside == null ? before : inside;
        }
        // another modal behind what was agreed: "has agreed that, within one month, it will"
        var mode = mode(modal);
        Period period = before == null ? times.inner(paragraph, from + says.start("modal"), from + says.end("modal")) : before;
        if (period == null && Phrasing.SAME_TIME_WITHIN.matcher(Steps.of(modal)).find()) {
            period = drafts.namedBefore();
        }
        boolean again = true;
        boolean perfect = have > 0;
        while (again) {
            again = false;
            start += Clauses.leading(paragraph.text().substring(start, to), Phrasing.ADVERBS);
            var spots = periods.in(paragraph, start, to);
            if (!spots.isEmpty() && spots.get(0).from() == 0) {
                period = spots.get(0).period();
                start += spots.get(0).to();
                again = true;
                continue;
            }
            int same = period == null ? Clauses.leading(paragraph.text().substring(start, to), Phrasing.SAME_TIME) : 0;
            if (same > 0) {
                period = drafts.namedBefore();
                start += same;
                again = true;
                continue;
            }
            var rest = paragraph.text().substring(start, to);
            int skip = Clauses.leading(rest, "^(?:(?:in order )?to (?:remedy|put right|address|acknowledge|recognise)\\b[^:,]{3,160}, (?=(?:to |it |\\w))|as a (?:remedy|gesture)[^:,]{0,60}, |as (?:it|they) (?:has|have) (?:already |now )?(?:agreed|offered|said|promised)\\b[^:,]{0,30}, |in addition, |(?:it|they|the council)(?= ?:| (?:also )?(?:(?!is\\b|was\\b|has\\b)[a-z]+s\\b|" + Verbs.STRONG + "|" + Verbs.WEAK + ")))");
            int had = skip > 0 || !modal.equalsIgnoreCase("will") ? 0 : Clauses.leading(rest, "^have (?=" + Verbs.DONE + "\\b)");
            perfect |= had > 0;
            skip = skip > 0 ? skip : had;
            skip = skip > 0 ? skip : Clauses.leading(rest, Phrasing.PROPOSAL);
            skip = skip > 0 ? skip : Clauses.leading(rest, Phrasing.AGAIN);
            skip = skip > 0 ? skip : Clauses.leading(rest, Phrasing.ASIDE_AGAIN);
            skip = skip > 0 ? skip : Clauses.leading(rest, Phrasing.ASIDE);
            if (skip > 0) {
                start += skip;
                again = true;
            }
        }
        start += Clauses.leading(paragraph.text().substring(start, to), "^[ :]*(?:to )?(?:also )?");
        if (perfect) {
            var does = withVerbs(paragraph, start, to, Phrasing.PARTICIPLE, Verbs::ofDone);
            to += does.text().length() - paragraph.text().length();
            paragraph = does;
        }
        var rest = paragraph.text().substring(start, to);
        if (period == null && rest.isBlank() && place.last() && paragraph.opens() && drafts.all.size() > drafts.now && Phrasing.AN_OFFICER.matcher(Steps.of(who)).matches() && isHowItIsDone(drafts.all.get(drafts.all.size() - 1))) {
            // "The Council will check each visit for six weeks. An officer will:" over how that is done
            leads.add(new Lead(paragraph.level(), passage, mode, null, council, drafts.all.get(drafts.all.size() - 1)));
            return;
        }
        if (period == null && lead != null) {
            period = lead.period;
        } else if (period == null && place.behind() && !leads.isEmpty() && leads.get(leads.size() - 1).withSubjects && Steps.matches(who, "(?i)it|they|(?:the )?council")) {
            // "It will do the following within a month. 2. It will correct the file. It will write to the school."
            period = leads.get(leads.size() - 1).period;
        }
        statement(paragraph, start, to, rest, mode, council, period, when, passage, place);
    }

    private void asks(Matcher asks, int from, int to, @Nullable Period before, Passage passage, Place place) {
        var paragraph = place.paragraph();
        int start = from + asks.start("rest");
        Period period = before;
        start += Clauses.leading(paragraph.text().substring(start, to), "^[ ,]*");
        if (Phrasing.WOULD_HAVE.matcher(Steps.of(asks.group().substring(0, asks.start("rest")))).find()) {
            return;
        }
        if (Phrasing.TO_BE_DONE.matcher(Steps.of(paragraph.text().substring(start, to))).find()) {
            drafts.backwards(paragraph, start, to, Clauses.whatIsDue(Steps.split(paragraph.text().substring(start, to), " be ", 2)[0]), period);
            return;
        }
        boolean forIt = asks.group().substring(0, asks.start("rest")).endsWith(" for");
        if (forIt && Steps.matches(paragraph.text().substring(start, to), "(?is)an?\\b.*") && !Steps.matches(paragraph.text().substring(start, to), "(?is)" + Verbs.NOUN + ".*")) {
            // what the Ombudsman asks for himself: copies, papers, a list
            return;
        }
        var spots = periods.in(paragraph, start, to);
        if (!spots.isEmpty() && spots.get(0).from() == 0) {
            period = spots.get(0).period();
            start += spots.get(0).to();
        }
        var asked = Phrasing.ASKED_VERB.matcher(Steps.of(Steps.replaceFirst(Steps.replaceFirst(paragraph.text().substring(start, to), "^[ ,]+", " "), "^(?=\\S)", " ")));
        var council = (String) null;
        if (asked.matches()) {
            var who = asked.group("who");
            council = Clauses.isItself(who) ? null : Steps.replaceFirst(who, "^(?i)the ", "");
            start = to - asked.group("rest").length();
            if (Steps.matches(asked.group("rest"), "(?is)[ ,]*(?:for|whether|about|if|why|how|what|when|where)\\b.*")) {
                return;
            }
        } else if (Clauses.isDoneToSomebody(paragraph.text().substring(start, to))) {
            var mode = agreedHere ? Mode.AGREED : Mode.ASKED;
            int drafted = drafts.all.size();
            statement(paragraph, start, to, paragraph.text().substring(start, to), mode, null, period, null, passage, place);
            drafts.all.subList(drafted, drafts.all.size()).forEach(draft -> draft.asked = true);
            return;
        } else if (!Steps.matches(paragraph.text().substring(start, to), "(?is)(?:an?|the following|£|as follows|:).*") || Steps.matches(paragraph.text().substring(start, to), "(?is).*\\b(?:it|they|council) (?:has |have |had )?(?:accept|agree).*")) {
            return;
        }
        boolean again = true;
        while (again) {
            again = false;
            start += Clauses.leading(paragraph.text().substring(start, to), "^[ ,]*(?:to |should |will )?");
            var more = periods.in(paragraph, start, to);
            if (!more.isEmpty() && more.get(0).from() == 0) {
                period = more.get(0).period();
                start += more.get(0).to();
                again = true;
            }
        }
        if (Phrasing.NOT.matcher(Steps.of(paragraph.text().substring(start, to))).find()) {
            return;
        }
        var mode = agreedHere ? Mode.AGREED : Mode.ASKED;
        int drafted = drafts.all.size();
        statement(paragraph, start, to, paragraph.text().substring(start, to), mode, council, period == null && place.lead() != null ? place.lead().period : period, null, passage, place);
        drafts.all.subList(drafted, drafts.all.size()).forEach(draft -> draft.asked = true);
        if (!leads.isEmpty() && leads.get(leads.size() - 1).passage.equals(passage)) {
            leads.get(leads.size() - 1).asked = true;
        }
    }

    /** What the council does, with what follows it. */
    private void statement(Paragraph paragraph, int from, int end, String words, Mode asked, @Nullable String council, @Nullable Period before, @Nullable String when, Passage passage, Place place) {
        var mode = asked;
        var period = before;
        int to = end;
        var rest = words;
        var agrees = Phrasing.AND_IT_AGREES.matcher(Steps.of(rest));
        if ((rest.contains("agreed") || rest.contains("accepted")) && agrees.find() && agrees.start() > 0 && Steps.matches(times.withoutPeriods(paragraph, from + agrees.end(), end), "[ ,:.]*")) {
            mode = Mode.AGREED;
            period = period == null ? times.inner(paragraph, from + agrees.end(), end) : period;
            to = from + agrees.start();
            rest = rest.substring(0, agrees.start());
        }
        var aside = Pattern.compile(", as (?:it|they) (?:has|have) (?:already |now )?(?:agreed|offered|said|promised)\\b[^,:;]{0,40}$", Pattern.CASE_INSENSITIVE).matcher(Steps.of(rest));
        if (rest.contains(", as ") && aside.find()) {
            to = from + aside.start();
            rest = rest.substring(0, aside.start());
        }
        var andSo = Phrasing.AND_DO_SO.matcher(Steps.of(rest));
        if (period == null && (rest.contains(" and ") || rest.contains(" to be ") || rest.contains(" due ") || rest.contains("both ") || rest.contains(" all ") || rest.contains(" each ")) && andSo.find() && andSo.start() > 0 && Steps.matches(times.withoutPeriods(paragraph, from + andSo.end(), to), "[ ,:.]*|" + Phrasing.SAME_TIME_BEHIND + "[ ,.;]*")) {
            var said = times.inner(paragraph, from + andSo.end(), to);
            var named = drafts.namedBefore();
            boolean too = named != null && said != null && said.from() == Period.From.NOT_STATED && said.within() != null && said.within().equals(named.within()) && Steps.matches(andSo.group(), "(?i).*\\b(?:too|also)\\b.*");
            period = said == null || too ? named : said;
            to = from + andSo.start();
            rest = rest.substring(0, andSo.start());
        }
        period = period == null ? drafts.carried : period;
        var under = place.lead() == null ? null : place.lead().passage;
        boolean opens = place.last() && paragraph.opens();
        if (Phrasing.PREAMBLE.matcher(Steps.of(rest)).find() && !opens) {
            drafts.carried = place.last() ? drafts.carried : period != null ? period : times.inner(paragraph, from, to);
            return;
        }
        if (!place.last() && paragraph.opens() && Phrasing.ON_SOME_MATTERS.matcher(Steps.of(rest)).matches()) {
            // which ones they are stands behind
            drafts.carried = period != null ? period : times.inner(paragraph, from, to);
            return;
        }
        if (!place.last() && paragraph.opens() && Steps.matches(rest, "(?is)(?:carry out|take|do|complete|implement|follow|accept|act on)\\b.{0,60}\\b(?:recommendations?|actions?|remed(?:y|ies)|steps)\\b.*")) {
            // what they are stands behind, with this period
            drafts.carried = period != null ? period : times.inner(paragraph, from, to);
            return;
        }
        var bare = Steps.replaceFirst(times.withoutPeriods(paragraph, from, to), "(?i),? (?:unless|except where|save where)\\b[^,;:]{3,80}[.:]?$", "");
        if (rest.isBlank() || opens && isOverList() && Steps.matches(rest, "(?is)(?:to )?(?:take|do|carry out|complete)?\\b.*\\b(?:is|are)(?: to| as follows)? ?:") || Phrasing.GENERIC.matcher(Steps.of(bare)).matches() || Phrasing.BETTERMENT.matcher(Steps.of(bare)).find()) {
            var inside = period != null ? period : times.inner(paragraph, from, to);
            var own = inside != null ? inside : drafts.carried;
            if (opens || place.last() && rest.isBlank() && !Steps.matches(paragraph.text().strip(), "(?s).*[.;?!]") || place.last() && Steps.matches(rest, "(?is).*\\b(?:following|below)\\b.*") || place.last() && isOverList() && Steps.matches(rest, "(?is).*\\b(?:what follows|these (?:steps|actions|things)|each (?:step|action)|them)\\b.*") || place.last() && Steps.matches(rest, "(?is)(?:take|carry out|complete) (?:some |several |further |a number of )?(?:steps|actions?|action)\\b.*")) {
                leads.add(new Lead(paragraph.level(), passage, mode, own, council, null));
            } else if (!place.last() && Steps.matches(rest, "(?is).*\\b(?:following|follows|below|two|three|four|five|six|several|number of)\\b.*")) {
                drafts.carried = own;
                ahead = new Lead(paragraph.level(), passage, mode, own, council, null);
            } else if (Phrasing.EARLIER.matcher(Steps.of(rest)).find()) {
                drafts.backwards(paragraph, from, to, rest, period);
            }
            return;
        }
        int row = rest.indexOf(": ");
        if (row > 0 && Phrasing.GENERIC.matcher(Steps.of(times.withoutPeriods(paragraph, from, from + row + 1))).matches()) {
            drafts.phrases(paragraph, from + row + 2, to, mode, council, period != null ? period : times.inner(paragraph, from, from + row), passage, under);
            return;
        }
        if (drafts.all.size() == drafts.firstOpen && Phrasing.ENDS_THIS.matcher(Steps.of(rest)).find()) {
            unread.add(new Found<>(LOOK, passage));
            return;
        }
        if (rest.contains(" offer ") && Steps.matches(rest, "(?is)(?:to )?(?:leave|keep|hold)\\b[^.;£]{0,30}\\boffer\\b.*")) {
            unread.add(new Found<>(LOOK, passage));
            return;
        }
        if (Phrasing.UNTIL_THEN.matcher(Steps.of(rest)).find() || Phrasing.IN_ORDER.matcher(Steps.of(rest)).find() && drafts.inOrder(paragraph, from, to, rest)) {
            return;
        }
        boolean sum = Steps.matches(rest, "(?is)(?:to )?(?:make|pay|send) the (?:\\w+ )?(?:payments?|sum)\\b.*") && !Amounts.in(paragraph, from, to).isEmpty() && drafts.all.subList(drafts.firstOpen, drafts.all.size()).stream().noneMatch(draft -> draft.kind.equals("payment"));
        if (!sum && drafts.finishes(rest)) {
            drafts.backwards(paragraph, from, to, rest, period);
            return;
        }
        if (!sum && Phrasing.EARLIER.matcher(Steps.of(rest)).find() && !Phrasing.EVIDENCE.matcher(Steps.of(rest)).find() && Clauses.isBackwards(rest) && !Drafts.isOverPayments(paragraph, to, rest)) {
            drafts.backwards(paragraph, from, to, rest, period);
            return;
        }
        var by = Phrasing.BY_DOING.matcher(Steps.of(rest));
        if (by.find()) {
            var inside = period != null ? period : times.inner(paragraph, from, to);
            if (opens && by.end() == rest.length()) {
                leads.add(new Lead(paragraph.level(), passage, mode, inside, council, null));
                return;
            }
            var doing = withVerbs(paragraph, from + by.end(), to, Phrasing.GERUND, Verbs::base);
            if (!place.last() && paragraph.opens() && Phrasing.GENERIC.matcher(Steps.of(times.withoutPeriods(doing, from + by.end(), to + doing.text().length() - paragraph.text().length()))).matches()) {
                // "by taking the following action within one month. It will:"
                drafts.carried = inside;
                return;
            }
            if (doing.text().length() < paragraph.text().length()) {
                drafts.phrases(doing, from + by.end(), to + doing.text().length() - paragraph.text().length(), mode, council, inside, passage, under);
                return;
            }
        }
        int drafted = drafts.all.size();
        drafts.phrases(paragraph, from, to, mode, council, period, passage, under);
        if (rest.contains("£") && drafts.all.subList(drafted, drafts.all.size()).stream().anyMatch(draft -> draft.kind.equals("apology") && draft.wording.contains("£"))) {
            // the sum in it is no part of the apology
            unread.add(new Found<>(LOOK, passage));
        }
        if (when != null) {
            drafts.all.subList(drafted, drafts.all.size()).forEach(draft -> drafts.depends(draft, when, passage));
        }
        drafts.restated(drafted);
        if (opens && drafts.all.size() > drafted) {
            opens(paragraph, rest, mode, council, period, passage, drafts.all.get(drafts.all.size() - 1));
        }
    }

    /** "By apologising to Mr X and paying him £100", or "have apologised to Mr X and paid him £100", with "apologise" and "pay". */
    private static Paragraph withVerbs(Paragraph paragraph, int from, int to, Pattern forms, UnaryOperator<@Nullable String> verb) {
        var plain = paragraph;
        var found = forms.matcher(Steps.of(paragraph.text())).region(from, to).results().toList();
        for (int i = found.size() - 1; i >= 0; i--) {
            var base = verb.apply(found.get(i).group(1));
            if (base != null) {
                plain = plain.with(found.get(i).start(1), found.get(i).end(1), base);
            }
        }
        return plain;
    }

    private void opens(Paragraph paragraph, String rest, Mode mode, @Nullable String council, @Nullable Period period, Passage passage, Draft last) {
        if ((last.kind.equals("apology") || last.kind.equals("payment") && last.amount != null) && isOverList() && Steps.matches(rest, "(?is).*\\band(?: also)?(?: to| will)? ?:")) {
            // "apologise to Mr X and:" over more that it does
            leads.add(new Lead(paragraph.level(), passage, mode, last.period == null ? period : last.period, council, null));
            return;
        }
        boolean several = last.kind.equals("payment") && last.amount == null;
        if (several || Phrasing.DETAIL.matcher(Steps.of(rest)).find() || !rest.isBlank()) {
            leads.add(new Lead(paragraph.level(), passage, mode, last.period == null ? period : last.period, council, last));
        }
    }

    private void passive(Paragraph paragraph, int from, int to, @Nullable Period before, Passage passage, @Nullable Lead lead) {
        var rest = paragraph.text().substring(from, to);
        // what somebody is told may be denied: that they are told it is not
        if (Phrasing.DENIED.matcher(Steps.of(Steps.split(rest, "\\b(?:that|why|because|which|who)\\b", 2)[0])).find()) {
            return;
        }
        drafts.phrases(paragraph, from, to, lead == null ? mode("will") == Mode.AGREED && (headingAgrees || agreedHere) ? Mode.AGREED : Mode.ASKED : lead.mode, lead == null ? null : lead.council, before != null ? before : lead == null ? null : lead.period, passage, lead == null ? null : lead.passage);
    }

    private void item(int from, int to, @Nullable Period before, Passage passage, Lead lead, Place place) {
        lead.items++;
        var paragraph = place.paragraph();
        var rest = paragraph.text().substring(from, to);
        if (Phrasing.DENIED.matcher(Steps.of(Clauses.head(rest))).find()) {
            return;
        }
        int start = from + Clauses.leading(rest, "^(?:to |that it (?:will |should )?|also |then )*");
        start += Clauses.leading(paragraph.text().substring(start, to), "^(?:\\([^()£]{3,60}\\) )?(?:(?:following|after|at|during|with|before|having) [^,;:£]{3,80}, )?(?=" + Verbs.STRONG + "|" + Verbs.WEAK + ")");
        if (lead.items > 1 && before == null && drafts.all.size() > Math.max(drafts.firstOpen, drafts.group) && Cuts.goesOnAsItem(drafts.all.get(drafts.all.size() - 1), Steps.replaceFirst(rest, "^(?i)(?:to |then )*", ""), people.complainant().orElse(null))) {
            var deed = drafts.all.get(drafts.all.size() - 1);
            if (Cuts.decides(rest) && List.of("provision", "other").contains(deed.kind)) {
                // "- visit the site - decide whether it may stay": what they saw it for
                deed.kind = "reconsideration";
                deed.wording = deed.wording + "; " + DecisionReader.ended(rest);
            }
            return;
        }
        int drafted = drafts.all.size();
        if (Phrasing.PREAMBLE.matcher(Steps.of(paragraph.text().substring(start, to))).find()) {
            return;
        }
        drafts.phrases(paragraph, start, to, lead.mode, lead.council, before != null ? before : lead.period, passage, lead.passage);
        drafts.all.subList(drafted, drafts.all.size()).forEach(draft -> draft.asked = lead.asked);
        if (place.last() && paragraph.opens() && drafts.all.size() > drafted) {
            opens(paragraph, rest, lead.mode, lead.council, lead.period, passage, drafts.all.get(drafts.all.size() - 1));
        }
    }

    /** A sentence that asks for nothing in a way that is known. */
    private void whatElse(String rest, Passage passage, Place place) {
        if (Phrasing.NOTE.matcher(Steps.of(rest)).find() && !Phrasing.DONE.matcher(Steps.of(rest)).find() || Steps.matches(rest, "(?is)(?:the )?(?:evidence|proof|confirmation)\\b.*")) {
            return;
        }
        boolean council = Pattern.compile("\\b(?:council|authority|it)\\b", Pattern.CASE_INSENSITIVE).matcher(Steps.of(rest)).find();
        if (Clauses.saysAgreed(rest) || Steps.matches(rest, "(?is)(?:I|we|had|were|would|if)\\b.*")) {
            return;
        }
        if (council && Phrasing.DONE.matcher(Steps.of(rest)).find() && !Phrasing.DENIED.matcher(Steps.of(rest)).find()) {
            drafts.done.add(new Found<>(passage.text(), passage));
        } else if (council && Pattern.compile("\\b(?:agreed|will|pay|apologise|recommend)\\b|£", Pattern.CASE_INSENSITIVE).matcher(Steps.of(rest)).find() && !Phrasing.DENIED.matcher(Steps.of(rest)).find()) {
            unread.add(new Found<>(LOOK, passage));
        } else if (headingAgrees && Steps.matches(rest, "(?is)(?:the|an?) [^,.:;]{3,60}? (?:will|is to|are to) (?!not\\b|no\\b|be\\b).*") && times.inner(place.paragraph(), place.paragraph().index(passage.from()), place.paragraph().index(passage.to() - 1) + 1) != null) {
            // whoever that is, it is said under what was agreed, and with a time: "The arborist will visit her by 31 May"
            unread.add(new Found<>(LOOK, passage));
        }
    }
}
