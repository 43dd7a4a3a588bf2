package org.redress.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sections of a decision that say what the council will do. A sentence is an action only if it says so of the council: what follows a
 * lead-in such as "Within four weeks the Council will:" takes its period and its agreement from there; what is said of guidance, of other cases, of
 * offers, of the past, or denied, is none.
 */
final class ActionGrammar {
    /** How sure it is that the council will do a thing. */
    enum Mode { AGREED, ASKED, REFUSED }

    /** Longer than any paragraph of a decision, and than all that it asks for. */
    private static final int LONGEST_PARAGRAPH = 5000;
    private static final int LONGEST_SECTIONS = 60_000;
    private static final int SHOWN = 100;
    private static final String LOOK = "This could not be read: look whether it is an action.";

    private final List<Draft> drafts = new ArrayList<>();
    private final List<Found<String>> done = new ArrayList<>();
    private final List<Found<String>> unread = new ArrayList<>();
    private final List<Lead> leads = new ArrayList<>();
    private final People people;
    private final Periods periods;
    private final List<String> councils;
    private final @Nullable Pattern name;
    /** What stands behind the paragraph that is read, in its section. */
    private List<Paragraph> following = List.of();
    private boolean agreedHere;
    private boolean headingAgrees;
    private boolean asksNothing;
    /** Whether a sentence before in this paragraph says that the council will do something, or has agreed to. */
    private boolean willHere;
    /** Whether the sentence before is about a rule or guidance, which "it" then is. */
    private boolean ofRules;
    private int firstOpen;
    private int length;
    private @Nullable Period carried;
    /** Where the actions of this paragraph begin, and those of the statement with its list, this one and the one before. */
    private int now;
    private int group;
    private int groupBefore;

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
        this.councils = councils;
        var bare = councils.size() == 1 ? Steps.replaceAll(councils.get(0), "(?i)\\b(?:the|london|royal|metropolitan|borough|city|county|district|town|parish|council|of)\\b", " ").strip() : "";
        name = bare.length() < 4 ? null : Pattern.compile("\\b" + Pattern.quote(Steps.replaceAll(bare, " +", " ")) + "(?= (?:also |now |then )?(?:will|should|must|is to|has|agreed|agrees)\\b)");
    }

    void read(Section section) {
        leads.clear();
        headingAgrees = section.kind() == Section.Kind.AGREED;
        agreedHere = headingAgrees;
        asksNothing = false;
        boolean refused = Phrasing.NOT_AGREED.matcher(Steps.of(section.heading())).find();
        firstOpen = drafts.size();
        following = section.paragraphs();
        while (!following.isEmpty()) {
            var paragraph = following.get(0);
            following = following.subList(1, following.size());
            paragraph(paragraph);
        }
        if (refused) {
            drafts.subList(firstOpen, drafts.size()).forEach(draft -> draft.mode = Mode.REFUSED);
        }
    }

    /** Whether the council agreed to what is recommended, as any other place of the decision says. */
    static boolean saysAgreed(String text) {
        return (Phrasing.AGREED.matcher(Steps.of(text)).find() || Steps.matches(text.strip(), "(?i)(?:the council|it|they) (?:has |have )?(?:now |fully )?(?:agreed|accepted)\\.?")) && !Phrasing.REFUSED.matcher(Steps.of(text)).find();
    }

    List<ReadAction> agreed(boolean elsewhere) {
        return drafts.stream().filter(draft -> !draft.replaced && (draft.mode == Mode.AGREED || draft.mode == Mode.ASKED && elsewhere)).map(Draft::action).toList();
    }

    List<ReadAction> recommended(boolean elsewhere) {
        return drafts.stream().filter(draft -> !draft.replaced && (draft.mode == Mode.ASKED && !elsewhere || draft.mode == Mode.REFUSED)).map(Draft::action).toList();
    }

    /** All that is asked for, whether or not it is agreed: a draft proposes it. */
    List<ReadAction> proposed() {
        return drafts.stream().filter(draft -> !draft.replaced).map(Draft::action).toList();
    }

    List<Found<String>> done() {
        return done;
    }

    List<Found<String>> unread() {
        return unread;
    }

    private void paragraph(Paragraph written) {
        var paragraph = withoutName(withoutMarks(written));
        now = drafts.size();
        ofRules = false;
        willHere = false;
        carried = null;
        length += paragraph.text().length();
        if (paragraph.text().length() > LONGEST_PARAGRAPH || length > LONGEST_SECTIONS) {
            unread.add(new Found<>("This is too long to be read.", paragraph.passage(0, Math.min(paragraph.text().length(), SHOWN))));
            return;
        }
        var above = leads.isEmpty() ? null : leads.get(0);
        boolean table = !paragraph.marked() && above != null && isRow(paragraph);
        var lead = table ? leads.get(leads.size() - 1) : lead(paragraph);
        if (!table && isPartOfList(paragraph) && above != null && above.details == null) {
            leads.clear();
            leads.add(new Lead(paragraph.level(), above.passage, above.mode, above.period, above.council, null));
            return;
        }
        if (lead == null) {
            groupBefore = group;
            group = now;
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
        var spans = Sentences.of(paragraph).stream().flatMap(span -> clauses(paragraph, span)).toList();
        for (int i = 0; i < spans.size(); i++) {
            sentence(spans.get(i), new Place(paragraph, i == 0 ? lead : null, i > 0 && lead != null, i == spans.size() - 1));
            carried = carried == null && drafts.size() == now && i < spans.size() - 1 && paragraph.opens() ? overAll(paragraph, spans.get(i)) : carried;
        }
    }

    /** "Payment: the Council will pay …": what stands behind a colon and says what the council does is a sentence of its own. */
    private Stream<Sentences.Span> clauses(Paragraph paragraph, Sentences.Span span) {
        var text = paragraph.text().substring(span.from(), span.to());
        var second = Phrasing.TIMED_CLAUSE.matcher(Steps.of(text));
        if (text.contains(", and ") && second.find()) {
            return Stream.of(new Sentences.Span(span.from(), span.from() + second.start()), new Sentences.Span(span.from() + second.end(), span.to()));
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
        return Character.isLowerCase(text.charAt(0)) || Phrasing.ITEM.matcher(Steps.of(text)).find() && !Phrasing.NOTE.matcher(Steps.of(text)).find() && !Character.isLowerCase(text.charAt(0)) && isVerbFirst(text);
    }

    private static final Pattern PLACE = Pattern.compile("\\bthe (first|second|third|last|final|others?|rest|remaining|remainder)\\b(?: (two|three|four|five|six))?\\b(?! of (?:January|February|March|April|May|June|July|August|September|October|November|December))", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_DECISION = Pattern.compile("\\b(?:of|from|after) (?:the date of )?(?:my|our|this|the) (?:final )?decision\\b", Pattern.CASE_INSENSITIVE);

    private static boolean isVerbFirst(String text) {
        return Pattern.compile("^(?:to )?(?:also )?(?:" + Verbs.STRONG + "|" + Verbs.WEAK + "|" + Verbs.NOUN + ")", Pattern.CASE_INSENSITIVE).matcher(Steps.of(text)).find();
    }

    /** A detail of an action, or one of several payments to somebody; false where the list goes on without it. */
    private boolean detail(Paragraph paragraph, Lead lead) {
        var text = paragraph.text();
        boolean flat = lead.level == paragraph.level();
        var outer = leads.size() > 1 ? leads.get(leads.size() - 2) : null;
        if (flat && outer != null && Phrasing.STRONG.matcher(Steps.of(text)).find() || Phrasing.SAYS.matcher(Steps.of(text)).matches() && flat) {
            return false;
        }
        if (flat && outer != null && lead.items > 0 && !lead.ofVerbs && isVerbFirst(text)) {
            // "on: - when the duty ends; - what a letter says; - carry out an audit": the list around it goes on
            return false;
        }
        lead.ofVerbs |= lead.items == 0 && isVerbFirst(text);
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
                    add(amounts, of.mode, of.council, names.isEmpty() ? of.beneficiary == null ? List.of() : List.of(of.beneficiary) : names.subList(0, 1), paragraph.passage(), of.passage, period(paragraph, 0, text.length(), text, false).orElse(of.period),
                            of.wording + " " + ended(text));
                    return true;
                }
            }
        }
        if (Steps.matches(of.wording, "(?is)(?:write|send)\\b.*") && (Kinds.of(of.wording + " " + ended(text)).equals("apology") || of.kind.equals("explanation") && Steps.matches(text, "(?is)(?:to )?apologi[sz].*"))) {
            of.kind = "apology";
        }
        of.wording = of.wording + (of.wording.endsWith(":") ? " " : "; ") + ended(text);
        return true;
    }

    /** The cell of a table that says for whom something is done, or by whom. */
    private static final String FOR_WHOM = "(?i:mr|mrs|ms|miss|mx|dr|the complainant|the family|the council|who|for whom|to whom|beneficiary)\\b[^.;:]{0,40}";

    private static boolean isRow(Paragraph paragraph) {
        return paragraph.text().contains(" | ") || paragraph.text().contains("\t");
    }

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
        add(amounts, of.mode, of.council, names.isEmpty() ? of.beneficiary == null ? List.of() : List.of(of.beneficiary) : names.subList(0, 1), paragraph.passage(), of.passage, of.period, of.wording + " " + ended(text));
        return true;
    }

    /** A row of a table: a cell that says what, and one that says by when. */
    private boolean row(Paragraph paragraph, @Nullable Lead lead) {
        var text = paragraph.text();
        if (!isRow(paragraph)) {
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
            if (alone.isEmpty() && what == null && (isVerbFirst(text.substring(from, to).strip()) || Phrasing.SAYS.matcher(Steps.of(text.substring(from, to).strip())).matches())) {
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
        phrases(paragraph, at, what[1], mode(null), null, period != null ? period : lead == null ? null : lead.period, paragraph.passage(), lead == null ? null : lead.passage);
        return true;
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
        if (Phrasing.OF_ANY_COUNCIL.matcher(Steps.of(text)).find() || (text.contains("part of") || text.contains("recommendation") || text.contains("suggest")) && Phrasing.NO_REMEDY.matcher(Steps.of(text)).find()) {
            return;
        }
        if (Phrasing.NOTHING_ASKED.matcher(Steps.of(text)).find()) {
            asksNothing = true;
        }
        if (saysAgreed(text) && !text.endsWith(":")) {
            agreedHere = true;
        }
        if (refuses(text) && !Steps.matches(text, "(?is).*\\b(?:but|now|then|later|however)\\b.*\\bagreed\\b.*")) {
            if (drafts.size() > now || Pattern.compile("\\b(?:recommend|payment|remedy|pay|apolog|action)", Pattern.CASE_INSENSITIVE).matcher(Steps.of(text)).find()) {
                agreedHere = false;
                refuseWhatIsAsked();
                unread.add(new Found<>("This says that something was refused; look whether an action is agreed.", passage));
            }
            return;
        }
        if (lead != null) {
            from += leading(paragraph.text().substring(from, to), "^(?:(?:and|or) )?(?:that,? (?=(?:it|they|the council|within|by)\\b))?(?:(?:the council|it|they) to )?(?:(?-i:will|should|must|is to|has (?:also )?agreed to|agreed to|agrees to)(?: also)? (?=[a-z]))?");
        }
        // what stands in front of what the council does
        Period period = null;
        String when = null;
        boolean again = true;
        boolean would = false;
        while (again) {
            again = false;
            var rest = paragraph.text().substring(from, to);
            var spots = periods.in(paragraph, from, to);
            if (!spots.isEmpty() && spots.get(0).from() <= (rest.toLowerCase(Locale.ROOT).startsWith("and ") ? 4 : 0) && (period == null)) {
                period = spots.get(0).period();
                from += spots.get(0).to();
                from += leading(paragraph.text().substring(from, to), "^[ ,:-]*(?:(?:the date of )?(?:this|my|our|the) (?:final )?decision(?: statement)?)?[ ,-]*");
                again = true;
                continue;
            }
            int same = period == null ? leading(rest, Phrasing.SAME_TIME) : 0;
            if (same > 0) {
                period = namedBefore();
                from += same;
                again = true;
                continue;
            }
            int asked = leading(rest, Phrasing.ASKS_AND_AGREES);
            if (asked > 0) {
                from += asked;
                again = true;
                continue;
            }
            Matcher prefix = Phrasing.PREFIX.matcher(Steps.of(rest));
            if (prefix.find() && prefix.end() < rest.length() && !Phrasing.DONE_ASIDE.matcher(Steps.of(prefix.group())).find() && (begins(rest.substring(prefix.end())) || Phrasing.WAS_AGREED.matcher(Steps.of(prefix.group())).find() && Phrasing.SAYS_WOULD.matcher(Steps.of(rest.substring(prefix.end()))).matches() || !periods.in(paragraph, from + prefix.end(), to).isEmpty() && periods.in(paragraph, from + prefix.end(), to).get(0).from() == 0)) {
                would |= Phrasing.WAS_AGREED.matcher(Steps.of(prefix.group())).find();
                from += prefix.end();
                again = true;
                continue;
            }
            int opener = behindOpener(rest);
            if (opener > 0) {
                if (Phrasing.DONE_ASIDE.matcher(Steps.of(rest.substring(0, opener))).find()) {
                    done.add(new Found<>(rest.substring(0, opener).strip(), paragraph.passage(from, from + opener)));
                }
                from += opener;
                again = true;
                continue;
            }
            Matcher condition = Phrasing.CONDITION.matcher(Steps.of(rest));
            if (when == null && condition.find() && begins(rest.substring(condition.end()))) {
                when = Steps.replaceFirst(condition.group().strip(), ",$", "");
                from += condition.end();
                again = true;
                continue;
            }
            int depends = lead == null || when != null ? 0 : leading(rest, Phrasing.CONDITION_OF_ITEM);
            if (depends > 0) {
                when = Steps.replaceFirst(rest.substring(0, depends).strip(), ",$", "");
                from += depends;
                again = true;
                continue;
            }
            int front = behindWords(rest);
            if (front > 0) {
                people.of(rest.substring(0, front));
                period = period == null ? inner(paragraph, from, from + front) : period;
                from += front;
                again = true;
            }
        }
        var rest = paragraph.text().substring(from, to);
        if (rest.isBlank()) {
            // a heading within the section: "Within one month of my final decision"
            if (period != null) {
                leads.add(new Lead(paragraph.level(), passage, mode(null), period, lead == null ? null : lead.council, null));
            }
            return;
        }
        if (drafts.size() > now && Steps.matches(rest, "(?is)(?:the|this|its) letter (?:will|should|must|is to) (?:also )?(?:apologi[sz]e|say sorry|contain an apology|include an apology)\\b.*")) {
            var letter = drafts.get(drafts.size() - 1);
            letter.kind = letter.kind.equals("explanation") ? "apology" : letter.kind;
            return;
        }
        if (isAboutWhatWasNamed(rest, from, place) || saysMore(text, rest, from, to, period, when, place)) {
            // part of what was named; a sum or a time in it that is nowhere else is for a person to look at
            var time = inner(paragraph, from, to);
            if (time != null && !time.equals(drafts.get(drafts.size() - 1).period) || !Amounts.in(paragraph, from, to).isEmpty()) {
                unread.add(new Found<>(LOOK, passage));
            }
            return;
        }
        if (Phrasing.HAS_TIME.matcher(Steps.of(rest)).find()) {
            var time = periods.anywhere(paragraph, from, to);
            if (time != null) {
                backwards(paragraph, from, to, Steps.matches(rest, "(?is).*\\b(?:both|these|all)\\b.*") ? "do all of these" : "do this", time);
            }
            return;
        }
        if (Phrasing.BACKWARDS.matcher(Steps.of(rest)).find()) {
            backwards(paragraph, from, to, rest, period);
            return;
        }
        if (lead == null && place.last() && isOverThese(rest)) {
            leads.add(new Lead(paragraph.level(), passage, agreedHere ? Mode.AGREED : mode(null), overList(period, paragraph, from, to), null, null));
            return;
        }
        boolean rule = Phrasing.OF_RULES.matcher(Steps.of(text)).find();
        var says = (would ? Phrasing.SAYS_WOULD : Phrasing.SAYS).matcher(Steps.of(rest));
        if (ofRules && drafts.size() == now && says.matches() && Steps.matches(says.group("who"), "(?i)it|they") && !Steps.matches(says.group("modal"), "(?i).*\\bagree.*") && period == null) {
            return;
        }
        ofRules = rule;
        if (says.matches()) {
            willHere |= Steps.matches(says.group("modal"), "(?is)will|.*\\bagree.*");
            says(says, from, to, period, when, passage, place);
            return;
        }
        if (place.last() && rest.endsWith(":") && Phrasing.SUBJECT.matcher(Steps.of(rest)).matches() && !following.isEmpty() && Phrasing.GOES_ON.matcher(Steps.of(following.get(0).text())).find()) {
            leads.add(new Lead(paragraph.level(), passage, mode("will"), period != null ? period : carried, null, null));
            return;
        }
        var asks = Phrasing.ASKS.matcher(Steps.of(rest));
        if (asks.matches() && !Phrasing.DENIED.matcher(Steps.of(rest.substring(0, asks.start("rest")))).find()) {
            asks(asks, from, to, period, passage, place);
            return;
        }
        if (isDoneToSomebody(rest)) {
            passive(paragraph, from, to, period, passage, lead);
            return;
        }
        if (lead != null && isItem(rest)) {
            int drafted = drafts.size();
            item(from, to, period, passage, lead, place);
            if (when != null) {
                for (var draft : drafts.subList(drafted, drafts.size())) {
                    depends(draft, when, passage);
                }
            }
            return;
        }
        var plain = rest.strip();
        if (lead == null && place.last() && plain.endsWith(":") && period != null && !Phrasing.NOTE.matcher(Steps.of(plain)).find()) {
            leads.add(new Lead(paragraph.level(), passage, mode(null), period, null, null));
        } else if (lead == null && plain.endsWith(":") && Steps.matches(plain, "(?i)(?:the |these )?(?:following|agreed)\\b[^.:]{0,60} (?:was|were|is|are|has been|have been) (?:also )?agreed\\b[^.]{0,120}:")) {
            leads.add(new Lead(paragraph.level(), passage, Mode.AGREED, period != null ? period : inner(paragraph, from, to), null, null));
        } else if (lead == null && Steps.matches(plain, "(?i)(?:the )?(?:agreed |following |recommended )?(?:actions?|personal remed(?:y|ies)|service improvements?|remed(?:y|ies)|recommendations?|(?:mr|mrs|ms|miss) [A-Z]|for [^:]{2,60})(?: \\w+){0,3}:") || lead == null && isTitle(paragraph, plain)) {
            leads.add(new Lead(paragraph.level(), passage, mode(null), period, null, null));
        } else if (lead == null && isTimeOver(paragraph, plain)) {
            leads.add(new Lead(paragraph.level(), passage, mode(null), overList(period, paragraph, from, to), null, null));
        } else if (lead == null && place.last() && isOverActions(plain)) {
            leads.add(new Lead(paragraph.level(), passage, saysAgreed(plain) || Steps.matches(plain, "(?is).*\\bagreed\\b.*") ? Mode.AGREED : mode(null), overList(period, paragraph, from, to), null, null));
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
        return rest.endsWith(":") && isOverList() && drafts.size() == now && Steps.matches(rest, "(?is)(?:these|they|those)(?: (?:agreed |recommended )?(?:actions|steps|recommendations|measures))? (?:are|were|should be|will be)\\b[^.]{0,120}:");
    }

    private @Nullable Period overList(@Nullable Period before, Paragraph paragraph, int from, int to) {
        var own = before != null ? before : inner(paragraph, from, to);
        return own != null ? own : carried;
    }

    private boolean isOverList() {
        return !following.isEmpty() && isVerbFirst(following.get(0).text());
    }

    /** A line that is no sentence and gives the time for the items behind it: "To be done within one month of the decision". */
    private boolean isTimeOver(Paragraph paragraph, String plain) {
        return !paragraph.marked() && paragraph.text().strip().equals(plain) && plain.length() < SHOWN && !Steps.matches(plain, "(?s).*[.;?!]") && isOverList() && following.get(0).marked() && inner(paragraph, 0, paragraph.text().length()) != null && !Phrasing.DONE.matcher(Steps.of(plain)).find();
    }

    /** A line that is no sentence, in a list of which the next items follow: "For Mr X", "Service improvements". */
    private boolean isPartOfList(Paragraph paragraph) {
        var text = paragraph.text().strip();
        return !paragraph.marked() && isOverList() && following.get(0).marked() && Steps.matches(text, "(?i)(?:for|to)? ?(?:the )?(?:mr|mrs|ms|miss|mx|council|other|others|complainant|family|personal|individual|service|wider|procedural|payments?|financial|learning|remed(?:y|ies)|improvements?)\\b[^.;]{0,50}") && !Phrasing.SAYS.matcher(Steps.of(text)).matches() && periods.in(paragraph, 0, paragraph.text().length()).isEmpty();
    }

    /** A line that is no sentence and stands over a list: "Personal remedy", "Service improvements". */
    private static boolean isTitle(Paragraph paragraph, String plain) {
        return !paragraph.marked() && paragraph.text().strip().equals(plain) && Steps.matches(plain, "(?i)(?:the )?(?:agreed |recommended |personal |individual |service |wider |other |further )*(?:actions?|remed(?:y|ies)|improvements?|recommendations?|changes)(?: for (?:the )?(?:mr |mrs |ms |miss |council|complainant|others|service|future)\\w*)?");
    }

    /** "The review should include …": what an action is about, in a sentence or in a list of its own. */
    private boolean isAboutWhatWasNamed(String rest, int from, Place place) {
        var about = Phrasing.ABOUT_IT.matcher(Steps.of(rest));
        boolean byName = Steps.matches(rest, "(?is)the .*");
        int since = byName ? firstOpen : now;
        if (!about.find() || drafts.size() <= since) {
            return false;
        }
        var last = drafts.get(drafts.size() - 1);
        if (Steps.matches(rest, "(?is)(?:it|they) (?:should|must|will|needs? to|is to|are to|has to) also\\b.*")) {
            return false;
        }
        boolean goesOn = byName || Steps.matches(rest, "(?is)(?:this|these) .*") || !last.kind.equals("apology") && !last.kind.equals("payment");
        boolean sure = !Steps.matches(about.group("verb"), "(?i) (?:make sure|ensure|explain how|identify|set out|examine|make clear)") || byName || Steps.matches(last.wording, "(?is)(?:review|audit|examine|look at|look into|consider)\\b.*");
        if (!goesOn || !sure) {
            return false;
        }
        var apology = Pattern.compile("\\b(?:include|contain|offer|make|carry) (an? (?:\\w+ )?apology\\b.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL).matcher(Steps.of(rest));
        if (apology.find() && drafts.subList(firstOpen, drafts.size()).stream().noneMatch(draft -> draft.kind.equals("apology"))) {
            var paragraph = place.paragraph();
            int start = from + apology.start(1);
            phrases(paragraph, start, start + apology.group(1).length(), last.mode, last.council, last.period, paragraph.passage(start, start + apology.group(1).length()), last.passage);
            return true;
        }
        if (place.last() && place.paragraph().opens()) {
            leads.add(new Lead(place.paragraph().level(), place.paragraph().passage(), last.mode, last.period, last.council, last));
        }
        return true;
    }

    /** A sentence that says more of what was named before it, in its own item or with words such as "In doing so": what it asks for is part of that. */
    private boolean saysMore(String text, String rest, int from, int to, @Nullable Period period, @Nullable String when, Place place) {
        if (drafts.size() <= now || period != null) {
            return false;
        }
        boolean timed = inner(place.paragraph(), from, to) != null;
        if (Phrasing.SAYS.matcher(Steps.of(rest)).matches() && Steps.matches(rest, "(?is)(?:it|they|the council) (?:will|should|must) (?:do|complete|carry out|take|pay|send) (?:this|so|it|that|these|both|all)\\b.*") && timed) {
            return false;
        }
        boolean asPart = Phrasing.AS_PART.matcher(Steps.of(text)).find();
        var says = Phrasing.SAYS.matcher(Steps.of(asPart ? Phrasing.AS_PART_THE_COUNCIL.matcher(Steps.of(rest)).replaceFirst("") : rest));
        boolean council = says.matches() && !Phrasing.NOT.matcher(Steps.of(says.group("rest"))).find();
        boolean also = Steps.matches(text, "(?is)(?:in addition|separately|finally|further|additionally|it has also)\\b.*") || council && Steps.matches(says.group(), "(?is).{0,60}\\b(?:will|should|must|to|has|council|it) (?:also|in addition|separately|further)\\b.*");
        var deed = council ? says.group("rest").strip() : "";
        boolean sum = !Amounts.in(place.paragraph(), from, to).isEmpty();
        boolean own = Phrasing.STRONG.matcher(Steps.of(deed)).find() && (when == null || sum);
        boolean reports = council && Cuts.belongs(deed);
        boolean passive = !council && !sum && !timed && (place.behind() && (isPassive(rest) || Phrasing.OF_A_PART.matcher(Steps.of(rest)).find()) || isPassive(rest) && !Kinds.ofPassive(rest).equals("apology"));
        // "The surveyor will report to both": who was named in what is to be done
        boolean theirs = council && !timed && !sum && !own && Steps.matches(says.group("who"), "(?-i:The|the) (?-i:[a-z]+ ){0,2}[a-z]+") && isItself(says.group("who")) && !Steps.matches(says.group("who"), "(?i)(?:the )?(?:councils?|(?:local )?authority|organisations?)");
        // "The Council will arrange a meeting. It should invite the school.": another modal for what is part of it
        boolean turns = council && willHere && !also && !own && !sum && !timed && Steps.matches(says.group("modal"), "(?i)should") && !Steps.matches(text, "(?is)(?:and|but|finally|the council)\\b.*");
        // "It will then assess the recordings": what the deed before has made
        boolean goesOn = council && !also && !sum && !timed && drafts.size() > now && Steps.matches(says.group("who"), "(?i)(?:it|they|the council)") && (Steps.matches(says.group(), "(?is).{0,40}\\bthen\\b.*") || place.behind() || Steps.matches(deed, "(?is)\\w+ (?:these|those|them|it|this|each|both)\\b.*")) && Cuts.continues(drafts.get(drafts.size() - 1).wording, Steps.replaceFirst(deed, "^(?i)(?:then|also) ", ""));
        var last = drafts.get(drafts.size() - 1);
        // "It will send her the report by 30 April" behind an investigation without a time: the deed is over then
        boolean ends = council && place.behind() && !also && !own && !sum && timed && last.period == null && Cuts.endsWithResult(deed);
        if (ends) {
            last.period = inner(place.paragraph(), from, to);
        }
        boolean more = ends || goesOn || turns || theirs || asPart && (council || passive) || council && !also && (reports || place.behind() && !own && !sum && !timed) || passive && !also;
        if (more && place.last() && place.paragraph().opens()) {
            leads.add(new Lead(place.paragraph().level(), place.paragraph().passage(), last.mode, last.period, last.council, last));
        }
        return more;
    }

    /** Whether a sentence says that the council refuses: not that it had refused what the sentence is about. */
    private static boolean refuses(String text) {
        var refusal = Phrasing.REFUSES.matcher(Steps.of(text));
        if (!refusal.find() || Phrasing.DOES.matcher(Steps.of(text)).find()) {
            return false;
        }
        var before = Steps.replaceFirst(text.substring(0, refusal.start()), "(?i)(?:\\bthe|\\bit)? *$", "");
        return before.isBlank() || Steps.matches(before, "(?is).*(?:[,;:-]|\\b(?:but|and|however|although|though|while|yet|so))") || !Steps.matches(before, "(?is).*\\b(?:will|should|must|agree[ds]?|accept(?:s|ed)?|recommend\\w*|asked?|that|which|for|because)\\b.*");
    }

    private void refuseWhatIsAsked() {
        // what was asked for before in this section is not agreed, whatever is said elsewhere
        for (int i = firstOpen; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            if (draft.asked) {
                draft.mode = Mode.REFUSED;
                draft.notes.add("The decision says that something was refused.");
            }
        }
    }

    private static String ended(String words) {
        return DecisionReader.ended(words);
    }

    private static int leading(String text, String pattern) {
        var found = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(Steps.of(text));
        return found.find() ? found.end() : 0;
    }

    private static int leading(String text, Pattern pattern) {
        var found = pattern.matcher(Steps.of(text));
        return found.lookingAt() ? found.end() : 0;
    }

    /** The period that "by the same date" means; none where none was named. */
    private @Nullable Period namedBefore() {
        for (int i = drafts.size() - 1; i >= firstOpen; i--) {
            var named = drafts.get(i).period;
            if (named != null && (named.within() != null || named.by() != null || Steps.matches(String.valueOf(named.fromWords()), "(?is)(?:by|before|no later than) .*"))) {
                return named;
            }
        }
        return carried;
    }

    /** Where the council comes behind "To remedy the injustice caused by these faults,"; 0 if it does not. */
    private static int behindOpener(String rest) {
        if (!Phrasing.OPENER.matcher(Steps.of(rest)).find() || Pattern.compile("^(?:to|in)\\b.{0,60}(?:another|other|similar|previous) (?:case|complaint|investigation)", Pattern.CASE_INSENSITIVE).matcher(Steps.of(rest)).find()) {
            return 0;
        }
        int last = Math.min(rest.length() - 1, Phrasing.LONGEST_OPENER);
        for (int i = 6; i < last; i++) {
            if (rest.charAt(i) == '"' || rest.charAt(i) == ':') {
                return 0;
            }
            if (rest.charAt(i) == ' ') {
                var behind = rest.substring(i + 1);
                boolean comma = rest.charAt(i - 1) == ',';
                var says = Phrasing.SAYS.matcher(Steps.of(behind));
                if (says.matches() && !Phrasing.NOT.matcher(Steps.of(says.group("rest"))).find() && (comma || Steps.matches(says.group("who"), "(?is)(?:the .*|it|they|.* council)")) || Phrasing.ASKS.matcher(Steps.of(behind)).matches() || comma && Steps.matches(behind, "(?is)(?:within|by|in the next) .{3,120}(?:council|it|they|trust|authority)\\b.*")) {
                    return i + 1;
                }
            }
        }
        return 0;
    }

    private static final Pattern MAY_BE_COUNCIL = Pattern.compile("[A-Z]|(?:the|it|they|both|an?|its|their|another|each)\\b");

    /** Where the council comes behind any other words and a comma; 0 if it does not. */
    private static int behindWords(String rest) {
        if (Phrasing.SAYS.matcher(Steps.of(rest)).matches()) {
            return 0;
        }
        for (int i = rest.indexOf(", "); i > 0 && i < Phrasing.LONGEST_OPENER; i = rest.indexOf(", ", i + 1)) {
            var behind = rest.substring(i + 2);
            var front = rest.substring(0, i);
            if (Phrasing.NOT_IN_FRONT.matcher(Steps.of(front)).find()) {
                return 0;
            }
            if (!MAY_BE_COUNCIL.matcher(Steps.of(behind)).lookingAt()) {
                continue;
            }
            var says = Phrasing.SAYS.matcher(Steps.of(behind));
            if (says.matches()) {
                return Phrasing.CONDITION_WORD.matcher(Steps.of(front)).find() ? 0 : i + 2;
            }
        }
        return 0;
    }

    private static boolean begins(String rest) {
        return Phrasing.SAYS.matcher(Steps.of(rest)).matches() || Phrasing.ASKS.matcher(Steps.of(rest)).matches() || isPassive(rest) || Phrasing.PREFIX.matcher(Steps.of(rest)).find() || Phrasing.CONDITION.matcher(Steps.of(rest)).find();
    }

    private static boolean isItem(String rest) {
        return Phrasing.ITEM.matcher(Steps.of(rest)).find() && !Phrasing.NO_ITEM.matcher(Steps.of(rest)).find() && !Phrasing.NOTE.matcher(Steps.of(rest)).find() && (Character.isLowerCase(rest.charAt(0)) || isVerbFirst(rest) || rest.charAt(0) == '£' || Character.isUpperCase(rest.charAt(0)) && Steps.matches(rest, "(?s)[A-Z][a-z]+ .*") && !Steps.matches(rest, "(?s)(?:I|We|He|She|It|You|This|That) .*"));
    }

    private void says(Matcher says, int from, int end, @Nullable Period before, @Nullable String when, Passage passage, Place place) {
        var paragraph = place.paragraph();
        int to = end;
        var lead = place.lead();
        var who = says.group("who");
        var modal = says.group("modal");
        var after = says.group("rest");
        int have = modal.equalsIgnoreCase("will") ? leading(after, "^ have (?=" + Verbs.DONE + "\\b)") : 0;
        if (Steps.matches(says.group(), "(?is)^(?:councils|a council)\\b.*") || have == 0 && Phrasing.NOT.matcher(Steps.of(after)).find()) {
            return;
        }
        if (Steps.matches(modal, "(?i).*\\b(?:agree[ds]?|accept(?:s|ed)?|confirm(?:s|ed)?|undertake[ns]?|undertook|promise[sd]?|commit(?:s|ted)?|consent(?:s|ed)?)(?: (?:with|to) (?:us|me|the ombudsman))?(?: that)?$") && !agreesToDo(after)) {
            if (Phrasing.DONE.matcher(Steps.of(after)).find() && Steps.matches(after, "(?is) it has .*")) {
                done.add(new Found<>(passage.text(), passage));
            } else if (after.contains("£") || Steps.matches(after, "(?is).*\\b(?:it|they|and) will (?!not\\b).*")) {
                whatElse(says.group(), passage, place);
            }
            return;
        }
        if (Phrasing.OTHER_CASE.matcher(Steps.of(after)).find() || when != null && before == null && modal.equalsIgnoreCase("should") && Phrasing.TELLS.matcher(Steps.of(after)).find()) {
            return;
        }
        boolean already = Steps.matches(says.group().substring(0, says.start("rest")), "(?i).*\\balready\\b.*") && !Steps.matches(modal, "(?i).*(agree|accept|confirm|undertak|commit|promis).*");
        if (already) {
            done.add(new Found<>(passage.text(), passage));
            return;
        }
        var sort = Pattern.compile("(?i)^(?:the )?(parish|town|county|district|city|borough) council$").matcher(Steps.of(who));
        if (sort.matches() && !councils.isEmpty() && councils.stream().noneMatch(one -> one.toLowerCase(Locale.ROOT).contains(sort.group(1).toLowerCase(Locale.ROOT)))) {
            return;
        }
        var council = isItself(who) ? lead == null ? null : lead.council : Steps.replaceFirst(who, "^(?i)the ", "");
        if (asksNothing && Steps.matches(modal, "(?i)should|must|needs? to|ought to|is to|are to")) {
            return;
        }
        int start = from + says.start("rest") + have;
        if (says.group("aside") != null) {
            var inside = inner(paragraph, from + says.start("aside"), from + says.end("aside"));
            before = inside == null ? before : inside;
        }
        // another modal behind what was agreed: "has agreed that, within one month, it will"
        var mode = mode(modal);
        Period period = before == null ? inner(paragraph, from + says.start("modal"), from + says.end("modal")) : before;
        if (period == null && Phrasing.SAME_TIME_WITHIN.matcher(Steps.of(modal)).find()) {
            period = namedBefore();
        }
        boolean again = true;
        boolean perfect = have > 0;
        while (again) {
            again = false;
            start += leading(paragraph.text().substring(start, to), Phrasing.ADVERBS);
            var spots = periods.in(paragraph, start, to);
            if (!spots.isEmpty() && spots.get(0).from() == 0) {
                period = spots.get(0).period();
                start += spots.get(0).to();
                again = true;
                continue;
            }
            int same = period == null ? leading(paragraph.text().substring(start, to), Phrasing.SAME_TIME) : 0;
            if (same > 0) {
                period = namedBefore();
                start += same;
                again = true;
                continue;
            }
            var rest = paragraph.text().substring(start, to);
            int skip = leading(rest, "^(?:(?:in order )?to (?:remedy|put right|address|acknowledge|recognise)\\b[^:,]{3,160}, (?=(?:to |it |\\w))|as a (?:remedy|gesture)[^:,]{0,60}, |as (?:it|they) (?:has|have) (?:already |now )?(?:agreed|offered|said|promised)\\b[^:,]{0,30}, |in addition, |(?:it|they|the council)(?= ?:| (?:also )?(?:(?!is\\b|was\\b|has\\b)[a-z]+s\\b|" + Verbs.STRONG + "|" + Verbs.WEAK + ")))");
            int had = skip > 0 || !modal.equalsIgnoreCase("will") ? 0 : leading(rest, "^have (?=" + Verbs.DONE + "\\b)");
            perfect |= had > 0;
            skip = skip > 0 ? skip : had;
            skip = skip > 0 ? skip : leading(rest, Phrasing.PROPOSAL);
            skip = skip > 0 ? skip : leading(rest, Phrasing.AGAIN);
            skip = skip > 0 ? skip : leading(rest, Phrasing.ASIDE);
            if (skip > 0) {
                start += skip;
                again = true;
            }
        }
        start += leading(paragraph.text().substring(start, to), "^[ :]*(?:to )?(?:also )?");
        if (perfect) {
            var does = withVerbs(paragraph, start, to, Phrasing.PARTICIPLE, Verbs::ofDone);
            to += does.text().length() - paragraph.text().length();
            paragraph = does;
        }
        var rest = paragraph.text().substring(start, to);
        if (period == null && lead != null) {
            period = lead.period;
        }
        statement(paragraph, start, to, rest, mode, council, period, when, passage, place);
    }

    /** Words that name no other body than the council that the decision is about. */
    private static boolean isItself(String who) {
        return Steps.matches(who, "(?i)(?:(?:the )?councils?|it|they|both|(?:the )?(?:local )?authority|the organisations?|both councils|each council|" + Phrasing.OFFICER + ")");
    }

    private void asks(Matcher asks, int from, int to, @Nullable Period before, Passage passage, Place place) {
        var paragraph = place.paragraph();
        int start = from + asks.start("rest");
        Period period = before;
        start += leading(paragraph.text().substring(start, to), "^[ ,]*");
        var spots = periods.in(paragraph, start, to);
        if (!spots.isEmpty() && spots.get(0).from() == 0) {
            period = spots.get(0).period();
            start += spots.get(0).to();
        }
        var asked = Phrasing.ASKED_VERB.matcher(Steps.of(Steps.replaceFirst(Steps.replaceFirst(paragraph.text().substring(start, to), "^[ ,]+", " "), "^(?=\\S)", " ")));
        var council = (String) null;
        if (asked.matches()) {
            var who = asked.group("who");
            council = isItself(who) ? null : Steps.replaceFirst(who, "^(?i)the ", "");
            start = to - asked.group("rest").length();
            if (Steps.matches(asked.group("rest"), "(?is)[ ,]*(?:for|whether|about|if|why|how|what|when|where)\\b.*")) {
                return;
            }
        } else if (isDoneToSomebody(paragraph.text().substring(start, to))) {
            var mode = agreedHere ? Mode.AGREED : Mode.ASKED;
            int drafted = drafts.size();
            statement(paragraph, start, to, paragraph.text().substring(start, to), mode, null, period, null, passage, place);
            drafts.subList(drafted, drafts.size()).forEach(draft -> draft.asked = true);
            return;
        } else if (!Steps.matches(paragraph.text().substring(start, to), "(?is)(?:an?|the following|£|as follows|:).*") || Steps.matches(paragraph.text().substring(start, to), "(?is).*\\b(?:it|they|council) (?:has |have |had )?(?:accept|agree).*")) {
            return;
        }
        boolean again = true;
        while (again) {
            again = false;
            start += leading(paragraph.text().substring(start, to), "^[ ,]*(?:to |should |will )?");
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
        int drafted = drafts.size();
        statement(paragraph, start, to, paragraph.text().substring(start, to), mode, council, period == null && place.lead() != null ? place.lead().period : period, null, passage, place);
        drafts.subList(drafted, drafts.size()).forEach(draft -> draft.asked = true);
        if (!leads.isEmpty() && leads.get(leads.size() - 1).passage.equals(passage)) {
            leads.get(leads.size() - 1).asked = true;
        }
    }

    private static boolean agreesToDo(String after) {
        return Phrasing.AGAIN.matcher(Steps.of(after.strip())).find() || Phrasing.PROPOSAL.matcher(Steps.of(after.strip())).find() || Steps.matches(after, "(?is)[ ,]+(?:to |that |it (?:will|would|should|has) |within |by (?:\\d|the |[a-z]+day)|in (?:the next|one|two|three|four)|an? (?:\\w+ )?(?:apology|payment)|the following|and |: ).*|[ ,]*:.*") && !Steps.matches(after, "(?is)[ ,]+(?:that )?(?:it|its|there|this|the|with|my|our|he|she|mr|mrs|ms|that it (?:was|is|had|did|could)) (?:was|is|were|had|did|could|should have|failed|fault|finding).*");
    }

    /** What the council does, with what follows it. */
    private void statement(Paragraph paragraph, int from, int end, String words, Mode asked, @Nullable String council, @Nullable Period before, @Nullable String when, Passage passage, Place place) {
        var mode = asked;
        var period = before;
        int to = end;
        var rest = words;
        var agrees = Phrasing.AND_IT_AGREES.matcher(Steps.of(rest));
        if ((rest.contains("agreed") || rest.contains("accepted")) && agrees.find() && agrees.start() > 0 && Steps.matches(withoutPeriods(paragraph, from + agrees.end(), end), "[ ,:.]*")) {
            mode = Mode.AGREED;
            period = period == null ? inner(paragraph, from + agrees.end(), end) : period;
            to = from + agrees.start();
            rest = rest.substring(0, agrees.start());
        }
        var aside = Pattern.compile(", as (?:it|they) (?:has|have) (?:already |now )?(?:agreed|offered|said|promised)\\b[^,:;]{0,40}$", Pattern.CASE_INSENSITIVE).matcher(Steps.of(rest));
        if (rest.contains(", as ") && aside.find()) {
            to = from + aside.start();
            rest = rest.substring(0, aside.start());
        }
        period = period == null ? carried : period;
        var under = place.lead() == null ? null : place.lead().passage;
        boolean opens = place.last() && paragraph.opens();
        if (Phrasing.PREAMBLE.matcher(Steps.of(rest)).find() && !opens) {
            carried = place.last() ? carried : period != null ? period : inner(paragraph, from, to);
            return;
        }
        if (!place.last() && paragraph.opens() && Steps.matches(rest, "(?is)(?:carry out|take|do|complete|implement|follow|accept|act on)\\b.{0,60}\\b(?:recommendations?|actions?|remed(?:y|ies)|steps)\\b.*")) {
            // what they are stands behind, with this period
            carried = period != null ? period : inner(paragraph, from, to);
            return;
        }
        var bare = withoutPeriods(paragraph, from, to);
        if (rest.isBlank() || opens && isOverList() && Steps.matches(rest, "(?is)(?:to )?(?:take|do|carry out|complete)?\\b.*\\b(?:is|are)(?: to| as follows)? ?:") || Phrasing.GENERIC.matcher(Steps.of(bare)).matches() || Phrasing.BETTERMENT.matcher(Steps.of(bare)).find()) {
            var inside = period != null ? period : inner(paragraph, from, to);
            var own = inside != null ? inside : carried;
            if (opens || place.last() && rest.isBlank() && !Steps.matches(paragraph.text().strip(), "(?s).*[.;?!]") || place.last() && Steps.matches(rest, "(?is).*\\b(?:following|below)\\b.*") || place.last() && Steps.matches(rest, "(?is)(?:take|carry out|complete) (?:some |several |further |a number of )?(?:steps|actions?|action)\\b.*")) {
                leads.add(new Lead(paragraph.level(), passage, mode, own, council, null));
            } else if (!place.last() && Steps.matches(rest, "(?is).*\\b(?:following|what follows|two|three|four|five|six|several|number of)\\b.*")) {
                carried = own;
            } else if (Phrasing.EARLIER.matcher(Steps.of(rest)).find()) {
                backwards(paragraph, from, to, rest, period);
            }
            return;
        }
        int row = rest.indexOf(": ");
        if (row > 0 && Phrasing.GENERIC.matcher(Steps.of(withoutPeriods(paragraph, from, from + row + 1))).matches()) {
            phrases(paragraph, from + row + 2, to, mode, council, period != null ? period : inner(paragraph, from, from + row), passage, under);
            return;
        }
        if (Phrasing.UNTIL_THEN.matcher(Steps.of(rest)).find() || Phrasing.IN_ORDER.matcher(Steps.of(rest)).find() && inOrder(paragraph, from, to, rest)) {
            return;
        }
        boolean sum = Steps.matches(rest, "(?is)(?:to )?(?:make|pay|send) the (?:\\w+ )?(?:payments?|sum)\\b.*") && !Amounts.in(paragraph, from, to).isEmpty() && drafts.subList(firstOpen, drafts.size()).stream().noneMatch(draft -> draft.kind.equals("payment"));
        if (!sum && finishes(rest)) {
            backwards(paragraph, from, to, rest, period);
            return;
        }
        if (!sum && Phrasing.EARLIER.matcher(Steps.of(rest)).find() && !Phrasing.EVIDENCE.matcher(Steps.of(rest)).find() && isBackwards(rest) && !isOverPayments(paragraph, to, rest)) {
            backwards(paragraph, from, to, rest, period);
            return;
        }
        var by = Phrasing.BY_DOING.matcher(Steps.of(rest));
        if (by.find()) {
            var inside = period != null ? period : inner(paragraph, from, to);
            if (opens && by.end() == rest.length()) {
                leads.add(new Lead(paragraph.level(), passage, mode, inside, council, null));
                return;
            }
            var doing = withVerbs(paragraph, from + by.end(), to, Phrasing.GERUND, Verbs::base);
            if (doing.text().length() < paragraph.text().length()) {
                phrases(doing, from + by.end(), to + doing.text().length() - paragraph.text().length(), mode, council, inside, passage, under);
                return;
            }
        }
        int drafted = drafts.size();
        phrases(paragraph, from, to, mode, council, period, passage, under);
        if (when != null) {
            drafts.subList(drafted, drafts.size()).forEach(draft -> depends(draft, when, passage));
        }
        restated(drafted);
        if (opens && drafts.size() > drafted) {
            opens(paragraph, rest, mode, council, period, passage, drafts.get(drafts.size() - 1));
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

    /** An apology or a payment that was named before in this section, to the same person and of the same sum, is the same one: what is said of it again is its period. */
    private void restated(int since) {
        for (int at = drafts.size() - 1; at >= since; at--) {
            var again = drafts.get(at);
            var first = drafts.subList(firstOpen, since).stream().filter(one -> isSame(one, again)).findFirst();
            if (first.isPresent()) {
                if (first.get().period == null && again.period != null) {
                    first.get().period = again.period;
                }
                drafts.remove(at);
            }
        }
    }

    private static boolean isSame(Draft one, Draft again) {
        boolean kind = one.kind.equals(again.kind) && (one.kind.equals("apology") || one.kind.equals("payment") && one.amount != null);
        if (!kind || one.replaced || one.mode != again.mode || !Objects.equals(one.beneficiary, again.beneficiary) || !Objects.equals(one.council, again.council) || !Objects.equals(sum(one), sum(again))) {
            return false;
        }
        boolean period = one.period == null || again.period == null || Objects.equals(one.period.within(), again.period.within()) && Objects.equals(one.period.by(), again.period.by());
        var why = Pattern.compile("\\b(?:for|because|in recognition|to (?:recognise|acknowledge|reflect|remedy))\\b.*").matcher(Steps.of(again.wording));
        return period && !Steps.matches(again.wording, "(?is).*\\b(?:further|additional|another|second|extra|more|separate(?:ly)?)\\b.*") && (!why.find() || one.wording.contains(why.group()));
    }

    private static @Nullable String sum(Draft draft) {
        var amount = draft.amount;
        return amount == null ? null : amount.pounds().stripTrailingZeros().toPlainString() + amount.each() + amount.times() + amount.least();
    }

    /** "It will pay this within a month", behind the payment. */
    private boolean paysWhatWasNamed(String text) {
        return Steps.matches(text, "(?is)pay (?:this|it|that|these)\\b(?!(?: \\w+)? to\\b).*") && drafts.subList(firstOpen, drafts.size()).stream().anyMatch(draft -> draft.kind.equals("payment") && draft.amount != null);
    }

    /** "It will complete the review within three months": by when what was named before is to end. */
    private boolean finishes(String rest) {
        var names = Pattern.compile("^(?:to )?(?:complete|finish|conclude|carry out|deliver|do) (?:the|this|that) (review|audit|training|assessment|reassessment|investigation|work|exercise|check)s?\\b(?! (?:of|into|for|on|about|to)\\b)", Pattern.CASE_INSENSITIVE).matcher(Steps.of(rest));
        return Steps.matches(rest, "(?is)(?:to )?make the (?:first|last|second|next) (?:payments?|instalments?|of (?:these|the|its) (?:payments?|instalments?))\\b.*") || names.find() && drafts.subList(firstOpen, drafts.size()).stream().anyMatch(draft -> draft.wording.toLowerCase(Locale.ROOT).contains(names.group(1).toLowerCase(Locale.ROOT)));
    }

    /** "Make these payments:" over what they are. */
    private static boolean isOverPayments(Paragraph paragraph, int to, String rest) {
        return paragraph.opens() && Steps.matches(rest, "(?is)(?:to )?(?:make|pay) (?:these|the following|the) (?:[a-z]+ )?(?:payments|sums|amounts)\\b[^.;]{0,60}") && paragraph.text().length() - to < 3;
    }

    private static boolean isBackwards(String rest) {
        return Steps.matches(rest, "(?is)(?:to )?(?:take|do|carry out|complete|undertake|implement|perform|finish|deliver|action|comply with|act on|fulfil|provide|make)\\b ?(?:all (?:of )?|each of |both (?:of )?)?(?:(?<=both |all )(?:payments|apologies|actions|steps|of (?:this|these|them)|within|by|no later)|this|these|so|that|it|the (?:above|agreed|recommended|actions?|recommendations?|remed(?:y|ies)|payments?|personal|service|apology)|above|my recommendations|our recommendations|everything|all)\\b.{0,120}");
    }

    private void depends(Draft draft, String when, Passage passage) {
        var period = draft.period;
        if (period == null) {
            draft.period = new Period(null, null, Period.From.OTHER, when, passage);
        } else if (period.from() == Period.From.NOT_STATED && period.by() == null && period.within() != null && Steps.matches(period.within(), "\\d.*")) {
            draft.period = new Period(period.within(), null, Period.From.OTHER, when, period.passage());
        }
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

    private static boolean isDoneToSomebody(String rest) {
        return isPassive(rest) || Phrasing.RECEIVES.matcher(Steps.of(rest)).matches();
    }

    /** Whether something will be done to somebody or something that was not named before. */
    private static boolean isPassive(String rest) {
        if (!rest.contains(" be ") && !rest.contains(" happen") && !rest.contains(" take place")) {
            return false;
        }
        if (Phrasing.ANYWAY.matcher(Steps.of(rest)).find()) {
            return false;
        }
        var passive = Phrasing.PASSIVE.matcher(Steps.of(rest));
        return passive.matches() && !Phrasing.DOES.matcher(Steps.of(rest)).find() && (!Phrasing.NOTE.matcher(Steps.of(rest)).find() || Steps.matches(rest, "(?is)(?:mr|mrs|ms|miss|mx)\\b.*|the (?:training|review|letter|policy|code|guidance)\\b.*\\b(?:will|is to|are to) .*")) && !Phrasing.EVIDENCE.matcher(Steps.of(passive.group("what"))).find();
    }

    private void passive(Paragraph paragraph, int from, int to, @Nullable Period before, Passage passage, @Nullable Lead lead) {
        var rest = paragraph.text().substring(from, to);
        if (Phrasing.DENIED.matcher(Steps.of(rest)).find()) {
            return;
        }
        phrases(paragraph, from, to, lead == null ? mode("will") == Mode.AGREED && (headingAgrees || agreedHere) ? Mode.AGREED : Mode.ASKED : lead.mode, lead == null ? null : lead.council, before != null ? before : lead == null ? null : lead.period, passage, lead == null ? null : lead.passage);
    }

    private void item(int from, int to, @Nullable Period before, Passage passage, Lead lead, Place place) {
        lead.items++;
        var paragraph = place.paragraph();
        var rest = paragraph.text().substring(from, to);
        if (Phrasing.DENIED.matcher(Steps.of(head(rest))).find()) {
            return;
        }
        int start = from + leading(rest, "^(?:to |that it (?:will |should )?|also |then )*");
        start += leading(paragraph.text().substring(start, to), "^(?:\\([^()£]{3,60}\\) )?(?:(?:following|after|at|during|with|before|having) [^,;:£]{3,80}, )?(?=" + Verbs.STRONG + "|" + Verbs.WEAK + ")");
        if (lead.items > 1 && before == null && drafts.size() > Math.max(firstOpen, group) && Cuts.goesOnAsItem(drafts.get(drafts.size() - 1), Steps.replaceFirst(rest, "^(?i)(?:to |then )*", ""))) {
            return;
        }
        int drafted = drafts.size();
        if (Phrasing.PREAMBLE.matcher(Steps.of(paragraph.text().substring(start, to))).find()) {
            return;
        }
        phrases(paragraph, start, to, lead.mode, lead.council, before != null ? before : lead.period, passage, lead.passage);
        drafts.subList(drafted, drafts.size()).forEach(draft -> draft.asked = lead.asked);
        if (place.last() && paragraph.opens() && drafts.size() > drafted) {
            opens(paragraph, rest, lead.mode, lead.council, lead.period, passage, drafts.get(drafts.size() - 1));
        }
    }

    private static String head(String rest) {
        var words = Steps.split(rest, " ", 5);
        return String.join(" ", List.of(words).subList(0, Math.min(3, words.length)));
    }

    private String withoutPeriods(Paragraph paragraph, int from, int to) {
        var text = new StringBuilder(paragraph.text().substring(from, to));
        var spots = periods.in(paragraph, from, to);
        for (int i = spots.size() - 1; i >= 0; i--) {
            text.delete(spots.get(i).from(), spots.get(i).to());
        }
        return Steps.replaceAll(text.toString(), " +", " ").strip();
    }

    private @Nullable Period inner(Paragraph paragraph, int from, int to) {
        var spots = periods.in(paragraph, from, to);
        return spots.isEmpty() ? null : spots.get(0).period();
    }

    private static final String JOINT = "^(?:[,;]? ?(?:and then|and|as well as|plus|together with),? (?:that,? )?|[,;] )?(?:(?:it|they|the council) )?(?:will |would |should |has agreed to |must |to |also |then )*";

    /** The actions of one statement or item. */
    private void phrases(Paragraph paragraph, int from, int to, Mode mode, @Nullable String council, @Nullable Period period, Passage passage, @Nullable Passage under) {
        var whole = paragraph.text().substring(from, to);
        int end = from + whole.length() - whole.stripLeading().length() + ended(whole).length();
        var cuts = new ArrayList<Integer>();
        cuts.add(from);
        cuts.addAll(Cuts.of(paragraph.text().substring(from, end)).stream().map(cut -> from + cut).toList());
        cuts.add(end);
        int before = drafts.size();
        var closing = periods.in(paragraph, from, end);
        int paid = behindSums(paragraph, cuts);
        for (int i = paid; i + 1 < cuts.size(); i++) {
            int start = cuts.get(i) + leading(paragraph.text().substring(cuts.get(i), cuts.get(i + 1)), JOINT);
            var own = i == 0 ? List.<Periods.Spot>of() : periods.in(paragraph, start, cuts.get(i + 1));
            if (!own.isEmpty() && own.get(0).from() == 0) {
                start += own.get(0).to();
                start += leading(paragraph.text().substring(start, cuts.get(i + 1)), "^[ ,]*(?:(?:it|they|the council) )?(?:will |should |would |has agreed to |must |to |also |then )*");
            }
            int same = own.isEmpty() || own.get(0).from() > 0 ? leading(paragraph.text().substring(start, cuts.get(i + 1)), Phrasing.SAME_TIME) : 0;
            start += same;
            var within = !own.isEmpty() && own.get(0).from() == 0 ? own.get(0).period() : same > 0 ? namedBefore() : period;
            boolean closes = within == null && !closing.isEmpty() && closing.get(closing.size() - 1).to() == end - from && isBackwards(paragraph.text().substring(start, cuts.get(i + 1)));
            phrase(paragraph, start, cuts.get(i + 1), mode, council, closes ? closing.get(closing.size() - 1).period() : within, passage, under);
        }
        // a period at the end of a statement is for all of it
        var added = drafts.subList(before, drafts.size());
        int behind = cuts.get(cuts.size() - 2);
        if (cuts.size() > 2 && period == null && isBackwards(paragraph.text().substring(behind + leading(paragraph.text().substring(behind, end), JOINT), end))) {
            var tail = inner(paragraph, behind, end);
            added.stream().filter(draft -> draft.period == null && tail != null).forEach(draft -> draft.period = tail);
        }
        if (added.size() > 1 && period == null) {
            var last = added.get(added.size() - 1).period;
            if (last != null && paragraph.text().substring(cuts.get(cuts.size() - 2), end).strip().endsWith(Lines.evened(last.passage().text()))) {
                added.stream().filter(draft -> draft.period == null).forEach(draft -> draft.period = last);
            }
        }
    }

    /** "Work out what it owes, tell her how, and pay her the difference": which part is the payment that the others lead to; 0 where none is. */
    private static int behindSums(Paragraph paragraph, List<Integer> cuts) {
        if (!Steps.matches(paragraph.text().substring(cuts.get(0)), "(?is)(?:to )?(?:calculate|work out)\\b.*")) {
            return 0;
        }
        for (int i = 1; i + 1 < cuts.size(); i++) {
            var part = paragraph.text().substring(cuts.get(i), cuts.get(i + 1));
            if (Steps.matches(part.substring(leading(part, JOINT)), "(?is)(?:(?:re)?pay|refund|reimburse) [^£,;]{0,40}?\\b(?:difference|this|that|it|(?:the|any) (?:\\w+ )?(?:sum|amount|arrears|balance|shortfall|result|total))\\b.*")) {
                return i;
            }
        }
        return 0;
    }

    private void phrase(Paragraph paragraph, int from, int end, Mode mode, @Nullable String council, @Nullable Period before, Passage passage, @Nullable Passage under) {
        var text = paragraph.text().substring(from, end);
        if (ended(text).isBlank() || Steps.matches(text, "(?is)be\\b.*|(?:all (?:of )?)?(?:my|our|these|the) (?:\\w+ )?recommendations?,? .*|(?:do|act) as (?:I|we|the ombudsman)\\b.*|" + Phrasing.BARE_TOTAL + "[ ,.;]*|not\\b.*|follow (?:this|it|that) up\\b.*|(?:to )?(?:do |provide )?(?:this|it|that|these|them|so|both|all)[ ,.;]*|.*\\b(?:in the (?:usual|normal|ordinary) way|as (?:usual|normal|it (?:normally|usually) would))\\b.*") || Phrasing.EVIDENCE.matcher(Steps.of(Kinds.present(text))).lookingAt()) {
            return;
        }
        if (isDone(text)) {
            done.add(new Found<>(passage.text(), passage));
            return;
        }
        boolean owed = Steps.matches(text, "(?is)(?:make|pay|send) the .*£.*") && drafts.subList(firstOpen, drafts.size()).stream().noneMatch(draft -> draft.kind.equals("payment"));
        if (!owed && !isOverPayments(paragraph, end, text) && (isBackwards(text) || paysWhatWasNamed(text))) {
            backwards(paragraph, from, end, text, before);
            return;
        }
        boolean passive = isDoneToSomebody(text);
        var bare = withoutPeriods(paragraph, from, end);
        var kind = passive ? Kinds.ofPassive(bare) : Kinds.of(bare);
        var names = people.of(text);
        var own = period(paragraph, from, end, text, before != null && before.from() == Period.From.DECISION);
        var period = own.orElse(before == null && (text.contains(" the same ") || text.contains(", also ")) && Steps.matches(text, "(?is).*\\b(?:by|within|in) the same (?:date|day|time|period|deadline)(?:[ ,.;]*| (?:for|to|in|because|as)\\b.*)|.*, also within (?:the|that) (?:month|time|period)[ ,.;]*") ? namedBefore() : before);
        var amounts = kind.equals("payment") ? Amounts.in(paragraph, from, end) : List.<Amount>of();
        if (amounts.isEmpty()) {
            boolean apart = kind.equals("apology") && names.size() > 1 && People.separately(text, null) && !Steps.matches(text, "(?is)(?:to )?apologi[sz]es? (?:in writing )?to both\\b.*|.*\\bboth of\\b.*");
            var to = isForAll(kind) ? List.of("The council") : names.isEmpty() ? people.complainant().filter(one -> kind.equals("apology") || kind.equals("payment")).stream().filter(one -> !Steps.matches(text, "(?is).*\\b(?:them|him|her)\\b.*")).toList() : names;
            for (var name : apart ? to : List.of(joined(to))) {
                drafts.add(draft(mode, kind, name.isEmpty() ? null : name, null, council, passage, under, period, ended(text)));
            }
            return;
        }
        if (amounts.size() > 1 && names.size() == amounts.size() && !People.separately(text, null)) {
            for (int i = 0; i < names.size(); i++) {
                add(List.of(amounts.get(i)), mode, council, List.of(names.get(i)), passage, under, period, ended(text));
            }
            return;
        }
        var couple = names.size() == 1 && amounts.size() == 1 && "person".equals(amounts.get(0).each()) ? COUPLE.matcher(Steps.of(names.get(0))) : null;
        if (couple != null && couple.matches()) {
            names = List.of(couple.group(1) + " " + couple.group(3), couple.group(2) + " " + couple.group(3));
        }
        boolean apart = names.size() > 1 && amounts.size() == 1 && People.separately(text, amounts.get(0));
        if (apart) {
            for (var one : names) {
                add(List.of(each(amounts.get(0))), mode, council, List.of(one), passage, under, period, ended(text));
            }
        } else if (amounts.size() > 1 && !names.isEmpty()) {
            int at = from;
            var pieces = new ArrayList<String>();
            for (int i = 0; i < amounts.size(); i++) {
                int next = i + 1 < amounts.size() ? paragraph.index(amounts.get(i + 1).passage().from()) : end;
                pieces.add(paragraph.text().substring(at, Math.max(at, next)));
                at = Math.max(at, next);
            }
            for (int i = 0; i < amounts.size(); i++) {
                var whom = people.of(pieces.get(i));
                add(List.of(amounts.get(i)), mode, council, whom.isEmpty() ? names.subList(0, 1) : whom.subList(0, 1), passage, under, period, ended(text));
            }
        } else {
            add(amounts, mode, council, names.isEmpty() ? people.complainant().stream().toList() : List.of(joined(names)), passage, under, period, ended(text));
        }
    }

    private static final Pattern COUPLE = Pattern.compile("(Mr|Mrs|Ms|Miss|Mx|Dr) and (Mr|Mrs|Ms|Miss|Mx|Dr) (\\S+)");

    private static boolean isForAll(String kind) {
        return kind.equals("training") || kind.equals("procedure");
    }

    private static Amount each(Amount amount) {
        return new Amount(amount.pounds(), amount.least(), "person".equals(amount.each()) ? null : amount.each(), amount.times(), amount.passage());
    }

    private static String joined(List<String> names) {
        return names.size() < 2 ? String.join("", names) : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    private void add(List<Amount> amounts, Mode mode, @Nullable String council, List<String> names, Passage passage, @Nullable Passage under, @Nullable Period period, String wording) {
        for (var amount : amounts) {
            drafts.add(draft(mode, "payment", names.isEmpty() ? null : joined(names), amount, council, passage, under, period, wording));
        }
    }

    private Draft draft(Mode mode, String kind, @Nullable String beneficiary, @Nullable Amount amount, @Nullable String council, Passage passage, @Nullable Passage under, @Nullable Period period, String wording) {
        var draft = new Draft(mode, kind, beneficiary, amount, council, passage, under, period, wording);
        if (beneficiary == null) {
            draft.notes.add("For whom it is could not be read.");
        }
        if (kind.equals("payment") && amount == null) {
            draft.notes.add("No sum is named.");
        } else if (amount != null && amount.least() != null) {
            draft.notes.add("The sum is a range: " + amount.passage().text() + ".");
        } else if (amount != null && amount.total() == null) {
            draft.notes.add("The sum is for each " + amount.each() + ", and how often it is to be paid could not be read.");
        } else if (amount != null && amount.each() != null) {
            draft.notes.add("£" + amount.pounds().toPlainString() + " for each " + amount.each() + ", " + amount.times() + " times: the total is worked out here.");
        }
        return draft;
    }

    private static boolean isDone(String text) {
        return Steps.matches(text, "(?is)already .*|(?:has|have) (?:already |since |now )?\\w+(?:ed|id|en|ne|nt|de)\\b.*");
    }

    /** The period of one action within its own words: not one that is part of what staff are told. */
    private Optional<Period> period(Paragraph paragraph, int from, int end, String text, boolean over) {
        var own = periods.in(paragraph, from, end).stream().filter(spot -> isOwn(spot, text, over)).toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        // "visit by 30 June, measure the hedge and …", "visit by 15 May and send this to … by 30 June": the first verb's time is that of the deed
        return Optional.of(own.stream().filter(spot -> FIRST_OF_TWO.matcher(Steps.of(text.substring(Math.min(spot.to(), text.length())))).find()).findFirst().orElse(own.get(own.size() - 1)).period());
    }

    /** Behind a time: another verb of the same deed. */
    private static final Pattern FIRST_OF_TWO = Pattern.compile("^(?:,? (?:and|and then|then)|,) (?:to |then )?(?:" + Verbs.STRONG + "|" + Verbs.WEAK + " )", Pattern.CASE_INSENSITIVE);

    private static boolean isOwn(Periods.Spot spot, String text, boolean over) {
        var before = text.substring(0, Math.min(spot.from(), text.length()));
        var behind = text.substring(Math.min(spot.to(), text.length()));
        boolean first = before.isBlank();
        boolean forWhat = Steps.matches(text, "(?is)(?:apologi|send|write|provide|an? (?:\\w+ )?apology).*") && Steps.matches(before, "(?is).*\\bfor (?:not|the|its|failing|his|her|their)\\b.*");
        boolean decided = spot.period().from() == Period.From.DECISION;
        boolean day = spot.period().by() != null;
        if (!first && !decided && !day && Steps.matches(before, "(?is).*\\b(?:in order to|so as to|so that)\\b.*")) {
            return false;
        }
        if (over && !first && !decided && !day && Phrasing.WHAT_FOR.matcher(Steps.of(before)).find()) {
            return false;
        }
        if (spot.period().from() != Period.From.OTHER && before.endsWith(", ") && Steps.matches(behind, "[ ,.;)]*") && !Steps.matches(before, "(?is).*\\b(?:remind|train|brief|instruct)\\w*\\b.*")) {
            return true;
        }
        // "see to it that the works are finished by 30 September 2022": by when it is done, not what is to be so from then on
        if (day && Steps.matches(before, "(?is)(?:to )?(?:see to it|see|make sure|ensure) (?:that )?(?!(?:it|its|they|staff|officers?|all|every|any|each)\\b)[^,;]{2,60}? (?:is|are|be|gets?) (?:\\w+ )?(?:\\w+ed|done|put|made|built|cut|found|held)\\b[^,;]*")) {
            return true;
        }
        boolean subordinate = Phrasing.SUBORDINATE.matcher(Steps.of(before)).find();
        if (day && behind.startsWith(", ") && Steps.matches(behind, "(?s), [a-z]+ (?:the|an?|its|his|her|their|any|this|it)\\b.*") && !subordinate) {
            return true;
        }
        boolean last = Steps.matches(behind, "(?s)[ ,.;)]*(?:to|for|in recognition|because|as|that|of|on|with|so|and)\\b.*|[ ,.;)]*");
        boolean after = spot.period().from() == Period.From.OTHER && spot.period().within() != null && last && !Steps.matches(before, "(?is).*\\b(?:that (?:it|they|staff|officers)|must|should|ensur\\w+|remind\\w*|train\\w*|brief\\w*)\\b.*");
        return first || decided || after || last && !subordinate && (day || !forWhat && spot.period().within() != null);
    }

    /** "It should do the first two within a month and the last within two": a period for some of those that were named before; false if none is said. */
    private boolean inOrder(Paragraph paragraph, int from, int to, String rest) {
        int since = drafts.size() > now ? now : Math.max(firstOpen, groupBefore);
        boolean ofDecision = OF_DECISION.matcher(Steps.of(rest)).find();
        var places = PLACE.matcher(Steps.of(paragraph.text())).region(from, to).results().toList();
        boolean any = false;
        int next = since;
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var period = inner(paragraph, place.end(), i + 1 < places.size() ? places.get(i + 1).start() : to);
            var word = place.group(1).toLowerCase(Locale.ROOT);
            var said = place.group(2) == null ? null : Amounts.number(place.group(2));
            int often = said == null ? 1 : said;
            int first = word.equals("first") ? since : word.equals("second") ? since + 1 : word.equals("third") ? since + 2 : word.equals("last") || word.equals("final") ? drafts.size() - often : next;
            int end = Steps.matches(word, "others?|rest|remaining|remainder") ? drafts.size() : first + often;
            for (int at = Math.max(since, first); period != null && at < Math.min(end, drafts.size()); at++) {
                any = true;
                next = at + 1;
                if (drafts.get(at).period == null) {
                    drafts.get(at).period = ofDecision && period.by() == null && (period.from() == Period.From.NOT_STATED || String.valueOf(period.fromWords()).contains("decision")) ? new Period(period.within(), null, Period.From.DECISION, null, period.passage()) : period;
                }
            }
        }
        return any;
    }

    /** "It should do this within one month": a period for what was named before. */
    private void backwards(Paragraph paragraph, int from, int to, String rest, @Nullable Period before) {
        var period = before != null ? before : inner(paragraph, from, to);
        if (period == null) {
            return;
        }
        var lower = rest.toLowerCase(Locale.ROOT);
        var spots = periods.in(paragraph, from, to);
        if (before == null && spots.size() > 1 && Steps.matches(lower, "(?s).*\\b(?:personal|individual)\\b.*\\b(?:service|wider|improvements?|procedural)\\b.*")) {
            // "the personal remedy within one month and the service improvements within three"
            var last = spots.get(spots.size() - 1).period();
            boolean decision = last.from() == Period.From.DECISION && period.by() == null && period.from() == Period.From.NOT_STATED;
            var first = decision ? new Period(period.within(), null, Period.From.DECISION, null, period.passage()) : period;
            drafts.subList(firstOpen, drafts.size()).stream().filter(draft -> draft.period == null).forEach(draft -> {
                draft.period = isForAll(draft.kind) ? last : first;
            });
            return;
        }
        boolean one = Steps.matches(lower, "(?s)^(?:to )?\\w+(?: out)? (?:this|so|that|it)\\b(?! actions).*|^this\\b.*");
        int since = !one ? firstOpen : drafts.size() > now ? now : Math.max(firstOpen, groupBefore);
        for (int i = drafts.size() - 1; i >= since; i--) {
            var draft = drafts.get(i);
            boolean meant = Steps.matches(lower, "(?s).*\\bpayments?\\b.*\\bapolog.*|.*\\bapolog.*\\bpayments?\\b.*") ? draft.kind.equals("apology") || draft.kind.equals("payment") : Steps.matches(lower, "(?s).*\\bletter\\b.*\\bpayments?\\b.*") ? draft.kind.equals("payment") || draft.wording.contains("write") || draft.wording.contains("letter") : Steps.matches(lower, "(?s).*\\bthe apolog\\w+.*") ? draft.kind.equals("apology") : Steps.matches(lower, "(?s).*\\bthe payments?\\b.*") ? draft.kind.equals("payment")
                    : Steps.matches(lower, "(?s).*\\bthe training\\b.*") ? draft.kind.equals("training") : Steps.matches(lower, "(?s).*\\bthe review\\b.*") ? draft.wording.toLowerCase(Locale.ROOT).contains("review") : true;
            var only = draft.period;
            if (only != null && only.from() == Period.From.OTHER && only.within() == null && only.by() == null && meant) {
                // what it depends on is known already, now also how long it may take
                draft.period = period.from() == Period.From.NOT_STATED && period.by() == null ? new Period(period.within(), null, Period.From.OTHER, only.fromWords(), period.passage()) : period;
            }
            if (draft.period == null && meant) {
                draft.period = period;
            }
        }
    }

    /** A sentence that asks for nothing in a way that is known. */
    private void whatElse(String rest, Passage passage, Place place) {
        if (Phrasing.NOTE.matcher(Steps.of(rest)).find() && !Phrasing.DONE.matcher(Steps.of(rest)).find() || Steps.matches(rest, "(?is)(?:the )?(?:evidence|proof|confirmation)\\b.*")) {
            return;
        }
        boolean council = Pattern.compile("\\b(?:council|authority|it)\\b", Pattern.CASE_INSENSITIVE).matcher(Steps.of(rest)).find();
        if (saysAgreed(rest) || Steps.matches(rest, "(?is)(?:I|we|had|were|would|if)\\b.*")) {
            return;
        }
        if (council && Phrasing.DONE.matcher(Steps.of(rest)).find() && !Phrasing.DENIED.matcher(Steps.of(rest)).find()) {
            done.add(new Found<>(passage.text(), passage));
        } else if (council && Pattern.compile("\\b(?:agreed|will|pay|apologise|recommend)\\b|£", Pattern.CASE_INSENSITIVE).matcher(Steps.of(rest)).find() && !Phrasing.DENIED.matcher(Steps.of(rest)).find()) {
            unread.add(new Found<>(LOOK, passage));
        }
    }
}
