package org.redress.correction;

import java.util.List;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.springframework.context.ApplicationContext;

/** Whether the day of every letter in a file hangs on a fact that can be put right. */
public final class LettersAndDays {
    private LettersAndDays() {}

    /** The letters that one's own side sent and whose day no correction would move. */
    public static List<LetterView> without(ApplicationContext application, String reference) {
        var effects = application.getBean(Correctable.class).asked();
        var cases = application.getBean(CaseFiles.class);
        var facts = cases.facts(reference);
        return cases.letters(reference).stream().filter(letter -> letter.receivedOn() == null)
                .filter(letter -> facts.stream().filter(fact -> fact.day().filter(letter.sentOn()::equals).isPresent())
                        .noneMatch(fact -> effects.apply(fact).as() == Correctable.As.DAY && effects.apply(fact).sent().contains(letter.kind())))
                .toList();
    }
}
