package org.redress.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.redress.casefile.Appointments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.casefile.DutyDone;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which duties one person may not have in one complaint (CORP-26, CHD-22, CHD-41, CHD-47, CHD-48, CHD-52, LGS-12, LGS-22). */
@Component
public class SeparationOfDuties {
    private final CaseFiles cases;
    private final Appointments appointments;
    private final Accounts accounts;
    private final Clock clock;

    SeparationOfDuties(CaseFiles cases, Appointments appointments, @Lazy Accounts accounts, Clock clock) {
        this.cases = cases;
        this.appointments = appointments;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The sentence with which a person is turned down for a duty at a stage of a case, if they are. */
    public Optional<String> objection(String reference, int stage, String duty, String person) {
        return objection(cases.duties(reference), stage, duty, person, false);
    }

    /** The same with duties for which people are named and which they have not done yet: neither may exclude the other. */
    Optional<String> objection(List<DutyDone> planned, int stage, String duty, String person) {
        return objection(planned, stage, duty, person, true);
    }

    private Optional<String> objection(List<DutyDone> duties, int stage, String duty, String person, boolean eitherWay) {
        List<DutyDone> own = duties.stream().filter(d -> d.person().equals(person)).toList();
        for (var rule : Rule.values()) {
            for (var other : own) {
                if (rule.forbids(duty, stage, other)) {
                    return Optional.of(accounts.named(person) + " " + rule.did.formatted(other.stage()) + ": " + rule.because);
                }
                if (eitherWay && rule.forbids(other.duty(), other.stage(), new DutyDone(stage, duty, person, other.on()))) {
                    return Optional.of(accounts.named(person) + " has a part in this case that excludes it: " + rule.because);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The sentence with which a person is turned down who confirms a change of what a case rests on, such as who complains: whoever
     * answers, investigates or approves in it, or is named to, does not.
     */
    public Optional<String> involvement(String reference, String person) {
        var today = LocalDate.now(clock);
        return cases.duties(reference).stream().filter(done -> done.person().equals(person)).findFirst()
                .map(done -> accounts.named(person) + " has had a part in this case since " + Dates.dayInFull(done.on()))
                .or(() -> appointments.of(reference).stream().filter(one -> one.person().equals(person) && (one.until() == null || !one.until().isBefore(today)))
                        .findFirst().map(one -> accounts.named(person) + " " + CaseRole.of(one.role()).words()))
                .map(part -> part + ": somebody who neither answers nor approves in it confirms this.");
    }

    /** At which stage the earlier duty counts. */
    private enum When {
        SAME_STAGE,
        OTHER_STAGE,
        ANY_STAGE;

        boolean holds(boolean same) {
            return this == ANY_STAGE || same == (this == SAME_STAGE);
        }
    }

    /** The combinations that are turned down. */
    enum Rule {
        ANSWERS_ANOTHER_STAGE("respond", "respond", When.OTHER_STAGE, "decided stage %d of this complaint", "another person decides the next stage (CORP-26)."),
        ANSWERS_WHAT_THEY_APPROVED("respond", "approve", When.OTHER_STAGE, "approved the answer of stage %d", "another person decides the next stage (CORP-26)."),
        APPROVES_OWN_WORK("approve", "respond", When.SAME_STAGE, "answered at stage %d", "a second person approves it."),
        INVESTIGATES_OWN_STAGE("investigate", "respond", When.OTHER_STAGE, "answered stage %d", "the Investigating Officer is somebody else (CHD-47)."),
        INVESTIGATES_AS_INDEPENDENT_PERSON("investigate", "independent", When.SAME_STAGE, "is the Independent Person of stage %d", "the Investigating Officer is somebody else (CHD-41)."),
        ADJUDICATES_OWN_ANSWER("adjudicate", "respond", When.OTHER_STAGE, "answered stage %d", "the adjudicating officer is somebody else (CHD-48)."),
        ADJUDICATES_OWN_INVESTIGATION("adjudicate", "investigate", When.SAME_STAGE, "investigated stage %d", "the adjudicating officer is somebody else (CHD-48)."),
        ADJUDICATES_AS_INDEPENDENT_PERSON("adjudicate", "independent", When.SAME_STAGE, "is the Independent Person of stage %d", "the adjudicating officer is somebody else (CHD-41)."),
        INDEPENDENT_OF_THE_COUNCIL("independent", "respond", When.OTHER_STAGE, "answered stage %d", "the Independent Person is no officer of the council (CHD-22)."),
        INDEPENDENT_OF_INVESTIGATION("independent", "investigate", When.SAME_STAGE, "investigated stage %d", "the Independent Person is somebody else (CHD-41)."),
        PANEL_WITHOUT_OFFICERS("panel", "respond", When.OTHER_STAGE, "answered stage %d", "a panel is three independent persons (CHD-22, CHD-52)."),
        PANEL_WITHOUT_ADJUDICATOR("panel", "adjudicate", When.OTHER_STAGE, "adjudicated stage %d", "a panel is three independent persons (CHD-22, CHD-52)."),
        PANEL_WITHOUT_INDEPENDENT_PERSON("panel", "independent", When.OTHER_STAGE, "was the Independent Person of stage %d", "they may not sit on the panel (CHD-52)."),
        PANEL_WITHOUT_INVESTIGATOR("panel", "investigate", When.OTHER_STAGE, "investigated stage %d", "the panel is independent of stage 2 (CHD-52)."),
        // a draft has versions, and whoever had a part in one of them is involved
        APPROVES_OWN_DRAFT("approve-decision", "draft-decision", When.ANY_STAGE, "wrote the draft", "a second person approves it (LGS-12)."),
        REVIEWS_OWN_INTAKE("review", "decide-intake", When.ANY_STAGE, "decided on the intake", "the reviewer was not involved (LGS-22)."),
        REVIEWS_OWN_INVESTIGATION("review", "investigate-complaint", When.ANY_STAGE, "investigated this case", "the reviewer was not involved (LGS-22)."),
        REVIEWS_OWN_DRAFT("review", "draft-decision", When.ANY_STAGE, "wrote the decision", "the reviewer was not involved (LGS-22)."),
        REVIEWS_OWN_APPROVAL("review", "approve-decision", When.ANY_STAGE, "approved the decision", "the reviewer was not involved (LGS-22).");

        private final String wanted;
        private final String had;
        private final When when;
        private final String did;
        private final String because;

        Rule(String wanted, String had, When when, String did, String because) {
            this.wanted = wanted;
            this.had = had;
            this.when = when;
            this.did = did;
            this.because = because;
        }

        boolean forbids(String duty, int stage, DutyDone earlier) {
            return duty.equals(wanted) && earlier.duty().equals(had) && when.holds(earlier.stage() == stage);
        }
    }
}
