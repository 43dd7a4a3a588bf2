package org.redress.disclosure;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.redress.casefile.AttachmentKind;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.casefile.Happening;
import org.redress.gate.FromRecord;
import org.redress.identity.Sight.Content;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms about a publication copy show: the decision, the names in it, and the copy as it would be published. */
@Configuration
class TextsOfCopies {
    private static final Set<String> MADE = Set.of("Redacted copy made", "Bundle made");

    private final PublicationCopies copies;
    private final CaseFiles cases;
    private final CaseAttachments attachments;
    private final CheckDisclosure check;

    TextsOfCopies(PublicationCopies copies, CaseFiles cases, CaseAttachments attachments, CheckDisclosure check) {
        this.attachments = attachments;
        this.check = check;
        this.copies = copies;
        this.cases = cases;
    }

    /** One text by its name. */
    private record Text(String name, Content content, Function<Asking, Optional<String>> of) implements FromRecord {
        @Override
        public Optional<String> text(Asking asking) {
            return of.apply(asking);
        }
    }

    private static Text of(String name, Content content, Function<String, Optional<String>> reference) {
        return new Text(name, content, asking -> reference.apply(asking.reference()));
    }

    @Bean
    FromRecord statementToPublishOfRecord() {
        return of("statement-to-publish", Content.LETTERS, copies::statement);
    }

    @Bean
    FromRecord namesInStatementOfRecord() {
        return of("names-in-statement", Content.LETTERS, copies::looksLikeNames);
    }

    @Bean
    FromRecord namesToReplaceOfRecord() {
        return of("names-to-replace", Content.PEOPLE, reference -> copies.names(reference).filter(names -> !names.isBlank()).or(() -> Optional.of(copies.proposed(reference))));
    }

    @Bean
    FromRecord publicationCopyOfRecord() {
        return of("publication-copy", Content.LETTERS, reference -> copies.prepared(reference).map(PublicationCopies.Copy::text));
    }

    @Bean
    FromRecord leftInCopyOfRecord() {
        return of("left-in-copy", Content.LETTERS, copies::leftWithWords);
    }

    /** What was made for somebody outside, by places and grounds. */
    @Bean
    FromRecord disclosureOfRecord() {
        return new Text("disclosure", Content.WITHHELD_EVIDENCE, asking -> asking.number("copyNumber").flatMap(number -> cases.chronology(asking.reference()).stream()
                .filter(one -> MADE.contains(one.what()) && String.valueOf(one.detail()).startsWith("Number " + number + " is ")).findFirst().map(Happening::detail)));
    }

    /** What the second person reads of it, each with the number by which they say so. */
    @Bean
    FromRecord disclosureToReadOfRecord() {
        return new Text("disclosure-to-read", Content.WITHHELD_EVIDENCE, asking -> asking.number("copyNumber").flatMap(number -> attachments.find(asking.reference(), number)).map(one -> check.toRead(one.id()))
                .filter(all -> !all.isEmpty()).map(all -> IntStream.range(0, all.size()).mapToObj(at -> (at + 1) + ". " + all.get(at)).collect(Collectors.joining("\n"))));
    }

    /** Which bundle of the case there is for the Ombudsman, or how one is made, for whoever answers an enquiry (DAT-05). */
    @Bean
    FromRecord bundleForOmbudsmanOfRecord() {
        return new Text("bundle-for-ombudsman", Content.SUMMARY, asking -> Optional.of(attachments.all(asking.reference()).stream()
                .filter(one -> one.kind() == AttachmentKind.BUNDLE && one.setAside() == null && String.valueOf(one.description()).startsWith(Bundles.FOR_OMBUDSMAN)).reduce((earlier, later) -> later)
                .map(one -> "Number " + one.number() + " of the attachments is a bundle of " + Dates.inFull(one.receivedOn()) + ". " + (isChecked(asking.reference(), one.number()) ? "It was looked at, and may go out." : "A second person looks at it first: “Check disclosure”."))
                .orElse("There is none. Start “Disclosure” for " + asking.reference() + ", with “A bundle” for the Ombudsman: it holds the record and the files of the case with an index, without what may not leave.")));
    }

    private boolean isChecked(String reference, int number) {
        return cases.chronology(reference).stream().anyMatch(one -> one.what().equals("Disclosure looked at") && String.valueOf(one.detail()).startsWith("Number " + number + " may go out"));
    }

    @Bean
    FromRecord copyGivenBackOfRecord() {
        return of("copy-given-back", Content.DRAFTS, reference -> cases.lastAnswer(reference, "publish-decision", "copyWrong"));
    }
}
