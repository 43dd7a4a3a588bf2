package org.redress.gate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a form asks for, for those who write its answers outside a browser.
 *
 * @param type one of text, choice, box, number, date and time
 * @param options the labels of a choice by their codes; empty where the case itself has them
 * @param optionsFrom the variable of a task in which the case has them, if it does
 */
public record FormField(String key, String type, String label, boolean required, boolean readonly, Map<String, String> options, @Nullable String optionsFrom) {

    /** The fields of a form's file; what only shows a text of the record asks nothing. */
    public static List<FormField> of(String json) {
        return FormReader.read(json).fields().stream().filter(field -> !field.shows()).map(field -> new FormField(field.key(), type(field.kind()), field.label(), field.required(), field.readonly(),
                field.optionsVariable() == null ? field.options() : Map.of(), field.optionsVariable())).toList();
    }

    /** The labels of a choice by their codes, as a variable of a task has them. */
    public static Map<String, String> options(@Nullable Object variable) {
        return Options.read(variable);
    }

    private static String type(Field.Kind kind) {
        return switch (kind) {
            case LINE, TEXT -> "text";
            case CHOICE -> "choice";
            case YES_NO -> "box";
            case NUMBER -> "number";
            case DATE -> "date";
            case TIME -> "time";
        };
    }
}
