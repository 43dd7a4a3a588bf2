package org.redress.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.documents.Block;
import org.redress.documents.Document;
import org.redress.engine.Engine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters as documents: the template of their kind, with the record and the person's words in it. Tables and templates are the product's, whoever asks; who may read a letter is asked before. */
@Component
@Transactional(readOnly = true)
public class LetterDocuments {
    private static final Pattern POSTCODE = Pattern.compile("\\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINES = Pattern.compile("\\s*[,\\n]\\s*");
    private static final String NUMBERED = "[0-9]{1,3}";

    private final Engine engine;
    private final DeployedLetters templates;
    private final LetterFacts facts;
    private final Parties parties;

    LetterDocuments(Engine engine, DeployedLetters templates, LetterFacts facts, Parties parties) {
        this.engine = engine;
        this.templates = templates;
        this.facts = facts;
        this.parties = parties;
    }

    /**
     * A letter as it goes out, once for each address that it goes to.
     *
     * @param marking what stands at the head of each page; nothing for a letter that is just sent
     */
    public List<Document> documents(CaseSummary file, LetterView letter, @Nullable String marking) {
        return engine.unrestricted(() -> LetterKind.of(letter.kind()).map(kind -> addresses(file, letter).stream().map(address -> document(file, kind, letter, address, marking)).toList())
                .orElse(List.of()));
    }

    /** What is proposed to whoever writes a letter; none where nothing is. */
    public Optional<String> proposal(CaseSummary file, LetterView letter) {
        return engine.unrestricted(() -> LetterKind.of(letter.kind()).flatMap(kind -> Optional.ofNullable(templates.now().proposal(kind, file.procedure(), letter.stage())))
                .map(template -> template.filled(facts.of(file, letter)).plain()).filter(text -> !text.isBlank()));
    }

    private Document document(CaseSummary file, LetterKind kind, LetterView letter, List<String> address, @Nullable String marking) {
        var files = templates.now();
        var filled = files.of(kind, file.procedure(), letter.stage()).filled(facts.of(file, letter));
        var headings = headings(files.proposal(kind, file.procedure(), letter.stage()));
        var reference = "Our reference: " + file.reference();
        var document = Document.titled(filled.title(), facts.from(file), letter.sentOn()).marked(marking).reference(reference)
                .with(new Block.Addressee(address)).paragraph(Dates.inFull(letter.sentOn()) + "\n" + reference);
        filled.blocks().stream().flatMap(block -> withHeadings(block, headings)).forEach(document::with);
        return document.end();
    }

    /** The headings that were proposed are headings in the letter too, where the person left them; nothing else that they wrote is. */
    private static Stream<Block> withHeadings(Block block, List<Pattern> headings) {
        if (!(block instanceof Block.Paragraph paragraph) || headings.isEmpty()) {
            return Stream.of(block);
        }
        var blocks = new ArrayList<Block>();
        var text = new StringBuilder();
        paragraph.text().lines().forEach(line -> {
            if (headings.stream().anyMatch(heading -> heading.matcher(line.strip()).matches())) {
                flush(text, blocks);
                blocks.add(new Block.Heading(1, line.strip()));
            } else {
                text.append(line).append('\n');
            }
        });
        flush(text, blocks);
        return blocks.stream();
    }

    private static void flush(StringBuilder text, List<Block> blocks) {
        if (!text.toString().isBlank()) {
            blocks.add(new Block.Paragraph(text.toString().strip()));
        }
        text.setLength(0);
    }

    private static List<Pattern> headings(@Nullable Template proposal) {
        return proposal == null ? List.of() : proposal.text().lines().filter(line -> line.startsWith("#")).map(line -> line.replaceFirst("^#+\\s*", "").strip()).distinct()
                .map(line -> Pattern.compile(Stream.of(line.split("\\{\\{[^}]*}}", -1)).map(Pattern::quote).reduce((one, other) -> one + NUMBERED + other).orElse(""))).toList();
    }

    /** To whom, line by line; one letter to several who live together, and one each to those who do not. */
    private List<List<String>> addresses(CaseSummary file, LetterView letter) {
        var to = letter.to().equals(CaseFiles.OMBUDSMAN) ? List.<PartyView>of() : parties.addressees(file.reference()).to();
        boolean theirs = parties.addressees(file.reference()).names().equals(letter.to());
        var homes = to.stream().map(LetterDocuments::home).distinct().toList();
        if (!theirs || homes.size() < 2) {
            var lines = new ArrayList<String>();
            lines.add(letter.to().isBlank() ? "To whom it may concern" : letter.to());
            if (theirs && homes.size() == 1) {
                lines.addAll(homes.get(0));
            }
            return List.of(lines);
        }
        return to.stream().map(person -> Stream.concat(Stream.of(person.label()), home(person).stream()).toList()).distinct().toList();
    }

    /** The lines of an address, if how they are reached is written as one. */
    private static List<String> home(PartyView person) {
        var contact = person.contact();
        return contact == null || !POSTCODE.matcher(contact).find() ? List.of()
                : LINES.splitAsStream(contact.strip()).filter(line -> !line.isBlank() && !line.contains("@") && !line.matches("[+0-9 ()]{7,}")).toList();
    }
}
