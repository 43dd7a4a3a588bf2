package org.redress.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The actions that were read so far, and what further words make of them: one more, more of one that is there, or by when those before are due. */
final class Drafts {
    private static final Pattern COUPLE = Pattern.compile("(Mr|Mrs|Ms|Miss|Mx|Dr) and (Mr|Mrs|Ms|Miss|Mx|Dr) (\\S+)");
    private static final String JOINT = "^(?:[,;]? ?(?:and then|and|as well as|plus|together with),? (?:that,? )?|[,;] (?:that (?=it\\b|they\\b|the council\\b))?)?(?:(?:it|they|the council) )?(?:will |would |should |has agreed to |must |to |also |then )*";
    private static final Pattern PLACE = Pattern.compile("\\bthe (first|second|third|last|final|others?|rest|remaining|remainder)\\b(?: (two|three|four|five|six))?\\b(?! of (?:January|February|March|April|May|June|July|August|September|October|November|December))", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_NAMED_SUM = Pattern.compile("\\b(?:(?:that|this|the same) (?:sum|amount|payment|fee|charge|fine|debt|bill)\\b|(?:write (?:this|that|it) off|write off (?:this|that|it)|(?:pay|waive|cancel|refund|repay|return) (?:this|that|it))\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_DECISION = Pattern.compile("\\b(?:of|from|after) (?:the date of )?(?:my|our|this|the) (?:final )?decision\\b", Pattern.CASE_INSENSITIVE);

    /** One of the payments that a sum was named for, or others: its time is not that of all of them. */
    private static final Pattern ONE_OF_SEVERAL = Pattern.compile("(?:make|pay|send) the (?:first|second|third|last|final|next|other)\\b", Pattern.CASE_INSENSITIVE);
    /** The first of the payments that a sum was named for. */
    private static final Pattern FIRST_OF_SEVERAL = Pattern.compile("(?:to )?(?:make|pay|send) the (?:first|initial) (?:payment|instalment|sum|of (?:these|the|its|those|them)(?: (?:payments?|instalments?|sums?))?)\\b(?![^.;]*£)", Pattern.CASE_INSENSITIVE);
    /** "It will pay within a month", without the time: what stands before it. */
    private static final Pattern PAYS_BY = Pattern.compile("pay(?: (?:him|her|them|(?:mr|mrs|ms|miss|mx|dr) [A-Z]\\w*))?[ ,.;]*", Pattern.CASE_INSENSITIVE);
    /** In front of the verb, of whose deed it is kept. */
    private static final Pattern SOON_IN_FRONT = Pattern.compile("(" + Phrasing.SOON + ",?) (?:to )?$", Pattern.CASE_INSENSITIVE);
    /** Words without which there is none. */
    private static final List<String> SOON_WORDS = List.of("once", "away", "immediately", "forthwith", "promptly", "urgen", "delay", "now", "from ");
    private static final int LONGEST_FRONT = 40;
    private static final Pattern WILL_HAVE_DONE = Pattern.compile("have (?:done|finished|completed) (?:this|that|it|so|these)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENSURES = Pattern.compile("(?:ensure|make sure|see)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_MORE = Pattern.compile("\\b(?:and|plus|as well as|together with|along with|also)\\b|[;&]|, (?:an? |another|further|£|(?:Mr|Mrs|Ms|Miss|Mx|Dr) |(?:him|her|them) )", Pattern.CASE_INSENSITIVE);

    /** Behind a sum: for whom or what it is, as no part of another is. */
    private static final Pattern INCLUDED = Pattern.compile("\\b(?:including|of which)\\b[^;]*$(?<!\\b(?:with|and|plus|another|further) )", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOLDS_TIME = Pattern.compile("\\b(?:ensure|make sure)\\b.*\\b(?:within|no later than)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_ITS_OWN = Pattern.compile(" (?:to (?:(?:mr|mrs|ms|miss|mx|dr|his|her|their|him|them|the) )|(?:for|in respect of|in recognition of|because of|towards)\\b|\\()", Pattern.CASE_INSENSITIVE);

    /** In the order in which they are named. */
    final List<Draft> all = new ArrayList<>();
    /** What had been done before. */
    final List<Found<String>> done = new ArrayList<>();
    private final People people;
    private final Periods periods;
    private final Times times;
    /** Where the actions of this section begin. */
    int firstOpen;
    /** Where the actions of this paragraph begin, and those of the statement with its list, this one and the one before. */
    int now;
    int group;
    int groupBefore;
    /** Whether the sentence that is read stands behind another in its paragraph. */
    boolean behind;
    /** What stands in front of the verb of the item that is read and is no time by which it is done. */
    String ahead = "";
    /** The time that was given for what is named next. */
    @Nullable Period carried;

    Drafts(People people, Periods periods, Times times) {
        this.people = people;
        this.periods = periods;
        this.times = times;
    }

    /** The actions of one statement or item. */
    void phrases(Paragraph paragraph, int from, int to, Mode mode, @Nullable String council, @Nullable Period period, Passage passage, @Nullable Passage under) {
        var whole = paragraph.text().substring(from, to);
        int end = from + whole.length() - whole.stripLeading().length() + DecisionReader.ended(whole).length();
        var cuts = new ArrayList<Integer>();
        cuts.add(from);
        cuts.addAll(Cuts.of(paragraph.text().substring(from, end)).stream().map(cut -> from + cut).toList());
        cuts.add(end);
        int before = all.size();
        var closing = periods.in(paragraph, from, end);
        int paid = behindSums(paragraph, cuts);
        for (int i = paid; i + 1 < cuts.size(); i++) {
            int start = cuts.get(i) + Clauses.leading(paragraph.text().substring(cuts.get(i), cuts.get(i + 1)), JOINT);
            var own = i == 0 ? List.<Periods.Spot>of() : periods.in(paragraph, start, cuts.get(i + 1));
            if (!own.isEmpty() && own.get(0).from() == 0) {
                start += own.get(0).to();
                start += Clauses.leading(paragraph.text().substring(start, cuts.get(i + 1)), "^[ ,]*(?:(?:it|they|the council) )?(?:will |should |would |has agreed to |must |to |also |then )*");
            }
            int same = own.isEmpty() || own.get(0).from() > 0 ? Clauses.leading(paragraph.text().substring(start, cuts.get(i + 1)), Phrasing.SAME_TIME) : 0;
            start += same;
            var within = !own.isEmpty() && own.get(0).from() == 0 ? own.get(0).period() : same > 0 ? namedBefore() : period;
            boolean closes = within == null && !closing.isEmpty() && closing.get(closing.size() - 1).to() == end - from && Clauses.isBackwards(paragraph.text().substring(start, cuts.get(i + 1)));
            int named = all.size();
            phrase(paragraph, start, cuts.get(i + 1), mode, council, closes ? closing.get(closing.size() - 1).period() : within, passage, under);
            // behind a semicolon it is one of a list, whatever stands before it
            var first = all.subList(Math.min(before, all.size()), Math.min(named, all.size()));
            // an apology and a payment have no parts but what the letter says
            boolean open = first.isEmpty() || first.stream().anyMatch(draft -> !draft.kind.equals("apology") && !draft.kind.equals("payment"));
            boolean letter = i > paid && !open && first.stream().allMatch(draft -> draft.kind.equals("apology")) && Kinds.of(paragraph.text().substring(start, cuts.get(i + 1))).equals("explanation");
            boolean further = (open || letter) && i > paid && paragraph.text().substring(cuts.get(i) - 1, cuts.get(i) + 1).indexOf(';') < 0 && times.inner(paragraph, start, cuts.get(i + 1)) == null && own.isEmpty();
            int read = 0;
            for (var draft : all.subList(Math.min(named, all.size()), all.size())) {
                draft.further = further;
                draft.behind = behind;
                draft.group = Math.min(group, now);
                draft.afterAnother = before > draft.group || all.indexOf(draft) > draft.group;
                var amount = draft.amount;
                int at = amount == null ? -1 : draft.wording.indexOf(amount.passage().text(), read);
                draft.secondSum = read > 0 && at > read && (INCLUDED.matcher(Steps.of(draft.wording.substring(read, at))).find() || !ONE_MORE.matcher(Steps.of(draft.wording.substring(read, at))).find()) && !OF_ITS_OWN.matcher(Steps.of(draft.wording.substring(at + draft.amount.passage().text().length()))).lookingAt();
                read = at < 0 || amount == null ? read : at + amount.passage().text().length();
            }
        }
        // a period at the end of a statement is for all of it
        var added = all.subList(before, all.size());
        var near = paragraph.text().substring(Math.max(0, from - LONGEST_FRONT), from);
        var soon = SOON_WORDS.stream().anyMatch(near::contains) ? SOON_IN_FRONT.matcher(Steps.of(near)) : null;
        var front = !ahead.isEmpty() ? ahead : soon != null && soon.find() ? soon.group(1) + " " : "";
        added.stream().filter(draft -> draft.period == null || draft == added.get(0) && !ahead.isEmpty()).forEach(draft -> draft.front = front);
        int last = cuts.get(cuts.size() - 2);
        if (cuts.size() > 2 && period == null && Clauses.isBackwards(paragraph.text().substring(last + Clauses.leading(paragraph.text().substring(last, end), JOINT), end))) {
            var tail = times.inner(paragraph, last, end);
            added.stream().filter(draft -> draft.period == null && tail != null).forEach(draft -> draft.period = tail);
        }
        if (added.size() > 1 && period == null && !ONE_OF_SEVERAL.matcher(Steps.of(added.get(added.size() - 1).wording)).lookingAt()) {
            var ending = added.get(added.size() - 1).period;
            if (ending != null && paragraph.text().substring(last, end).strip().endsWith(Lines.evened(ending.passage().text()))) {
                added.stream().filter(draft -> draft.period == null && !HOLDS_TIME.matcher(Steps.of(draft.wording)).find()).forEach(draft -> draft.period = ending);
            }
        }
    }

    /** The last of what was named before, where that is paid more than once and nothing says from when; none where it is not. */
    private @Nullable Draft begunBefore() {
        var last = all.size() > firstOpen ? all.get(all.size() - 1) : null;
        var amount = last == null ? null : last.amount;
        boolean often = amount != null && (amount.each() != null && !amount.each().equals("person") || Steps.matches(last.wording, "(?is).*\\binstalments?\\b.*"));
        return often && last.period == null ? last : null;
    }

    /** "Work out what it owes, tell her how, and pay her the difference": which part is the payment that the others lead to; 0 where none is. */
    private static int behindSums(Paragraph paragraph, List<Integer> cuts) {
        if (!Steps.matches(paragraph.text().substring(cuts.get(0)), "(?is)(?:to )?(?:calculate|work out)\\b.*")) {
            return 0;
        }
        for (int i = 1; i + 1 < cuts.size(); i++) {
            var part = paragraph.text().substring(cuts.get(i), cuts.get(i + 1));
            if (Steps.matches(part.substring(Clauses.leading(part, JOINT)), "(?is)(?:(?:re)?pay|refund|reimburse) [^£,;]{0,40}?\\b(?:difference|this|that|it|(?:the|any) (?:\\w+ )?(?:sum|amount|arrears|balance|shortfall|result|total))\\b.*")) {
                return i;
            }
        }
        return 0;
    }

    private void phrase(Paragraph paragraph, int from, int end, Mode mode, @Nullable String council, @Nullable Period before, Passage passage, @Nullable Passage under) {
        var text = paragraph.text().substring(from, end);
        if (DecisionReader.ended(text).isBlank() || Steps.matches(text, "(?is)be\\b.*|(?:all (?:of )?)?(?:my|our|these|the) (?:\\w+ )?recommendations?,? .*|(?:do|act) as (?:I|we|the ombudsman)\\b.*|" + Phrasing.BARE_TOTAL + "[ ,.;]*|not\\b.*|follow (?:this|it|that) up\\b.*|(?:to )?(?:do |provide )?(?:this|it|that|these|them|so|both|all)[ ,.;]*|(?:see|ensure|make sure)(?: to it)? that (?:it|they|this) (?:does|do|is|are|happens)(?: so| done)?[ ,.;]*|.*\\b(?:in the (?:usual|normal|ordinary) way|as (?:usual|normal|it (?:normally|usually) would))\\b.*") || Phrasing.EVIDENCE.matcher(Steps.of(Kinds.present(text))).lookingAt()) {
            return;
        }
        if (text.startsWith("have ") && all.size() > now && WILL_HAVE_DONE.matcher(Steps.of(text)).lookingAt() && times.inner(paragraph, from, end) != null) {
            // "monitor it for eight weeks, and will have finished this within twelve"
            backwards(paragraph, from, end, "do this", before);
            return;
        }
        if (Clauses.isDone(text)) {
            done.add(new Found<>(passage.text(), passage));
            return;
        }
        var begun = text.contains("the ") && FIRST_OF_SEVERAL.matcher(Steps.of(text)).lookingAt() ? begunBefore() : null;
        if (begun != null) {
            // "£50 a month for a year, and make the first payment within six weeks": by when that payment begins
            begun.period = times.period(paragraph, from, end, text, false).orElse(before);
            return;
        }
        if (text.startsWith("pay ") && PAYS_BY.matcher(Steps.of(times.withoutPeriods(paragraph, from, end))).matches() && all.size() > now && all.subList(now, all.size()).stream().anyMatch(draft -> draft.kind.equals("payment"))) {
            backwards(paragraph, from, end, "pay this payment", before);
            return;
        }
        boolean owed = Steps.matches(text, "(?is)(?:make|pay|send) the .*£.*") && all.subList(firstOpen, all.size()).stream().noneMatch(draft -> draft.kind.equals("payment"));
        if (!owed && !isOverPayments(paragraph, end, text) && (Clauses.isBackwards(text) || paysWhatWasNamed(text))) {
            backwards(paragraph, from, end, text, before);
            return;
        }
        boolean passive = Clauses.isDoneToSomebody(text);
        var bare = times.withoutPeriods(paragraph, from, end);
        // "ensure that its bills are paid within 30 days of their date": how it is paid from then on
        var kind = passive ? Kinds.ofPassive(bare) : Kinds.of(text.contains(" paid ") && ENSURES.matcher(Steps.of(text)).lookingAt() ? text : bare);
        // "pay him £500, made up of £300 for his wife's worry and …": the parts do not say to whom it is paid
        var whole = kind.equals("payment") ? people.of(Steps.split(text, ", (?:made up of|comprising|consisting of|being)\\b", 2)[0]) : List.<String>of();
        var names = whole.isEmpty() ? people.of(text) : whole;
        var own = times.period(paragraph, from, end, text, before != null && before.from() == Period.From.DECISION);
        var period = own.orElse(before == null && (text.contains(" the same ") || text.contains(", also ")) && Steps.matches(text, "(?is).*\\b(?:by|within|in|at) the same (?:date|day|time|period|deadline)(?:[ ,.;]*|,? (?:for|to|in|because|as)\\b.*)|.*, also within (?:the|that) (?:month|time|period)[ ,.;]*") || before == null && kind.equals("payment") && (text.contains(" that ") || text.contains(" this ")) && Steps.matches(text, "(?is)(?:(?!\\b(?:for|about|what|how|who|which|while|when)\\b).)*\\b(?:by|within|in) (?:that|this) (?:date|day|time|period|deadline)(?:[ ,.;]*|,? (?:for|to|in|because|as)\\b.*)") ? namedBefore() : before);
        var amounts = kind.equals("payment") ? Amounts.in(paragraph, from, end) : List.<Amount>of();
        if (kind.equals("payment") && amounts.isEmpty() && OF_NAMED_SUM.matcher(Steps.of(text)).find()) {
            amounts = namedSum(paragraph, from);
            var last = all.isEmpty() ? null : all.get(all.size() - 1);
            if (last != null && last.amount != null && amounts.size() == 1 && last.passage.equals(passage) && last.amount.pounds().compareTo(amounts.get(0).pounds()) == 0) {
                // "raise this to £150 and pay it within a month": one payment
                last.period = last.period == null ? period : last.period;
                return;
            }
        }
        if (amounts.isEmpty()) {
            boolean apart = kind.equals("apology") && names.size() > 1 && People.separately(text, null) && !Steps.matches(text, "(?is)(?:to )?apologi[sz]es? (?:in writing )?to both\\b.*|.*\\bboth of\\b.*");
            var to = isForAll(kind) ? List.of("The council") : names.isEmpty() ? people.complainant().filter(one -> kind.equals("apology") || kind.equals("payment")).stream().filter(one -> !Steps.matches(text, "(?is).*\\b(?:them|him|her)\\b.*")).toList() : names;
            for (var name : apart ? to : List.of(joined(to))) {
                all.add(draft(mode, kind, name.isEmpty() ? null : name, null, council, passage, under, period, DecisionReader.ended(text)));
            }
            return;
        }
        if (amounts.size() > 1 && names.size() == amounts.size() && !People.separately(Steps.split(text, " (?:for (?:the|its|what|how|a|an)|because|in recognition|to recognise|to acknowledge)\\b", 2)[0], null)) {
            for (int i = 0; i < names.size(); i++) {
                add(List.of(amounts.get(i)), mode, council, List.of(names.get(i)), passage, under, period, DecisionReader.ended(text));
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
                add(List.of(each(amounts.get(0))), mode, council, List.of(one), passage, under, period, DecisionReader.ended(text));
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
                add(List.of(amounts.get(i)), mode, council, whom.isEmpty() ? names.subList(0, 1) : whom.subList(0, 1), passage, under, period, DecisionReader.ended(text));
            }
        } else {
            add(amounts, mode, council, names.isEmpty() ? people.complainant().stream().toList() : List.of(joined(names)), passage, under, period, DecisionReader.ended(text));
        }
    }

    /** "Pay him that sum", "write this off": the one sum in the nearest sentence before that names any; none if that names several. */
    private static List<Amount> namedSum(Paragraph paragraph, int from) {
        var sentences = Sentences.of(paragraph);
        for (int i = sentences.size() - 1; i >= 0; i--) {
            int start = sentences.get(i).from();
            int end = Math.min(from, sentences.get(i).to());
            int but = start >= from ? -1 : paragraph.text().substring(start, end).lastIndexOf(", but ");
            var sums = start >= from ? List.<Amount>of() : Amounts.in(paragraph, but < 0 ? start : start + but, end);
            if (sums.isEmpty() && but >= 0) {
                sums = Amounts.in(paragraph, start, end);
            }
            if (!sums.isEmpty()) {
                return sums.size() == 1 ? sums : List.of();
            }
        }
        return List.of();
    }

    void add(List<Amount> amounts, Mode mode, @Nullable String council, List<String> names, Passage passage, @Nullable Passage under, @Nullable Period period, String wording) {
        for (var amount : amounts) {
            all.add(draft(mode, "payment", names.isEmpty() ? null : joined(names), amount, council, passage, under, period, wording));
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

    private static boolean isForAll(String kind) {
        return kind.equals("training") || kind.equals("procedure");
    }

    private static Amount each(Amount amount) {
        return new Amount(amount.pounds(), amount.least(), "person".equals(amount.each()) ? null : amount.each(), amount.times(), amount.passage());
    }

    private static String joined(List<String> names) {
        return names.size() < 2 ? String.join("", names) : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    /** An apology or a payment that was named before in this section, to the same person and of the same sum, is the same one: what is said of it again is its period. */
    void restated(int since) {
        for (int at = all.size() - 1; at >= since; at--) {
            var again = all.get(at);
            var first = all.subList(firstOpen, since).stream().filter(one -> isSame(one, again)).findFirst();
            if (first.isPresent()) {
                if (first.get().period == null && again.period != null) {
                    first.get().period = again.period;
                }
                all.remove(at);
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

    /** The period that "by the same date" means; none where none was named. */
    @Nullable Period namedBefore() {
        for (int i = all.size() - 1; i >= firstOpen; i--) {
            var named = all.get(i).period;
            if (named != null && (named.within() != null || named.by() != null || Steps.matches(String.valueOf(named.fromWords()), "(?is)(?:by|before|no later than) .*"))) {
                return named;
            }
        }
        return carried;
    }

    /** "It will pay this within a month", behind the payment. */
    private boolean paysWhatWasNamed(String text) {
        return Steps.matches(text, "(?is)pay (?:this|it|that|these|(?:both|all|each)(?: of)?(?: the| these)? (?:sums?|amounts?|payments?))\\b(?!(?: \\w+)? to\\b).*") && all.subList(firstOpen, all.size()).stream().anyMatch(draft -> draft.kind.equals("payment") && draft.amount != null);
    }

    /** "It will complete the review within three months": by when what was named before is to end. */
    boolean finishes(String rest) {
        var names = Pattern.compile("^(?:to )?(?:complete|finish|conclude|carry out|deliver|do) (?:the|this|that) (review|audit|training|assessment|reassessment|investigation|work|exercise|check)s?\\b(?! (?:of|into|for|on|about|to)\\b)", Pattern.CASE_INSENSITIVE).matcher(Steps.of(rest));
        return rest.contains("the ") && FIRST_OF_SEVERAL.matcher(Steps.of(rest)).lookingAt() && begunBefore() != null || names.find() && all.subList(firstOpen, all.size()).stream().anyMatch(draft -> draft.wording.toLowerCase(Locale.ROOT).contains(names.group(1).toLowerCase(Locale.ROOT)));
    }

    /** "Make these payments:" over what they are. */
    static boolean isOverPayments(Paragraph paragraph, int to, String rest) {
        return paragraph.opens() && Steps.matches(rest, "(?is)(?:to )?(?:make|pay) (?:these|the following|the) (?:[a-z]+ )?(?:payments|sums|amounts)\\b[^.;]{0,60}") && paragraph.text().length() - to < 3;
    }

    void depends(Draft draft, String when, Passage passage) {
        var period = draft.period;
        if (period == null) {
            draft.period = new Period(null, null, Period.From.OTHER, when, passage);
        } else if (period.from() == Period.From.NOT_STATED && period.by() == null && period.within() != null && Steps.matches(period.within(), "\\d.*")) {
            draft.period = new Period(period.within(), null, Period.From.OTHER, when, period.passage());
        }
    }

    /** "It should do the first two within a month and the last within two": a period for some of those that were named before; false if none is said. */
    boolean inOrder(Paragraph paragraph, int from, int to, String rest) {
        int since = all.size() > now ? now : Math.max(firstOpen, groupBefore);
        boolean ofDecision = OF_DECISION.matcher(Steps.of(rest)).find();
        var places = PLACE.matcher(Steps.of(paragraph.text())).region(from, to).results().toList();
        boolean any = false;
        int next = since;
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var period = times.inner(paragraph, place.end(), i + 1 < places.size() ? places.get(i + 1).start() : to);
            var word = place.group(1).toLowerCase(Locale.ROOT);
            var said = place.group(2) == null ? null : Amounts.number(place.group(2));
            int often = said == null ? 1 : said;
            int first = word.equals("first") ? since : word.equals("second") ? since + 1 : word.equals("third") ? since + 2 : word.equals("last") || word.equals("final") ? all.size() - often : next;
            int end = Steps.matches(word, "others?|rest|remaining|remainder") ? all.size() : first + often;
            for (int at = Math.max(since, first); period != null && at < Math.min(end, all.size()); at++) {
                any = true;
                next = at + 1;
                if (all.get(at).period == null) {
                    all.get(at).period = ofDecision && period.by() == null && (period.from() == Period.From.NOT_STATED || String.valueOf(period.fromWords()).contains("decision")) ? new Period(period.within(), null, Period.From.DECISION, null, period.passage()) : period;
                }
            }
        }
        return any;
    }

    /** "It should do this within one month": a period for what was named before. */
    void backwards(Paragraph paragraph, int from, int to, String rest, @Nullable Period before) {
        var period = before != null ? before : times.inner(paragraph, from, to);
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
            all.subList(firstOpen, all.size()).stream().filter(draft -> draft.period == null).forEach(draft -> {
                draft.period = isForAll(draft.kind) ? last : first;
            });
            return;
        }
        boolean one = Steps.matches(lower, "(?s)^(?:to )?\\w+(?: out)? (?:this|so|that|it)\\b(?! actions).*|^this\\b.*");
        int both = Steps.matches(lower, "(?s).*\\bboth (?:the |these )?(?:payments|sums|amounts)\\b.*") ? secondLast("payment") : 0;
        int since = both > 0 ? both : lower.equals("do both") && all.size() > now ? now : !one ? firstOpen : all.size() > now ? now : Math.max(firstOpen, groupBefore);
        for (int i = all.size() - 1; i >= since; i--) {
            var draft = all.get(i);
            boolean meant = Steps.matches(lower, "(?s).*\\bpayments?\\b.*\\bapolog.*|.*\\bapolog.*\\bpayments?\\b.*") ? draft.kind.equals("apology") || draft.kind.equals("payment") : Steps.matches(lower, "(?s).*\\bletter\\b.*\\bpayments?\\b.*") ? draft.kind.equals("payment") || draft.wording.contains("write") || draft.wording.contains("letter") : Steps.matches(lower, "(?s).*\\bthe apolog\\w+.*") ? draft.kind.equals("apology") : Steps.matches(lower, "(?s).*\\b(?:the|this|these|those|both) (?:payments?|sums?|amounts?)\\b.*") ? draft.kind.equals("payment")
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

    /** Where the last two of a kind begin; 0 where there are no two. */
    private int secondLast(String kind) {
        int found = 0;
        for (int i = all.size() - 1; i >= firstOpen; i--) {
            found += all.get(i).kind.equals(kind) && !all.get(i).replaced ? 1 : 0;
            if (found == 2) {
                return i;
            }
        }
        return 0;
    }

    /** The actions from one on were carried out before the decision, as a sentence behind them says. */
    void areDone(int since, Passage passage) {
        if (all.size() > since) {
            all.subList(since, all.size()).clear();
            done.add(new Found<>(passage.text(), passage));
        }
    }

    void refuseWhatIsAsked() {
        // what was asked for before in this section is not agreed, whatever is said elsewhere
        for (int i = firstOpen; i < all.size(); i++) {
            var draft = all.get(i);
            if (draft.asked) {
                draft.mode = Mode.REFUSED;
                draft.notes.add("The decision says that something was refused.");
            }
        }
    }
}
