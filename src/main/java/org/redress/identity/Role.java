package org.redress.identity;

import java.util.Locale;

/** The groups that models give work to; a council's people have one or more of them. */
public enum Role {
    COMPLAINTS_TEAM("Complaints team"),
    RESPONDERS("Responders"),
    APPROVERS("Approvers"),
    INVESTIGATING_OFFICERS("Investigating Officers"),
    INDEPENDENT_PERSONS("Independent Persons"),
    ADJUDICATING_OFFICERS("Adjudicating officers"),
    PANEL_CLERKS("Panel clerks"),
    PANEL_MEMBERS("Panel members"),
    LINK_OFFICERS("Link officers"),
    SERVICES("Services"),
    SUPERVISORS("Supervisors"),
    OMBUDSMAN_INTAKE("Ombudsman’s intake"),
    OMBUDSMAN_INVESTIGATORS("Ombudsman’s investigators"),
    OMBUDSMAN_APPROVERS("Ombudsman’s approvers"),
    OMBUDSMAN_COMPLIANCE("Ombudsman’s compliance"),
    PROCESS_OWNERS("Process owners");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** The id of the group in the engine and in the models, for example {@code complaints-team}. */
    public String group() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name as people read it. */
    public String title() {
        return title;
    }

    /** Whether its people work for a service of the council, if they belong to one; all other roles serve the whole council. */
    public boolean ofServices() {
        return this == RESPONDERS || this == APPROVERS || this == SERVICES;
    }

    /** The name in expressions of the models, for example {@code panelMembers}. */
    String property() {
        var words = group().split("-");
        var property = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            property.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return property.toString();
    }
}
