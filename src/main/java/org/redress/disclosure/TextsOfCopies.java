package org.redress.disclosure;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.redress.casefile.CaseFiles;
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

    TextsOfCopies(PublicationCopies copies, CaseFiles cases) {
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

    @Bean
    FromRecord copyGivenBackOfRecord() {
        return of("copy-given-back", Content.DRAFTS, reference -> cases.lastAnswer(reference, "publish-decision", "copyWrong"));
    }
}
