package org.redress.attacks;

import java.util.List;

/** Who attacks: all have an account but the stranger. */
enum Person {
    STRANGER("a stranger", null),
    OFFICER("an officer", "kent-officer"),
    CLERK("a colleague without the role", "kent-clerk"),
    DRAFTER("who drafted the response", "kent-manager"),
    APPROVER("an approver", "kent-approver"),
    NEIGHBOUR("an officer of another council", "leicestershire-officer"),
    SUPERVISOR("a supervisor", "kent-supervisor"),
    OWNER("a process owner", "process-owner"),
    ADMINISTRATOR("an administrator", "admin"),
    OMBUDSMAN("the Ombudsman's investigator", "ombudsman-investigator"),
    LINK("a link officer", "kent-link-officer"),
    NEIGHBOURING_LINK("a link officer of another council", "leicestershire-link-officer"),
    NEIGHBOURING_SUPERVISOR("a supervisor of another council", "leicestershire-supervisor"),
    BOTH("an officer who is a supervisor too", "kent-both"),
    HEAD("a supervisor who answers the case", "kent-head"),
    FORMER("who had the case before", "kent-former"),
    STAND_IN("a deputy who goes away too", "kent-stand-in"),
    OF_WASTE("a responder of another service", "kent-of-waste"),
    OF_NONE("a responder without a service any more", "kent-of-none"),
    LINK_OFFICER("a link officer", "kent-link-officer"),
    DEMOTED("who has lost the role", "kent-demoted"),
    RETURNER("a new person with the name of a deleted one", "kent-leaver");

    /** One of each kind that has an account. */
    static final List<Person> EVERYBODY = List.of(OFFICER, CLERK, NEIGHBOUR, SUPERVISOR, OWNER, ADMINISTRATOR, OMBUDSMAN);

    /** Those to whom a task of the council's complaints team is none of their business. */
    static final List<Person> OTHERS = List.of(CLERK, NEIGHBOUR, ADMINISTRATOR, OMBUDSMAN);

    final String title;
    final String id;

    Person(String title, String id) {
        this.title = title;
        this.id = id;
    }
}
