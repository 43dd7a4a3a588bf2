package org.redress.identity;

import static org.redress.identity.Sight.Content.ANSWERS;
import static org.redress.identity.Sight.Content.CHRONOLOGY;
import static org.redress.identity.Sight.Content.COMMENTS;
import static org.redress.identity.Sight.Content.CONFIDENTIAL_DRAFTS;
import static org.redress.identity.Sight.Content.CONTACTS;
import static org.redress.identity.Sight.Content.DRAFTS;
import static org.redress.identity.Sight.Content.EVIDENCE;
import static org.redress.identity.Sight.Content.FINDINGS;
import static org.redress.identity.Sight.Content.OPENINGS;
import static org.redress.identity.Sight.Content.OPEN_WORK;
import static org.redress.identity.Sight.Content.WITHHELD_EVIDENCE;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.redress.identity.Sight.Content;

/** Which role reads which contents of the cases that there are for it; the same table is in docs/security.md. */
final class SightOfRoles {
    private SightOfRoles() {}

    /** Whether a role reads cases at all: process owners do not. */
    static boolean reads(Role role) {
        return role != Role.PROCESS_OWNERS;
    }

    /** What a role reads; supervisors are at councils and at the Ombudsman's. */
    static Set<Content> of(Role role, boolean ombudsmans) {
        return switch (role) {
            case SUPERVISORS -> ombudsmans ? EnumSet.allOf(Content.class) : all(CONFIDENTIAL_DRAFTS);
            case COMPLAINTS_TEAM -> all(CONFIDENTIAL_DRAFTS, OPEN_WORK, OPENINGS);
            // they comment on the Ombudsman's drafts (LGS-14)
            case LINK_OFFICERS -> all(OPEN_WORK, OPENINGS);
            case RESPONDERS, APPROVERS -> all(CONFIDENTIAL_DRAFTS, WITHHELD_EVIDENCE, OPEN_WORK, OPENINGS);
            case INVESTIGATING_OFFICERS, ADJUDICATING_OFFICERS -> all(CONFIDENTIAL_DRAFTS, OPEN_WORK, OPENINGS);
            case PANEL_CLERKS -> all(DRAFTS, CONFIDENTIAL_DRAFTS, WITHHELD_EVIDENCE, OPEN_WORK, OPENINGS);
            // no officers of the council: they read what they are to judge (CHD-22)
            case INDEPENDENT_PERSONS -> all(DRAFTS, CONFIDENTIAL_DRAFTS, WITHHELD_EVIDENCE, FINDINGS, OPEN_WORK, OPENINGS);
            case PANEL_MEMBERS -> all(CONTACTS, DRAFTS, CONFIDENTIAL_DRAFTS, WITHHELD_EVIDENCE, FINDINGS, OPEN_WORK, OPENINGS);
            // they do what was agreed, and whatever else the council asks of them
            case SERVICES -> all(DRAFTS, CONFIDENTIAL_DRAFTS, COMMENTS, EVIDENCE, WITHHELD_EVIDENCE, CHRONOLOGY, ANSWERS, FINDINGS, OPEN_WORK, OPENINGS);
            case OMBUDSMAN_APPROVERS -> all(OPENINGS);
            case OMBUDSMAN_INTAKE, OMBUDSMAN_INVESTIGATORS -> all(OPEN_WORK, OPENINGS);
            case OMBUDSMAN_COMPLIANCE -> all(DRAFTS, CONFIDENTIAL_DRAFTS, WITHHELD_EVIDENCE, OPEN_WORK, OPENINGS);
            case PROCESS_OWNERS -> EnumSet.noneOf(Content.class);
        };
    }

    /** What the answers to a form tell of. */
    static Optional<Content> needed(String form) {
        return switch (form) {
            case "draft-response", "approve-response", "decide-panel-answer", "draft-decision", "decide-on-draft" -> Optional.of(DRAFTS);
            case "ombudsman-letter", "comment-on-draft" -> Optional.of(CONFIDENTIAL_DRAFTS);
            case "hand-in-evidence", "judge-evidence", "disclosure" -> Optional.of(WITHHELD_EVIDENCE);
            case "complaint-received", "ombudsman-complaint", "service-requested", "people-change", "ask-for-consent", "record-consent", "contact-restriction",
                    "review-contact-restriction", "decide-restriction-appeal" -> Optional.of(CONTACTS);
            default -> Optional.empty();
        };
    }

    private static Set<Content> all(Content... but) {
        var seen = EnumSet.allOf(Content.class);
        for (var one : but) {
            seen.remove(one);
        }
        return seen;
    }
}
