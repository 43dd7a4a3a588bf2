package org.redress.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.OmbudsmanOutcome;
import org.redress.reading.Section.Kind;

/** How a decision ends: as a line at its head names it, or, in a statement without such lines, as its last section says, or else what the Ombudsman says himself in its summary. */
final class Outcomes {
    private static final Pattern LABELLED = Pattern.compile("^(?:decision|outcome|finding)(?: reason| type)? ?: ?(.{3,80})$", Pattern.CASE_INSENSITIVE);
    /** What a label begins with; of two that begin alike, the longer stands first. */
    private static final List<Map.Entry<String, OmbudsmanOutcome>> NAMES = List.of(Map.entry("not upheld", OmbudsmanOutcome.NOT_UPHELD), Map.entry("no fault", OmbudsmanOutcome.NOT_UPHELD), Map.entry("upheld", OmbudsmanOutcome.UPHELD),
            Map.entry("fault found", OmbudsmanOutcome.UPHELD), Map.entry("fault causing", OmbudsmanOutcome.UPHELD), Map.entry("maladministration", OmbudsmanOutcome.UPHELD), Map.entry("closed", OmbudsmanOutcome.CLOSED),
            Map.entry("not investigated", OmbudsmanOutcome.CLOSED), Map.entry("discontinued", OmbudsmanOutcome.CLOSED), Map.entry("referred back", OmbudsmanOutcome.REFERRED_BACK), Map.entry("advice", OmbudsmanOutcome.ADVICE),
            Map.entry("incomplete", OmbudsmanOutcome.INVALID), Map.entry("invalid", OmbudsmanOutcome.INVALID));
    private static final Pattern NAMED_REMEDIED = pattern("already remedied|put (?:it )?right|organisation has already|remedied by");

    private static final Pattern NONE_FOUND = pattern("\\b(?:(?:do|did|have|will|does) not (?:uphold|upheld)|(?:find|found|finds) no (?:evidence of )?fault|findings? of no fault|no findings? of fault|(?:was|is|were) (?:not at fault|no fault)|not upheld|did not find fault|have not found fault|without (?:a finding of |finding (?:any )?)fault)\\b");
    private static final Pattern NOT_ALL = pattern("\\b(?:part|parts|some|other|but|although|though|except|points?)\\b|\\band (?:of )?fault\\b");
    private static final Pattern NOT_LOOKED_INTO = pattern("\\b(?:(?:will|should|can|do|decided) not (?:to )?(?:investigate|start an investigation)|cannot investigate|(?:i|we|the ombudsman) (?:have |has |am |are |is |will |therefore )*(?:discontinued?|discontinuing) (?:my|our|the|this|his|her) (?:investigation|consideration))\\b");
    private static final Pattern OF_PARTS = pattern("\\bparts?\\b");
    private static final Pattern FOUND = pattern("\\b(?:i|we|the ombudsman) (?:have |has |therefore |also |decided to |intend to |propose to |am minded to |are minded to |will )*(?:uphold|upheld|upholds|find fault)\\b|\\b(?:i|we) (?:have |intend to )[^.;]{0,60}\\band (?:to )?uphold\\b"
            + "|\\bfind(?:ing)? fault (?:causing|by|leading)\\b|\\b(?:find|found|finds|was|there was|were) (?:the (?:\\w+ ){0,3}(?:council|authority) )?(?:to be )?(?:was )?(?:at )?fault\\b"
            + "|\\bcomplaint is upheld\\b");
    /** Words that say so of what is granted, and not where it is denied or asked. */
    private static final Pattern GRANTED = pattern("\\bfindings? (?:of|that there was) (?:maladministration|service failure|(?:significant |serious |some )?fault)\\b|\\binjustice (?:that |which )?(?:(?:was |were )?caused by )?(?:its|the|this|that|these|those|the council's) faults?\\b"
            + "|\\binjustice (?:that |which )?(?:its|the|this|that|these|those|the council's) faults? (?:has |have |had )?caused\\b");
    private static final Pattern DENIED = pattern("\\b(?:not|no|nor|never|cannot|unlikely|whether|would|could|if|any|insufficient|without)\\b|n't\\b");
    private static final Pattern DENIED_FAULT = pattern("\\b(?:cannot|(?:do|did|could|have|has) not|not enough|unlikely|whether|no evidence|insufficient)\\b[^.;,]{0,40}\\bfault\\b");
    private static final Pattern NO_FAULT = pattern("\\b(?:no|not|without) (?:at )?fault\\b");

    private static final Pattern REMEDIED = pattern("\\b(?:council|authority|it|which (?:the council|it)|they) (?:had (?:already |since |now |fully |satisfactorily )*|(?:has |have )already (?:fully |satisfactorily )?)(?:remedied|put (?:it |this |that |matters |things |all of this )?right|provided (?:a |an )?(?:suitable |satisfactory |appropriate |full )?remedy|done enough to (?:remedy|put)|taken (?:suitable|satisfactory|appropriate|sufficient|enough) (?:action|steps))\\b"
            + "|\\b(?:already|previously) (?:been )?(?:remedied|put right)\\b|\\b(?:council|authority|it) (?:has |have )?(?:provided (?:a |an )(?:suitable|satisfactory|appropriate|full) remedy|(?:fully )?remedied (?:the|that|this|any|all) (?:[a-z]+ )?injustice)");
    /** Other words for it where actions are named: none of them is owed any more. */
    private static final Pattern ALL_DONE = pattern("\\b(?:all|each|both|every)\\b(?: of)?(?: the| these| its| their)?(?: agreed)? (?:actions?|recommendations?|remed(?:y|ies)) (?:has|have|had|was|were)(?: now| already| since)?(?: been)? (?:carried out|completed|done|made|put right)\\b"
            + "|\\balready (?:remedied|put right)\\b|\\bno (?:further|more) (?:action|remedy|recommendations?) (?:is|was|are|were) (?:needed|necessary|required|made)\\b");
    /** Words without which neither pattern needs to look. */
    private static final List<String> OF_ALL_DONE = List.of("remed", "right", "taken", "carried out", "completed", "done", "made", "no further", "no more");
    private static final Pattern NOT_YET = pattern("(?:\\b(?:not(?! (?:recommended|asked for|made) any(?:thing)?\\b)|failed|said|says|told|claims?|whether|yet|will|disagree|never|cannot|partly|in part|some of|most of|once|unless|until|if|when all)\\b|n't\\b)");

    private static final Pattern HIMSELF = pattern("\\b(?:i|we|the ombudsman)\\b");
    private static final Pattern OTHERS_SAY = pattern("\\b(?:complain(?:s|ed)?|says?|said|believes?|alleges?|claims?|council(?:'s own investigation)? (?:did not|found))\\b");

    private final List<Paragraph> head;
    private final List<Section> sections;
    private final List<Paragraph> summary;

    /**
     * @param head what stands before the first heading
     * @param summary the paragraphs of it that sum the decision up
     */
    Outcomes(List<Paragraph> head, List<Paragraph> summary, List<Section> sections) {
        this.head = head;
        this.summary = summary;
        this.sections = sections;
    }

    /**
     * How it ends; none where no words are known for it.
     *
     * @param nothingAsked whether the decision is final and asks for nothing, so that a complaint that is upheld may have been put right before
     */
    @Nullable Found<OmbudsmanOutcome> outcome(boolean nothingAsked) {
        var labelled = head.stream().map(paragraph -> found(labelled(paragraph.text()), paragraph.passage())).flatMap(Optional::stream);
        var first = labelled.findFirst().or(() -> ofSentences(of(Set.of(Kind.DECISION, Kind.DRAFT)), sentence -> true)).or(() -> ofSentences(summary.stream(), Outcomes::isTheOmbudsmans)).orElse(null);
        boolean upheld = first != null && first.value() == OmbudsmanOutcome.UPHELD;
        return upheld && nothingAsked ? saidOfAll(of(Set.of(Kind.DECISION)), REMEDIED, sentence -> true).or(() -> saidOfAll(summary.stream(), REMEDIED, Outcomes::isTheOmbudsmans)).map(passage -> new Found<>(OmbudsmanOutcome.UPHELD_REMEDIED, passage)).orElse(first) : first;
    }

    /** Where it says that all that was asked for was done before; none if it does not, or denies it. */
    @Nullable Passage allPutRight() {
        return Stream.of(REMEDIED, ALL_DONE).flatMap(words -> saidOfAll(of(Set.of(Kind.AGREED, Kind.RECOMMENDED, Kind.DECISION)), words, sentence -> true).stream()).findFirst().orElse(null);
    }

    /** Of sentences that say different things of different parts, what is upheld counts. */
    private static Optional<Found<OmbudsmanOutcome>> ofSentences(Stream<Paragraph> paragraphs, Predicate<String> counts) {
        var said = paragraphs.flatMap(paragraph -> Sentences.of(paragraph).stream().filter(span -> counts.test(paragraph.text().substring(span.from(), span.to())))
                .map(span -> found(said(paragraph.text().substring(span.from(), span.to())), paragraph.passage(span.from(), span.to()))).flatMap(Optional::stream)).toList();
        return said.stream().filter(one -> one.value() == OmbudsmanOutcome.UPHELD).findFirst().or(() -> said.stream().findFirst());
    }

    /** A summary tells what others said, too: only what the Ombudsman says of himself counts. */
    private static boolean isTheOmbudsmans(String sentence) {
        return has(HIMSELF, sentence) && !has(OTHERS_SAY, sentence);
    }

    private static Optional<Found<OmbudsmanOutcome>> found(@Nullable OmbudsmanOutcome outcome, Passage passage) {
        return Optional.ofNullable(outcome).map(value -> new Found<>(value, passage));
    }

    private Stream<Paragraph> of(Set<Kind> kinds) {
        return sections.stream().filter(section -> kinds.contains(section.kind())).flatMap(section -> section.paragraphs().stream()).filter(DecisionReader::isRead);
    }

    /** Where one of them says so of all, and neither denies it nor says it of a part or for what is to come. */
    private static Optional<Passage> saidOfAll(Stream<Paragraph> paragraphs, Pattern words, Predicate<String> counts) {
        Function<Paragraph, Stream<Passage>> sayings = paragraph -> Sentences.of(paragraph).stream().filter(span -> counts.test(paragraph.text().substring(span.from(), span.to())) && saysOfAll(paragraph.text().substring(span.from(), span.to()), words)).map(span -> paragraph.passage(span.from(), span.to()));
        return paragraphs.flatMap(sayings).findFirst();
    }

    private static boolean saysOfAll(String sentence, Pattern words) {
        return OF_ALL_DONE.stream().anyMatch(sentence.toLowerCase(Locale.ROOT)::contains) && has(words, sentence) && !has(NOT_YET, sentence);
    }

    /** What a line names, such as "Decision : Upheld"; none if it is no such line. */
    static @Nullable OmbudsmanOutcome labelled(String line) {
        var labelled = LABELLED.matcher(Steps.of(line));
        if (!labelled.matches()) {
            return null;
        }
        var plain = labelled.group(1).strip().toLowerCase(Locale.ROOT);
        var named = NAMES.stream().filter(name -> plain.startsWith(name.getKey())).findFirst().map(Map.Entry::getValue).orElse(null);
        return named == OmbudsmanOutcome.UPHELD && has(NAMED_REMEDIED, plain) ? OmbudsmanOutcome.UPHELD_REMEDIED : named;
    }

    /** What a sentence says; none if it does not say how the decision ends, or says that one part ends so and another otherwise. */
    private static @Nullable OmbudsmanOutcome said(String sentence) {
        if (has(NONE_FOUND, sentence) && !has(NOT_ALL, sentence)) {
            return OmbudsmanOutcome.NOT_UPHELD;
        }
        if (has(NOT_LOOKED_INTO, sentence) && !has(OF_PARTS, sentence)) {
            return OmbudsmanOutcome.CLOSED;
        }
        boolean found = has(FOUND, sentence) && !has(NO_FAULT, sentence) && !has(DENIED_FAULT, sentence) || has(GRANTED, sentence) && !has(DENIED, sentence);
        return found ? OmbudsmanOutcome.UPHELD : null;
    }

    private static boolean has(Pattern words, String text) {
        return words.matcher(Steps.of(text)).find();
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
