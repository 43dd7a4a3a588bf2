package org.redress.api;

import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.redress.api.CaseDocument.Answer;
import org.redress.api.CaseDocument.Due;
import org.redress.api.CaseDocument.Extension;
import org.redress.api.CaseDocument.Given;
import org.redress.api.CaseDocument.Issue;
import org.redress.api.CaseDocument.Letter;
import org.redress.api.CaseDocument.Line;
import org.redress.api.CaseDocument.Party;
import org.redress.api.CaseDocument.Pause;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Happening;
import org.redress.casefile.IssueView;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a case together for reading. */
@Component
class CaseDocuments {
    private final CaseFiles cases;
    private final Deadlines deadlines;
    private final IdentityService identity;

    CaseDocuments(CaseFiles cases, Deadlines deadlines, IdentityService identity) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.identity = identity;
    }

    @Transactional(readOnly = true)
    public CaseDocument of(String reference) {
        var c = cases.get(reference);
        return new CaseDocument(reference, councilName(c.council()), c.status().name().toLowerCase(Locale.ROOT), c.status().text(),
                c.receivedAt().toLocalDate(), words(c.channel()), c.procedure() == null ? null : words(c.procedure()), c.stage(),
                c.complainedOf(), c.outcomeWanted(),
                cases.people(reference).stream().map(p -> new Party(p.label(), words(p.role()))).toList(),
                cases.issues(reference).stream().map(CaseDocuments::issue).toList(),
                deadlines.of(reference).stream().map(CaseDocuments::due).toList(),
                cases.letters(reference).stream().map(l -> new Letter(words(l.kind()), l.to(), l.text(), l.sentOn(), l.receivedOn(),
                        l.channel() == null ? null : words(l.channel()))).toList(),
                cases.chronology(reference).stream().map(CaseDocuments::line).toList());
    }

    private String councilName(String council) {
        var tenant = identity.createTenantQuery().tenantId(council).singleResult();
        return tenant == null ? council : tenant.getName();
    }

    private static Issue issue(IssueView issue) {
        return new Issue(issue.number(), issue.text(), issue.addedOn(), issue.notConsidered() == null ? null : words(issue.notConsidered()),
                issue.answers().stream().map(a -> new Answer(a.stage(), words(a.finding()), a.reasons(), a.remedy(), a.remedyBy(), a.by(), a.on())).toList());
    }

    private static Due due(DeadlineView d) {
        return new Due(d.title(), d.owedBy(), d.rule(), d.clause(), trigger(d.trigger()), d.triggerOn(), d.allowance(), d.dueOn(),
                d.originalDueOn(), d.targetOn(), state(d), d.outcome(), d.steps(),
                d.extensions().stream().map(e -> new Extension(e.on(), e.from(), e.to(), e.reason())).toList(),
                d.pauses().stream().map(p -> new Pause(p.from(), p.to())).toList());
    }

    private static String state(DeadlineView d) {
        if (d.overdue()) {
            return "overdue";
        }
        boolean late = d.state() == DeadlineState.MET && d.daysLate() != null && d.daysLate() > 0;
        return late ? "late" : d.state().name().toLowerCase(Locale.ROOT);
    }

    private static Line line(Happening h) {
        return new Line(h.on(), h.recordedAt(), h.who(), h.what(), h.detail(),
                h.answers().stream().map(g -> new Given(g.label(), g.content())).toList());
    }

    /** "responseSentOn" as "response sent". */
    private static String trigger(String variable) {
        return variable.replaceFirst("On$", "").replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /** A slug as words: "kent-two-stage" as "Kent two stage". */
    private static String words(String slug) {
        var words = slug.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
