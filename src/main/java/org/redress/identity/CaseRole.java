package org.redress.identity;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The roles of a case that a person has by name, whoever else is in the group (CORP-26, CHD-41, CHD-47, CHD-48, LGS-06). */
public enum CaseRole {
    ANSWERS(Role.RESPONDERS, "respond", "${responder}", "answers the complaint", "Who answers the complaint"),
    APPROVES(Role.APPROVERS, "approve", null, "approves the response", "Who approves the response"),
    INVESTIGATES(Role.INVESTIGATING_OFFICERS, "investigate", "${investigatingOfficer}", "is the Investigating Officer", "Investigating Officer"),
    INDEPENDENT(Role.INDEPENDENT_PERSONS, "independent", "${independentPerson}", "is the Independent Person", "Independent Person"),
    ADJUDICATES(Role.ADJUDICATING_OFFICERS, "adjudicate", "${adjudicator}", "adjudicates", "Adjudicating officer"),
    ALLOCATED(Role.OMBUDSMAN_INVESTIGATORS, "investigate-complaint", "${allocated.to(caseReference)}", "investigates for the Ombudsman", "Investigator at the Ombudsman");

    private final Role role;
    private final String duty;
    private final @Nullable String before;
    private final String words;
    private final String title;

    CaseRole(Role role, String duty, @Nullable String before, String words, String title) {
        this.role = role;
        this.duty = duty;
        this.before = before;
        this.words = words;
        this.title = title;
    }

    /** The value of a form's option and of the case file, for example {@code answers}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The group whose people can have it. */
    public Role role() {
        return role;
    }

    /** The duty that it means, for the separation of duties. */
    public String duty() {
        return duty;
    }

    /** What somebody who has it does, after their name. */
    public String words() {
        return words;
    }

    /** What people choose it by, as the form for handing over has it. */
    public String title() {
        return title;
    }

    /** Whether it is given anew at every stage; the Ombudsman's investigator has the case whatever the version of the draft. */
    public int stage(int stage) {
        return this == ALLOCATED ? 0 : stage;
    }

    /** Whether it is a role of an Ombudsman's case. */
    public boolean ombudsmans() {
        return this == ALLOCATED;
    }

    /** The role with this key. */
    public static CaseRole of(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no role of a case " + key + "."));
    }

    /** The role whose holder a model names as assignee: by its method, or by the variable in which models before named the person. */
    public static Optional<CaseRole> ofAssignee(@Nullable String expression) {
        return Arrays.stream(values())
                .filter(role -> ("${whoever." + role.key() + "(execution)}").equals(expression) || role.before != null && role.before.equals(expression))
                .findFirst();
    }
}
