package org.redress.disclosure;

import java.util.Optional;
import java.util.function.Function;
import org.redress.casefile.CaseFiles;
import org.redress.gate.FromRecord;
import org.redress.identity.Sight.Content;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms about a publication copy show: the decision, the names in it, and the copy as it would be published. */
@Configuration
class TextsOfCopies {
    private final PublicationCopies copies;
    private final CaseFiles cases;

    TextsOfCopies(PublicationCopies copies, CaseFiles cases) {
        this.copies = copies;
        this.cases = cases;
    }

    /** One text by its name. */
    private record Text(String name, Content content, Function<String, Optional<String>> of) implements FromRecord {
        @Override
        public Optional<String> text(Asking asking) {
            return of.apply(asking.reference());
        }
    }

    @Bean
    FromRecord statementToPublishOfRecord() {
        return new Text("statement-to-publish", Content.LETTERS, copies::statement);
    }

    @Bean
    FromRecord namesInStatementOfRecord() {
        return new Text("names-in-statement", Content.LETTERS, copies::looksLikeNames);
    }

    @Bean
    FromRecord namesToReplaceOfRecord() {
        return new Text("names-to-replace", Content.PEOPLE, reference -> copies.names(reference).filter(names -> !names.isBlank()).or(() -> Optional.of(copies.proposed(reference))));
    }

    @Bean
    FromRecord publicationCopyOfRecord() {
        return new Text("publication-copy", Content.LETTERS, reference -> copies.prepared(reference).map(PublicationCopies.Copy::text));
    }

    @Bean
    FromRecord leftInCopyOfRecord() {
        return new Text("left-in-copy", Content.LETTERS, copies::leftWithWords);
    }

    @Bean
    FromRecord copyGivenBackOfRecord() {
        return new Text("copy-given-back", Content.DRAFTS, reference -> cases.lastAnswer(reference, "publish-decision", "copyWrong"));
    }
}
