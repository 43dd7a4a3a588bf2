package org.redress.gate;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.filter.Filter;
import org.jspecify.annotations.NullUnmarked;
import org.redress.engine.Inside;
import org.redress.engine.Tasks;
import org.redress.identity.AccessChange;
import org.redress.identity.AccessChange.Kind;
import org.redress.identity.RestrictedCases;
import org.redress.identity.AccessNews;
import org.redress.identity.Turns;
import org.springframework.stereotype.Component;

/**
 * Changes of accounts one after the other, and a word to those who keep who was given what: each change has its entry in its own transaction, and is
 * not made without it.
 */
@Component
@NullUnmarked
class AccountChanges {
    private final Turns turns;
    private final AccessNews news;

    AccountChanges(Turns turns, AccessNews news) {
        this.turns = turns;
        this.news = news;
    }

    /** Waits until nobody else changes accounts; what is looked at after this holds until the end of the transaction. */
    void takeTurn() {
        turns.take(Turns.ACCOUNTS);
    }

    /** A task was given to somebody, by whoever is signed in or by the model, or given back. */
    void given(DelegateTask task) {
        var person = task.getAssignee() != null ? task.getAssignee() : Tasks.assigneeBefore(task);
        if (person != null) {
            news.tell(AccessChange.ofTask(task.getAssignee() == null ? Kind.TASK_GIVEN_BACK : Kind.TASK_GIVEN, person, RestrictedCases.council(task.getTenantId()), (String) task.getVariable("caseReference"), task.getName()));
        }
    }

    /** Something about an account, at each of the person's councils as they are now. */
    void ofAccount(Kind kind, String person, String what) {
        news.ofAccount(kind, person, what);
    }

    /** Somebody joined a council, with the roles that they have; those count there from now on. */
    void joined(Inside inside, String person, String council) {
        var roles = AccountRules.groups(inside, person).stream().sorted().map(role -> " " + role).collect(Collectors.joining());
        news.tell(AccessChange.ofAccount(Kind.COUNCIL_JOINED, person, council + roles, council));
    }

    void left(String person, String council) {
        news.tell(AccessChange.ofAccount(Kind.COUNCIL_LEFT, person, council, council));
    }

    void ofFilter(Kind kind, Filter filter) {
        news.tell(AccessChange.ofFilter(kind, filter.getId(), null));
    }

    void ofFilter(Kind kind, String filter) {
        news.tell(AccessChange.ofFilter(kind, filter, null));
    }

    /** Who sees a filter: everybody is noted as {@code *}, a group by its id. */
    void ofSharing(Kind kind, Authorization right) {
        var whom = right.getUserId() != null ? right.getUserId() : right.getGroupId();
        news.tell(AccessChange.ofFilter(kind, right.getResourceId(), whom));
    }
}
