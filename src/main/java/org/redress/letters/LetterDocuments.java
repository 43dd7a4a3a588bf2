package org.redress.letters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.Envelope;
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
    private static final String CONFIDENTIAL = "Confidential draft: not for publication";
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
        return engine.unrestricted(() -> now(file, letter).papers(marking).stream().map(Paper::document).toList());
    }

    /** The same as it goes out and is kept: a draft says that it is confidential (LGS-14). */
    public List<Document> asSent(CaseSummary file, LetterView letter) {
        return documents(file, letter, marking(letter));
    }

    private static @Nullable String marking(LetterView letter) {
        return letter.ofConfidentialDraft() ? CONFIDENTIAL : null;
    }

    /** A letter as it goes to one address, and to whom of the case; nobody for the other side. */
    record Paper(Document document, List<Integer> people) {}

    /**
     * A letter as it would go out at this moment.
     *
     * @param papers one for each address, a draft with its marking (LGS-14)
     * @param missing what the law wants in it and is not there, each with its rule
     */
    record AsItIs(List<Paper> papers, List<String> missing) {
        List<Document> documents() {
            return papers.stream().map(Paper::document).toList();
        }

        /** Nothing of it may stand in a log. */
        @Override
        public String toString() {
            return "AsItIs";
        }
    }

    /** What there is for a letter is read once for all its papers, and for what is missing in them. */
    AsItIs asItIs(CaseSummary file, LetterView letter) {
        return engine.unrestricted(() -> {
            var now = now(file, letter);
            return new AsItIs(now.papers(marking(letter)), now.missing());
        });
    }

    /** The words of a letter in Easy Read; none where nobody wrote them with those of the letter. */
    public Optional<String> inEasyRead(CaseSummary file, LetterView letter) {
        return facts.inEasyRead(file, letter);
    }

    /** What is proposed to whoever writes a letter; none where nothing is. */
    public Optional<String> proposal(CaseSummary file, LetterView letter) {
        return engine.unrestricted(() -> LetterKind.of(letter.kind()).flatMap(kind -> Optional.ofNullable(templates.now().proposal(kind, file.procedure(), letter.stage())))
                .map(template -> template.filled(facts.of(file, letter)).plain()).filter(text -> !text.isBlank()));
    }

    private Now now(CaseSummary file, LetterView letter) {
        var kind = LetterKind.of(letter.kind()).orElse(null);
        return new Now(file, letter, kind, templates.now(), kind == null ? Map.of() : facts.of(file, letter));
    }

    /** A letter of a case with what the record says for it; of a kind that has no template there is none. */
    private final class Now {
        private final CaseSummary file;
        private final LetterView letter;
        private final @Nullable LetterKind kind;
        private final LetterFiles files;
        private final Map<String, Object> known;

        Now(CaseSummary file, LetterView letter, @Nullable LetterKind kind, LetterFiles files, Map<String, Object> known) {
            this.file = file;
            this.letter = letter;
            this.kind = kind;
            this.files = files;
            this.known = known;
        }

        List<Paper> papers(@Nullable String marking) {
            if (kind == null) {
                return List.of();
            }
            var filled = files.of(kind, file.procedure(), letter.stage()).filled(known);
            var headings = headings(files.proposal(kind, file.procedure(), letter.stage()));
            var easyRead = easyRead(kind);
            return addresses(file, letter).stream().map(address -> new Paper(document(filled, headings, easyRead, address.lines(), marking), address.people())).toList();
        }

        private Document document(Blocks filled, List<Pattern> headings, List<Block> easyRead, List<String> address, @Nullable String marking) {
            var reference = "Our reference: " + file.reference();
            var document = Document.titled(filled.title(), facts.from(file), letter.sentOn()).marked(marking).reference(reference)
                    .with(new Block.Addressee(address)).paragraph(Dates.inFull(letter.sentOn()) + "\n" + reference);
            filled.blocks().stream().flatMap(block -> withHeadings(block, headings)).forEach(document::with);
            easyRead.forEach(document::with);
            return document.end();
        }

        /** The Easy Read version, in the same document and with the same digest; nothing where nobody wrote its words with those of the letter. */
        private List<Block> easyRead(LetterKind kind) {
            var template = files.easyRead(kind, file.procedure(), letter.stage());
            var words = template == null ? Optional.<String>empty() : facts.inEasyRead(file, letter);
            if (template == null || words.isEmpty()) {
                return List.of();
            }
            var values = new HashMap<>(known);
            values.put(Names.WORDS, words.get());
            var filled = template.filled(values);
            return Stream.concat(Stream.of(new Block.LargeFromHere()), filled.blocks().stream().map(block -> block instanceof Block.Title ? new Block.Heading(1, filled.title())
                    : block instanceof Block.Heading heading ? new Block.Heading(Math.min(3, heading.level() + 1), heading.text()) : block)).toList();
        }

        List<String> missing() {
            if (kind == null) {
                return List.of();
            }
            var says = files.of(kind, file.procedure(), letter.stage()).filled(known).plain();
            return kind.parts().entrySet().stream().filter(part -> !says.contains(files.part(part.getKey()).filled(known).plain()))
                    .map(part -> part.getKey().words() + " (" + part.getValue() + ")").sorted().toList();
        }
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

    /** To whom, line by line; one letter to several who live together, and one each to those who do not, or of whose address a person has to read what is said. */
    private List<Address> addresses(CaseSummary file, LetterView letter) {
        var to = people(file, letter);
        var living = to.stream().collect(Collectors.groupingBy(person -> Envelope.isForAPerson(person) ? List.of(person.numbered()) : Envelope.home(person), LinkedHashMap::new, Collectors.toList())).values();
        if (living.size() < 2) {
            var lines = new ArrayList<String>();
            lines.add(letter.to().isBlank() ? "To whom it may concern" : letter.to());
            to.stream().limit(1).map(Envelope::home).forEach(lines::addAll);
            return List.of(new Address(lines, to.stream().map(PartyView::number).toList()));
        }
        return living.stream().map(together -> new Address(Stream.concat(Stream.of(names(together)), Envelope.home(together.get(0)).stream()).toList(), together.stream().map(PartyView::number).toList())).toList();
    }

    /** Those to whom a letter goes, as they were chosen; by their names where it is from before that was kept. */
    private List<PartyView> people(CaseSummary file, LetterView letter) {
        if (!letter.people().isEmpty()) {
            return parties.of(file.reference(), letter.people());
        }
        var all = parties.addressees(file.reference());
        return !letter.to().equals(CaseFiles.OMBUDSMAN) && all.names().equals(letter.to()) ? all.to() : List.of();
    }

    private static String names(List<PartyView> people) {
        return people.stream().map(PartyView::label).collect(Collectors.joining(" and "));
    }

    /** Lines of an address, and the numbers of those who live there. */
    private record Address(List<String> lines, List<Integer> people) {
        /** Nothing of it may stand in a log. */
        @Override
        public String toString() {
            return "Address";
        }
    }
}
