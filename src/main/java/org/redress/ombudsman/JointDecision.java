package org.redress.ombudsman;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseLinks;
import org.redress.casefile.Happening;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.gate.Submission;
import org.springframework.stereotype.Component;

/**
 * Several complainants or councils in one decision: each has a case, findings, actions and a statement of their own, and what the
 * investigator marks as common stands word for word in each. Nothing else of one case gets into another (LGA-18, LGA-19, DAT-02).
 */
@Component
public class JointDecision {
    private static final String FIELD = "commonPart";
    private static final Set<String> FORMS = Set.of("draft-decision", "issue-decision");
    private static final String HEADING = "\n\nCommon to all complaints that are decided jointly:\n";

    private final CaseFiles cases;
    private final CaseLinks links;
    private final Parties parties;

    JointDecision(CaseFiles cases, CaseLinks links, Parties parties) {
        this.cases = cases;
        this.links = links;
        this.parties = parties;
    }

    /** The cases that are decided jointly with this one, for its forms; null where it is decided by itself. */
    public @Nullable String cases(DelegateExecution execution) {
        var others = links.decidedJointly((String) execution.getVariable("caseReference"));
        return others.isEmpty() ? null : String.join(", ", others);
    }

    /** The text of a case with what is common to all; refuses a common part that names somebody whom not all know, or that differs from what was issued. */
    String with(Submission form, String text) {
        var others = links.decidedJointly(form.reference());
        if (others.isEmpty()) {
            return text;
        }
        var common = form.optionalText(FIELD).or(() -> written(form.reference(), others));
        common.ifPresent(part -> {
            refuseNames(form, others, part);
            refuseAnother(form, others, part);
        });
        return common.map(part -> text + HEADING + part).orElse(text);
    }

    /** The same for a letter that nobody sends yet. */
    String with(String reference, String text) {
        var others = links.decidedJointly(reference);
        return others.isEmpty() ? text : written(reference, others).map(part -> text + HEADING + part).orElse(text);
    }

    /** What was written last, in whichever of the cases. */
    private Optional<String> written(String reference, List<String> others) {
        return Stream.concat(Stream.of(reference), others.stream()).flatMap(file -> cases.chronology(file).stream())
                .filter(happening -> common(happening).isPresent()).max(Comparator.comparing(Happening::recordedAt)).flatMap(JointDecision::common);
    }

    private static Optional<String> common(Happening happening) {
        return happening.answers().stream().filter(given -> FORMS.contains(given.form()) && given.field().equals(FIELD) && given.content() != null)
                .map(Happening.Given::content).findFirst();
    }

    private void refuseNames(Submission form, List<String> others, String part) {
        var files = Stream.concat(Stream.of(form.reference()), others.stream()).toList();
        parties.namedAcross(files, part).ifPresent(named -> {
            throw form.refuse(FIELD, "it names number " + named.person().number() + " of " + named.in() + ", whom " + named.unknownIn() + " does not know; write that in the decision of "
                    + named.in() + " alone (LGA-19, DAT-02).");
        });
    }

    /** What one of them has been told already is told to all in the same words. */
    private void refuseAnother(Submission form, List<String> others, String part) {
        for (var other : others) {
            cases.lastLetter(other, "decision").filter(letter -> LetterView.FINAL.equals(letter.marking()) && letter.text().contains(HEADING) && !letter.text().contains(HEADING + part))
                    .ifPresent(letter -> {
                        throw form.refuse(FIELD, "the decision of " + other + " has been issued with another common part; use the same words, or undo the link with Link cases.");
                    });
        }
    }
}
