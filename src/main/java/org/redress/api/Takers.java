package org.redress.api;

import java.util.List;
import org.redress.gate.OpenWork;
import org.redress.gate.OpenWork.OpenTask;
import org.redress.identity.Authority;
import org.redress.identity.Authority.Person;
import org.springframework.stereotype.Component;

/** To whom the open tasks of a case can be given: those whom claiming and completing would let do them, and who are there (CORP-26, CHD-22). */
@Component
class Takers {
    private final OpenWork work;
    private final Authority authority;

    Takers(OpenWork work, Authority authority) {
        this.work = work;
        this.authority = authority;
    }

    List<CaseDocument.Work> of(String reference, Names names) {
        var who = authority.remembering();
        return work.of(reference).stream().map(task -> new CaseDocument.Work(task.title(), task.assignee() == null ? null : names.of(task.assignee()), takers(who, task))).toList();
    }

    /** To whom one open task can be given; nobody for one that is not open. */
    List<Person> ofTask(String task) {
        return work.among(List.of(task)).stream().flatMap(open -> people(authority, open).stream()).toList();
    }

    private static List<String> takers(Authority who, OpenTask task) {
        return people(who, task).stream().map(person -> person.name() + ", " + person.id()).toList();
    }

    private static List<Person> people(Authority who, OpenTask task) {
        return who.people(who.who(task.work()).stream().filter(person -> who.objectionToGiving(person, task.work()).isEmpty()).toList());
    }
}
