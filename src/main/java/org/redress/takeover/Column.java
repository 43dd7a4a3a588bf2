package org.redress.takeover;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A column of the file; its name is written in capitals or not. Some are of a council's cases, some of the Ombudsman's, and the rest of both. */
enum Column {
    OLD_NUMBER, COUNCIL, RECEIVED_ON, CHANNEL, COMPLAINANT, CONTACT, OTHER_PEOPLE, COMPLAINT, KNOWN_ON, ISSUES, WITH, STAGE, ANOTHER_MATTER, CONFIRMED,
    COMPLAINANT_ROLE(Side.COUNCIL), OUTCOME_WANTED(Side.COUNCIL), CARE_SERVICE(Side.COUNCIL), ACKNOWLEDGED_ON(Side.COUNCIL), SUBJECT(Side.COUNCIL), AROSE_ON(Side.COUNCIL), SERVICE(Side.COUNCIL),
    EXTENDED_ON(Side.COUNCIL), EXTENDED_TO(Side.COUNCIL), STAGE_1_ANSWERED_ON(Side.COUNCIL), STAGE_1_FINDINGS(Side.COUNCIL), STAGE_1_ANSWER(Side.COUNCIL), STAGE_1_ANSWERED_BY(Side.COUNCIL),
    STAGE_1_APPROVED_BY(Side.COUNCIL), STAGE_2_ASKED_ON(Side.COUNCIL), STAGE_2_ACKNOWLEDGED_ON(Side.COUNCIL), PROCEDURE(Side.COUNCIL),
    AUTHORITY(Side.OMBUDSMAN), COUNCIL_REFERENCE(Side.OMBUDSMAN), OMBUDSMAN_REFERENCE(Side.OMBUDSMAN), STANDING(Side.OMBUDSMAN), PERSON_AFFECTED(Side.OMBUDSMAN), COUNCIL_TOLD_ON(Side.OMBUDSMAN),
    COUNCIL_ANSWERED_ON(Side.OMBUDSMAN), FORWARDED_ON(Side.OMBUDSMAN), CATEGORY(Side.OMBUDSMAN), ALLOCATED_ON(Side.OMBUDSMAN), COUNCIL_NOTIFIED_ON(Side.OMBUDSMAN), ENQUIRY_SENT_ON(Side.OMBUDSMAN),
    FINDINGS(Side.OMBUDSMAN), AGREED_ACTIONS(Side.OMBUDSMAN), APPROVED_BY(Side.OMBUDSMAN), DRAFT_SENT_ON(Side.OMBUDSMAN), COMMENTS_BY(Side.OMBUDSMAN), COMPLAINANT_COMMENTED_ON(Side.OMBUDSMAN),
    COUNCIL_COMMENTED_ON(Side.OMBUDSMAN), DECIDED_ON(Side.OMBUDSMAN), FUNDAMENTAL_STANDARD(Side.OMBUDSMAN);

    /** Without them no case of the side can be opened. */
    private static final Set<Column> NEEDED = EnumSet.of(OLD_NUMBER, RECEIVED_ON, CHANNEL, COMPLAINANT, COMPLAINT, COMPLAINANT_ROLE, AUTHORITY, STANDING);

    private final Set<Side> sides;

    Column(Side... sides) {
        this.sides = sides.length == 0 ? EnumSet.allOf(Side.class) : EnumSet.copyOf(Arrays.asList(sides));
    }

    /** Whose case a line is about. */
    enum Side { COUNCIL, OMBUDSMAN }

    /** As the first line of the file has it, for example "received on". */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean of(Side side) {
        return sides.contains(side);
    }

    boolean needed(Side side) {
        return of(side) && NEEDED.contains(this);
    }

    /** Whether every file has it, whosever cases it holds. */
    boolean always() {
        return Arrays.stream(Side.values()).allMatch(this::needed);
    }

    boolean day() {
        return name().endsWith("_ON") || this == EXTENDED_TO || this == COMMENTS_BY;
    }

    boolean yesOrNo() {
        return this == ANOTHER_MATTER || this == CONFIRMED;
    }

    static Optional<Column> of(String title) {
        var plain = title.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
        return Arrays.stream(values()).filter(column -> column.title().equals(plain)).findFirst();
    }

    static String titles() {
        return Arrays.stream(values()).map(Column::title).collect(Collectors.joining(", "));
    }
}
