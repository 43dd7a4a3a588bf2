package org.redress.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.casefile.Appointed;
import org.redress.casefile.Appointments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseLinks;
import org.redress.casefile.Happening;
import org.redress.casefile.LetterView;
import org.redress.casefile.Part;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.gate.Submission;
import org.redress.identity.Authority;
import org.springframework.stereotype.Component;

/**
 * The copy of a decision that is published: its words, with something else instead of the names of the parties, of staff, schools and addresses. It is worked out from the decision that
 * stands and a list of names, each time it is looked at; one that was prepared counts as long as it is still the same (DAT-06, LGS-18, LGS-21).
 */
@Component
public class PublicationCopies {
    /** The form in which the list is written, and its field. */
    static final String FORM = "prepare-publication-copy";
    static final String NAMES = "replacements";

    /** Who prepared the copy. */
    public static final String PREPARED_BY = "copyPreparedBy";
    /** What it was then, as a digest: the engine keeps no words of it. */
    public static final String DIGEST = "copyDigest";
    /** The letter that is what was published. */
    public static final String LETTER = "publication-copy";

    private static final Set<String> DECIDING = Set.of("decision", "report", "intake-decision");
    private static final String LETTERS = "XZYWVUTRQPNMLKJHGFEDCBAS";
    private static final Pattern TAKEN = Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Officer|Councillor)\\.? (\\p{Lu})\\b");
    private static final int TOLD_AT_ONCE = 15;

    private final CaseFiles cases;
    private final Parties parties;
    private final CaseLinks links;
    private final Appointments appointments;
    private final Authority authority;

    PublicationCopies(CaseFiles cases, Parties parties, CaseLinks links, Appointments appointments, Authority authority) {
        this.cases = cases;
        this.parties = parties;
        this.links = links;
        this.appointments = appointments;
        this.authority = authority;
    }

    /**
     * A copy.
     *
     * @param left what is left in it that may say who somebody is
     */
    record Copy(String text, List<LeftOver> left) {
        List<LeftOver> certain() {
            return left.stream().filter(LeftOver::certain).toList();
        }

        List<LeftOver> doubtful() {
            return left.stream().filter(one -> !one.certain()).toList();
        }

        String digest() {
            try {
                return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The decision that stands, as the complainant had it; none before it was issued, or when it was set aside. */
    Optional<String> statement(String reference) {
        var council = parties.of(reference).stream().filter(person -> person.part() == Part.COUNCIL).map(PartyView::label).collect(Collectors.toSet());
        return cases.letters(reference).stream().filter(letter -> DECIDING.contains(letter.kind()) && LetterView.FINAL.equals(letter.marking()) && !council.contains(letter.to()))
                .reduce((earlier, later) -> later).map(LetterView::text);
    }

    /** The list that was written last. */
    Optional<String> names(String reference) {
        return cases.lastAnswer(reference, FORM, NAMES).or(() -> cases.chronology(reference).stream().flatMap(one -> one.answers().stream())
                .filter(given -> given.form().equals(FORM)).findFirst().map(given -> ""));
    }

    /** The copy that a list makes of the decision that stands. */
    Optional<Copy> copy(String reference, NameList names) {
        return statement(reference).map(statement -> {
            var copy = names.replaceIn(statement);
            var left = new ArrayList<>(CopyCheck.ofNames(copy, names, "line"));
            left.addAll(CopyCheck.ofNames(copy, new NameList(people(reference)), "person of the record").stream()
                    .filter(one -> left.stream().noneMatch(other -> other.from() == one.from() && other.certain())).toList());
            left.addAll(staff(reference, copy));
            left.addAll(CopyCheck.ofContacts(copy, files(reference).flatMap(file -> parties.of(file).stream()).map(PartyView::contact).filter(Objects::nonNull).toList()));
            CopyCheck.ofPeople(copy, reference).stream().filter(one -> left.stream().noneMatch(other -> other.from() < one.to() && one.from() < other.to())).forEach(left::add);
            return new Copy(copy, left.stream().filter(distinctPlaces()).toList());
        });
    }

    private static java.util.function.Predicate<LeftOver> distinctPlaces() {
        var seen = new LinkedHashSet<String>();
        return one -> seen.add(one.sentence() + one.from());
    }

    /** The case, and those that are decided jointly with it. */
    private Stream<String> files(String reference) {
        return Stream.concat(Stream.of(reference), links.decidedJointly(reference).stream()).distinct();
    }

    /** Everybody whom the record names, with a letter of their own. */
    private List<Replacement> people(String reference) {
        return files(reference).flatMap(file -> parties.of(file).stream()).filter(person -> person.part() != Part.COUNCIL)
                .map(person -> Stream.concat(Stream.of(person.label()), person.alsoCalled().stream()).filter(name -> !Replacement.namesNobody(name)).toList())
                .filter(names -> !names.isEmpty()).map(names -> new Replacement(names, "X")).toList();
    }

    /** People of the house are named by their whole names, or with a title; their first names alone are other people's too. */
    private List<LeftOver> staff(String reference, String copy) {
        var ids = new TreeSet<String>();
        cases.chronology(reference).stream().map(Happening::who).forEach(ids::add);
        appointments.of(reference).stream().map(Appointed::person).forEach(ids::add);
        ids.remove(CaseFiles.PRODUCT);
        var names = authority.people(ids).stream().map(Authority.Person::name).filter(name -> !Replacement.namesNobody(name) && name.matches("[\\p{L}'\u2019 .-]+"))
                .map(name -> new Replacement(List.of(name), "X")).toList();
        return CopyCheck.ofNames(copy, new NameList(names), "person of the house").stream()
                .filter(one -> one.what().startsWith("the whole name") || one.what().startsWith("title and") || one.what().startsWith("initials and") || one.what().startsWith("the name run")).toList();
    }

    /** A list to begin with: everybody whom the record names and the decision too, and what else in it looks like a name; a question mark is to be answered. */
    String proposed(String reference) {
        var statement = statement(reference).orElse("");
        var used = new TreeSet<String>();
        TAKEN.matcher(statement).results().forEach(taken -> used.add(taken.group(1)));
        var lines = new LinkedHashSet<String>();
        var people = files(reference).flatMap(file -> parties.of(file).stream()).filter(person -> person.part() != Part.COUNCIL).toList();
        var known = new ArrayList<Replacement>();
        for (var person : people) {
            var names = Stream.concat(Stream.of(person.label()), person.alsoCalled().stream()).filter(name -> !Replacement.namesNobody(name)).distinct().toList();
            if (!names.isEmpty() && !new NameList(List.of(new Replacement(names, "X"))).find(statement).isEmpty()) {
                known.add(new Replacement(names, "X"));
                lines.add(String.join("; ", names) + " = " + instead(person, names, used));
            }
        }
        var list = new NameList(known);
        var found = list.find(statement);
        CopyCheck.ofPeople(statement, reference).stream().filter(one -> found.stream().noneMatch(name -> name.from() < one.to() && one.from() < name.to()))
                .filter(one -> !one.what().startsWith("a number") && !one.what().startsWith("two words")).map(one -> statement.substring(one.from(), one.to()).strip().replaceAll("\\s+", " "))
                .filter(words -> !words.contains("=") && !words.contains(";")).forEach(words -> lines.add(words + " = ?"));
        return String.join("\n", lines);
    }

    private static String instead(PartyView person, List<String> names, Set<String> used) {
        var initials = names.stream().flatMap(name -> Stream.of(Title.without(name).split("[\\s,-]+"))).filter(word -> !word.isEmpty()).map(word -> Folded.of(word).text())
                .filter(word -> !word.isEmpty()).map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT)).collect(Collectors.toSet());
        var letter = LETTERS.chars().mapToObj(one -> String.valueOf((char) one)).filter(one -> !used.contains(one) && !initials.contains(one)).findFirst().orElse("?");
        used.add(letter);
        if (person.part() == Part.CHILD) {
            return letter;
        }
        return Title.of(names.get(0)).map(title -> title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1)).orElse("?") + " " + letter;
    }

    /** What stands in the decision that looks like a name, a place, a number or an address, with its words, for whoever writes the list. */
    Optional<String> looksLikeNames(String reference) {
        return statement(reference).map(statement -> CopyCheck.ofPeople(statement, reference).stream()
                .map(one -> "Paragraph " + one.paragraph() + ", " + one.what() + ": " + statement.substring(one.from(), one.to()).strip()).distinct().collect(Collectors.joining("\n"))).filter(text -> !text.isEmpty());
    }

    /** What a copy still holds that was asked about, with its words, for the second person. */
    Optional<String> leftWithWords(String reference) {
        return prepared(reference).map(copy -> copy.left().stream().map(one -> "Paragraph " + one.paragraph() + ", " + one.what() + ": " + copy.text().substring(one.from(), one.to()).strip()).distinct()
                .collect(Collectors.joining("\n"))).filter(text -> !text.isEmpty());
    }

    /** The copy as the list that was written last makes it. */
    Optional<Copy> prepared(String reference) {
        return names(reference).map(NameList::read).flatMap(names -> copy(reference, names));
    }

    /** Whether the model of the case has the step in which somebody prepares a copy. */
    public boolean wasAsked(Submission published) {
        return published.variable(PREPARED_BY).isPresent();
    }

    /**
     * What is to be published: the copy that was prepared and shown, by somebody else than who publishes it.
     *
     * @param field which question of the form a refusal is about
     * @throws org.redress.gate.AnswersRefused if the same person prepared it, if the decision or the record has changed since, or if a name is left
     */
    public String toPublish(Submission published, String field) {
        if (published.variable(PREPARED_BY).filter(published.user()::equals).isPresent()) {
            throw published.refuse(field, "you prepared this copy; a second person compares it with the decision and publishes it (DAT-06).");
        }
        var copy = prepared(published.reference()).orElseThrow(() -> published.refuse(field, "there is no decision that stands, or no copy of it; send it back to be prepared (DAT-06)."));
        if (published.variable(DIGEST).filter(copy.digest()::equals).isEmpty()) {
            throw published.refuse(field, "the decision was changed after its copy had been prepared; send it back to be prepared anew (DAT-06).");
        }
        if (!copy.certain().isEmpty()) {
            throw published.refuse(field, "the record names somebody who is left in the copy; send it back. " + told(copy.certain()) + " (DAT-06, LGS-21)");
        }
        return copy.text();
    }

    /** Where something is left and what, as many as one reads at once. */
    static String told(List<LeftOver> left) {
        var first = left.stream().map(LeftOver::sentence).distinct().limit(TOLD_AT_ONCE).collect(Collectors.joining("; "));
        long more = left.stream().map(LeftOver::sentence).distinct().count() - TOLD_AT_ONCE;
        return first.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + first.substring(1) + (more > 0 ? "; and " + more + " more." : ".");
    }
}
