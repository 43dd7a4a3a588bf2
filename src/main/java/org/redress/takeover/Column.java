package org.redress.takeover;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A column of the file; its name is written in capitals or not. */
enum Column {
    OLD_NUMBER(true), COUNCIL(false), RECEIVED_ON(true), CHANNEL(true), COMPLAINANT(true), COMPLAINANT_ROLE(true), CONTACT(false), OTHER_PEOPLE(false), COMPLAINT(true),
    OUTCOME_WANTED(false), CARE_SERVICE(false), ACKNOWLEDGED_ON(false), SUBJECT(false), KNOWN_ON(false), AROSE_ON(false), ISSUES(false), SERVICE(false), WITH(false),
    EXTENDED_ON(false), EXTENDED_TO(false), STAGE_1_ANSWERED_ON(false), STAGE_1_FINDINGS(false), STAGE_1_ANSWER(false), STAGE_1_ANSWERED_BY(false), STAGE_1_APPROVED_BY(false),
    STAGE_2_ASKED_ON(false), STAGE_2_ACKNOWLEDGED_ON(false), PROCEDURE(false), STAGE(false), ANOTHER_MATTER(false);

    private final boolean required;

    Column(boolean required) {
        this.required = required;
    }

    /** As the first line of the file has it, for example "received on". */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean required() {
        return required;
    }

    boolean day() {
        return name().endsWith("_ON") || this == EXTENDED_TO;
    }

    static Optional<Column> of(String title) {
        var plain = title.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
        return Arrays.stream(values()).filter(column -> column.title().equals(plain)).findFirst();
    }

    static String titles() {
        return Arrays.stream(values()).map(Column::title).collect(Collectors.joining(", "));
    }
}
