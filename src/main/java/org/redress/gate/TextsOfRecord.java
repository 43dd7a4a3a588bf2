package org.redress.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.redress.gate.FromRecord.Asking;
import org.redress.identity.RestrictedCases;
import org.redress.identity.Sight;
import org.redress.identity.Sight.Content;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The texts of the record that stand on the form of a task, for whoever may read them. */
@Component
class TextsOfRecord {
    private final ObjectProvider<FromRecord> texts;
    private final Sight sight;
    private final ObjectProvider<RecordShown> watch;

    TextsOfRecord(ObjectProvider<FromRecord> texts, @Lazy Sight sight, ObjectProvider<RecordShown> watch) {
        this.texts = texts;
        this.sight = sight;
        this.watch = watch;
    }

    /** The texts by the keys of the form's fields, for a person who opens the form; that they read the record is noted first. */
    Map<String, String> shown(Form form, DelegateTask task, String person) {
        var reference = (String) task.getVariable("caseReference");
        if (reference == null || form.ofRecord().isEmpty()) {
            return Map.of();
        }
        watch.forEach(one -> one.shown(reference, RestrictedCases.council(task.getTenantId()), task.getId()));
        var contents = sight.contents(person, task.getTenantId(), reference);
        return texts(form, new Asking(person, reference, task::getVariable), contents);
    }

    private Map<String, String> texts(Form form, Asking asking, Set<Content> contents) {
        var found = new HashMap<String, String>();
        form.ofRecord().forEach((key, name) -> named(name).filter(text -> contents.contains(text.content())).flatMap(text -> text.text(asking))
                .filter(text -> !text.isBlank()).ifPresent(text -> found.put(key, text)));
        return found;
    }

    /** Whether there is a text of this name. */
    private Optional<FromRecord> named(String name) {
        return texts.stream().filter(text -> text.name().equals(name)).findFirst();
    }
}
