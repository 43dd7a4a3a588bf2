package org.redress.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.reading.Section.Kind;

/** Takes a text apart into sections and paragraphs: lists keep their depth, and lines that a page has broken are joined. */
final class Lines {
    private static final int WIDEST_PAGE = 150;
    private static final int LONGEST_HEADING = 90;
    private static final int TAIL = 40;
    private static final Pattern MARK = Pattern.compile("(\\(?(?:\\d{1,3}(?:\\.\\d{1,2})?|[a-zA-Z]|[ivxIVX]{2,5})[.)]|[•●▪◦○■o·*\\-]|\\u2023|\\uF0B7)[ \\t]+(?=\\S)");
    private static final Map<Kind, Pattern> HEADINGS = Map.of(
            Kind.AGREED, heading("(?:(?:the|our|my|recommended|proposed|suggested|required|further|final|injustice|fault|and|&|or|,) ?)*(?:agreed|accepted)(?: (?:and|&|or|recommended|proposed|required|remedial|further))* (?:actions?|remed(?:y|ies)|recommendations?|outcomes?|steps|settlement|resolution)(?: (?:and|&) (?:actions?|remed(?:y|ies)|recommendations?))?(?: (?:by|for|with|from) the (?:\\w+ ){0,2}(?:council|authority|borough|trust|care provider))?|(?:remed(?:y|ies)|actions?|recommendations?|steps|outcomes?) (?:that (?:has|have) been |which (?:has|have) been )?(?:agreed|accepted)(?: (?:by|with) the council)?|what (?:has been|was) agreed|what the council (?:has agreed|agreed|will do(?: now)?)(?: to do)?|"
                    + "(?:the )?(?:agreed|accepted) (?:\\w+ )?(?:actions?|remed(?:y|ies)|recommendations?)(?: (?:and|&) (?:recommendations?|remed(?:y|ies)))?"
                    + "|actions? (?:the council (?:has agreed|will)(?: to)? ?(?:take)?|agreed(?: by the council)?)|what the council (?:has agreed to|will) do"),
            Kind.RECOMMENDED, heading("recommendations? (?:that )?the council (?:has not agreed(?: to)?|(?:has )?(?:refused|rejected|declined)|does not (?:agree|accept)(?: (?:to|with))?|did not (?:agree|accept)(?: (?:to|with))?|has not accepted)|(?:recommendations?|actions?|remed(?:y|ies)) (?:not|which (?:is|are) not|that (?:is|are) not) (?:yet )?(?:agreed|accepted)|what (?:should|needs to|must) happen (?:now|next)|.{0,40}\\b(?:recommend\\w*|actions?|remed\\w+)\\b.{0,30}\\b(?:not (?:been |yet )?(?:agreed|accepted)|refused|rejected|declined)(?: to| by the council)?|next steps|how to put (?:this|things|matters) right|putting (?:it|matters|this) right|remedying (?:the|this) injustice|what (?:i|we) (?:have )?recommend(?:ed)?|what the council should do(?: now)?|redress|"
                    + "(?:recommended|proposed|remedial|required|our recommended|my) (?:actions?|remed(?:y|ies)|recommendations?)|(?:our |my |the )?recommendations?(?: for (?:the )?council)?"
                    + "|actions?(?: (?:by|for) the council)?|(?:the )?remed(?:y|ies)|injustice and remed(?:y|ies)|(?:recommendations?|actions?|remed(?:y|ies)) (?:and|&) (?:recommendations?|actions?|remed(?:y|ies))"
                    + "|how (?:the council|it) (?:should|will) put (?:this|things) right|putting things right"),
            Kind.DRAFT, heading("(?:the ombudsman's |my |our )?(?:draft|provisional|proposed) (?:decision|views?|findings?)(?: statement)?|(?:the )?provisional conclusions?"),
            Kind.DECISION, heading("(?:my |the )?(?:final )?decision|(?:final )?conclusions?"),
            Kind.COMPLAINT, heading("(?:the )?complaint|(?:the |my )?complaints? (?:made|i have considered)"),
            Kind.OTHER, heading("(?:the ombudsman's|our|my) (?:role|final decision).*|how (?:i|we) considered (?:this|the|these) complaints?|what (?:i|we)(?: have)?(?: and have not)? (?:found|investigated)(?: and have not investigated)?|what happened(?: next)?"
                    + "|(?:my |our )?(?:findings?|analysis|assessment)|(?:key |the )?facts|background(?: information)?|(?:the )?law(?:,)? (?:and|policy and) guidance|relevant law(?: and guidance)?|legal and administrative background|legislation and guidance"
                    + "|was there fault.*|did (?:the|any) fault cause.*|(?:fault|injustice|consideration|comments?|documents|chronology|summary|report summary|the investigation|finding|impact|fault and injustice)"
                    + "|parts of the complaint.*|investigator'?s decision on behalf.*|print this page|privacy settings|review your privacy settings|assessor'?s decision.*|the ombudsman'?s final decision"));
    private static final Pattern LABEL = Pattern.compile("[A-Z][A-Za-z' ]{2,35} ?:");
    private static final Pattern NOISE = heading("back to top|print this page|page \\d+(?: of \\d+)?|\\d{1,3}|lgo logogram|share this.*|.*- page \\d+");
    private static final Pattern ENDS = Pattern.compile(".*[.:;!?]\"?\\)?$|.*[;,] (?:and|or)$");
    /** A line that ends so far before the others has not been broken by the page. */
    private static final int SLACK = 12;
    private static final Pattern VERB_BEGINS = Pattern.compile("^(?:" + Verbs.STRONG + "|" + Verbs.WEAK + ").*", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERB_FIRST = Pattern.compile("^(?:to )?" + Verbs.STRONG + ".*", Pattern.CASE_INSENSITIVE);

    private final List<Section> sections = new ArrayList<>();
    private final List<Key> stack = new ArrayList<>();
    private final String raw;
    private final boolean wrapped;
    private final int width;
    private List<Paragraph> paragraphs = new ArrayList<>();
    private @Nullable Building open;
    private boolean blankBefore;
    private boolean opened;
    /** Whether each line that begins with a verb is an item of a list without marks. */
    private boolean listed;

    private record Key(int indent, String sort) {}

    private static final class Building {
        private final Key key;
        private final boolean marked;
        private final StringBuilder text = new StringBuilder();
        private final List<Integer> at = new ArrayList<>();
        private int lastLine;

        Building(Key key, boolean marked) {
            this.key = key;
            this.marked = marked;
        }

        /** Its end, which says whether a sentence or an item ends there. */
        String tail() {
            return text.substring(Math.max(0, text.length() - TAIL));
        }

        void add(String line, int from) {
            if (text.length() > 0) {
                text.append(' ');
                at.add(from);
            }
            lastLine = line.length();
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == ' ' && (text.length() == 0 || text.charAt(text.length() - 1) == ' ')) {
                    continue;
                }
                text.append(c);
                at.add(from + i);
            }
        }
    }

    /** A line over a list that has no colon. */
    private static final Pattern BEGINS_LIST = Pattern.compile("\\b(?:(?:[Cc]ouncil|it|authority)(?: also)? (?:will|should|must|has(?: also)? agreed to|agreed to)|agreed to)(?: also)?$");

    /** A sentence over a list that has neither a colon nor marks: "It will do the following within one month." */
    private static final Pattern LIST_FOLLOWS = Pattern.compile("\\b(?:the following|what follows|as follows|(?:these|the (?:following|next)) (?:steps|actions|things))\\b[^.:]{0,120}\\.$", Pattern.CASE_INSENSITIVE);

    private Lines(String raw, String text) {
        this.raw = raw;
        var lengths = text.lines().mapToInt(line -> line.strip().length()).filter(length -> length > 0).sorted().toArray();
        width = lengths.length == 0 ? 0 : lengths[lengths.length - 1];
        wrapped = width <= WIDEST_PAGE;
    }

    private static Pattern heading(String words) {
        return Pattern.compile("(?:" + words + ")", Pattern.CASE_INSENSITIVE);
    }

    /** The sections of a text, the one before the first heading included. */
    static List<Section> of(String raw) {
        var text = evened(raw);
        var lines = new Lines(raw, text);
        lines.sections.add(new Section(Kind.HEAD, "", lines.paragraphs));
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            lines.line(text.substring(start, end), start);
            start = end + 1;
        }
        lines.close();
        return List.copyOf(lines.sections);
    }

    /** The same text, character by character, with plain quotation marks, hyphens and blanks. */
    static String evened(String raw) {
        var even = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            even.append(switch (c) {
                case '\u2018', '\u2019', '\u201B', '\u02BC', '`' -> '\'';
                case '\u201C', '\u201D', '\u201E' -> '"';
                case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
                case '\r' -> i + 1 < raw.length() && raw.charAt(i + 1) == '\n' ? ' ' : '\n';
                case '\f', '\u2028', '\u2029', '\u0085' -> '\n';
                case '\t' -> '\t';
                default -> Character.isSpaceChar(c) && c != '\n' || Character.getType(c) == Character.FORMAT ? ' ' : c;
            });
        }
        return even.toString();
    }

    private void line(String line, int start) {
        var words = line.strip();
        if (words.isEmpty()) {
            blankBefore = true;
            return;
        }
        boolean mayBeNoise = words.length() < 25 || words.toLowerCase(Locale.ROOT).contains("page") || words.toLowerCase(Locale.ROOT).startsWith("share this");
        if (mayBeNoise && NOISE.matcher(Steps.of(words)).matches()) {
            return;
        }
        int indent = line.indexOf(words);
        var heading = kind(words);
        if (heading.isPresent() && !continuesAsSentence(words)) {
            close();
            stack.clear();
            opened = false;
            listed = false;
            paragraphs = new ArrayList<>();
            sections.add(new Section(heading.get(), words, paragraphs));
            return;
        }
        if (open != null && Steps.matches(words, "(?i)(?:and|or|and/or)[;,]?")) {
            open.add(words, start + indent);
            return;
        }
        Matcher mark = MARK.matcher(Steps.of(words));
        if (mark.lookingAt() && !isInitial(words)) {
            close();
            // "- a) apologise": a letter behind a bullet
            var second = MARK.matcher(Steps.of(words)).region(mark.end(), words.length());
            int behind = mark.group(1).length() == 1 && second.lookingAt() && second.group(1).length() > 1 ? second.end() : mark.end();
            begin(new Key(indent, sort(mark.group(1))), true, words.substring(behind), start + indent + behind);
        } else if (joins(words)) {
            open().add(words, start + indent);
        } else {
            close();
            begin(new Key(indent, "none"), false, words, start + indent);
        }
        blankBefore = false;
    }

    private Building open() {
        if (open == null) {
            throw new IllegalStateException("no paragraph is open");
        }
        return open;
    }

    /** Names such as "C. Smith", and a sentence that begins with "I" or "A". */
    private static boolean isInitial(String words) {
        return Steps.matches(words, "[A-Z]\\. ?[A-Z]\\w+.*") || words.startsWith("- -");
    }

    private static Optional<Kind> kind(String words) {
        var bare = Steps.replaceFirst(words, "^(?:\\d{1,2}[.)] +)", "");
        var plain = bare.endsWith(":") ? bare.substring(0, bare.length() - 1).stripTrailing() : bare;
        return plain.length() > LONGEST_HEADING || !Character.isUpperCase(plain.isEmpty() ? ' ' : plain.charAt(0)) ? Optional.empty()
                : List.of(Kind.AGREED, Kind.RECOMMENDED, Kind.DRAFT, Kind.DECISION, Kind.COMPLAINT, Kind.OTHER).stream().filter(kind -> HEADINGS.get(kind).matcher(Steps.of(plain)).matches()).findFirst();
    }

    /** A page may break a sentence before a word that is a heading elsewhere. */
    private boolean continuesAsSentence(String words) {
        return wrapped && open != null && !blankBefore && open.lastLine > width * 3 / 5 && !ENDS.matcher(Steps.of(open.tail())).matches() && words.endsWith(".");
    }

    private boolean joins(String words) {
        if (isRow(words) || open != null && isRow(open.tail()) || sections.size() == 1 && (LABEL.matcher(Steps.of(words)).lookingAt() || open != null && LABEL.matcher(Steps.of(open.text)).lookingAt() && open.text.length() < LONGEST_HEADING)) {
            return false;
        }
        if (open == null || blankBefore && !(Character.isLowerCase(words.charAt(0)) && wrapped && !ENDS.matcher(Steps.of(open.tail())).matches() && open.lastLine > width * 3 / 5)) {
            return false;
        }
        boolean ended = ENDS.matcher(Steps.of(open.tail())).matches();
        if (ended && Character.isUpperCase(words.charAt(0)) && (listed || listFollows(open.text)) && VERB_BEGINS.matcher(Steps.of(words)).matches()) {
            return false;
        }
        if (VERB_FIRST.matcher(Steps.of(words)).matches() && (!wrapped || open.lastLine <= width * 3 / 5) && BEGINS_LIST.matcher(Steps.of(open.tail())).find()) {
            return false;
        }
        if (opened && VERB_FIRST.matcher(Steps.of(words)).matches() && open.lastLine <= width * 3 / 5) {
            return false;
        }
        if (opened && Character.isUpperCase(words.charAt(0)) && VERB_BEGINS.matcher(Steps.of(words)).matches() && open.lastLine + 1 + Steps.split(words, " ", 2)[0].length() <= width - SLACK) {
            return false;
        }
        if (open.tail().endsWith(":") || Steps.matches(open.tail(), ".*;(?: (?:and|or))?$")) {
            return false;
        }
        return wrapped && open.lastLine > width / 2 && !(ended && Character.isUpperCase(words.charAt(0)) && open.lastLine < width * 3 / 4) || !ended && Character.isLowerCase(words.charAt(0)) && !opened;
    }

    private static boolean listFollows(CharSequence text) {
        var tail = text.subSequence(Math.max(0, text.length() - WIDEST_PAGE), text.length()).toString();
        return tail.endsWith(".") && (tail.contains("follow") || tail.contains("steps") || tail.contains("actions") || tail.contains("things")) && LIST_FOLLOWS.matcher(Steps.of(tail)).find();
    }

    private static boolean isRow(String words) {
        return words.indexOf('\t') >= 0 || words.contains(" | ");
    }

    private void begin(Key key, boolean marked, String words, int start) {
        open = new Building(key, marked);
        open.add(words, start);
    }

    private void close() {
        var done = open;
        if (done == null) {
            return;
        }
        open = null;
        int level = level(done.key, done.marked);
        var text = done.text.toString().stripTrailing();
        int[] at = done.at.stream().mapToInt(Integer::intValue).toArray();
        paragraphs.add(new Paragraph(level, done.marked, text, at, new Paragraph.Written(written(text, at), at)));
        listed = listFollows(text) || listed && !done.marked && VERB_BEGINS.matcher(Steps.of(text)).matches();
        opened = text.endsWith(":") || BEGINS_LIST.matcher(Steps.of(text.substring(Math.max(0, text.length() - TAIL)))).find() || opened && !text.endsWith(".");
    }

    /** The same words with the quotation marks and hyphens that were written. */
    private String written(String text, int[] at) {
        var own = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ') {
                own.setCharAt(i, raw.charAt(at[i]));
            }
        }
        return own.toString();
    }

    private int level(Key key, boolean marked) {
        for (int i = stack.size() - 1; i >= 0; i--) {
            if (stack.get(i).sort().equals(key.sort()) && Math.abs(stack.get(i).indent() - key.indent()) <= 1) {
                stack.subList(i + 1, stack.size()).clear();
                return i;
            }
        }
        boolean under = !paragraphs.isEmpty() && paragraphs.get(paragraphs.size() - 1).opens();
        if (!marked && !under) {
            stack.clear();
        }
        while (marked && !under && !stack.isEmpty() && stack.get(stack.size() - 1).indent() > key.indent() + 1) {
            stack.remove(stack.size() - 1);
        }
        stack.add(key);
        return stack.size() - 1;
    }

    private String sort(String mark) {
        var bare = Steps.replaceAll(mark, "[().]", "");
        if (Steps.matches(bare, "\\d+")) {
            return "number";
        }
        if (!Steps.matches(bare, "[a-zA-Z]+") || bare.equals("o")) {
            return bare.equals("-") || bare.equals("*") ? "dash" : "bullet " + bare;
        }
        var lower = bare.toLowerCase(Locale.ROOT);
        boolean afterH = !paragraphs.isEmpty() && lastLetter == 'h';
        if (Steps.matches(lower, "[ivx]+") && !(lower.equals("i") && afterH) && !(lower.equals("v") && lastLetter == 'u') && !(lower.equals("x") && lastLetter == 'w')) {
            return "roman";
        }
        lastLetter = lower.charAt(0);
        return "letter";
    }

    private char lastLetter = ' ';
}
