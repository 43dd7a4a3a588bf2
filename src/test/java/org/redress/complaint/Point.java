package org.redress.complaint;

import java.util.Map;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;

/** Where a case can stand when something happens to it; all of it happens on the day on which the office stands. */
enum Point {
    BEFORE_THE_ACKNOWLEDGEMENT {
        @Override
        String reach(Office office, Casework casework) {
            return office.receive("kent", Map.of());
        }
    },
    BEFORE_THE_ASSESSMENT {
        @Override
        String reach(Office office, Casework casework) {
            return casework.acknowledged("kent", Map.of());
        }
    },
    BEFORE_THE_REFUSAL {
        @Override
        String reach(Office office, Casework casework) {
            var reference = casework.acknowledged("kent", Map.of());
            office.complete(reference, "Assess complaint", Answers.accept(office.today(), Map.of("assessment", "refuse")));
            return reference;
        }
    },
    WITH_ISSUES_TO_ANSWER {
        @Override
        String reach(Office office, Casework casework) {
            var reference = casework.accepted("kent");
            office.complete(reference, "Decide who answers", Answers.responder("kent-manager"));
            office.complete(reference, "Investigate complaint", Answers.investigate());
            office.event(reference, "issue", Map.of());
            return reference;
        }
    },
    BEFORE_THE_WISH {
        @Override
        String reach(Office office, Casework casework) {
            var reference = casework.accepted("kent");
            casework.respond(reference, "kent-manager");
            return reference;
        }
    },
    BEFORE_THE_ACKNOWLEDGEMENT_OF_STAGE_TWO {
        @Override
        String reach(Office office, Casework casework) {
            var reference = casework.accepted("kent");
            casework.respond(reference, "kent-manager");
            casework.wish(reference, "next-stage");
            return reference;
        }
    },
    AWAITING_AN_ADVOCATE {
        @Override
        String reach(Office office, Casework casework) {
            var reference = casework.acknowledged("kent", Map.of("complainantRole", "parent"));
            office.event(reference, "advocate-asked", Map.of());
            office.complete(reference, "Assess complaint", Answers.accept(office.today(), Map.of("subject", "child-in-need")));
            return reference;
        }
    },
    WITH_BOTH_REPORTS_OPEN {
        @Override
        String reach(Office office, Casework casework) {
            var reference = casework.straightToStage2("kent");
            office.complete(reference, "Appoint investigators", Answers.investigators("kent", office.today(), Map.of()));
            return reference;
        }
    },
    WITHIN_THE_TIME_FOR_A_PANEL {
        @Override
        String reach(Office office, Casework casework) {
            var reference = casework.straightToStage2("kent");
            casework.adjudicate(reference, "kent");
            return reference;
        }
    },
    BEFORE_THE_PANEL {
        @Override
        String reach(Office office, Casework casework) {
            return casework.panelRequested("kent");
        }
    },
    BEFORE_THE_SIGNPOST {
        @Override
        String reach(Office office, Casework casework) {
            var reference = casework.accepted("kent");
            casework.respond(reference, "kent-manager");
            casework.wish(reference, "no-request");
            return reference;
        }
    };

    abstract String reach(Office office, Casework casework);
}
