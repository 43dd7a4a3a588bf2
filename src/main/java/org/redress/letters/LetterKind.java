package org.redress.letters;

import static org.redress.letters.LetterPart.ACTIONS;
import static org.redress.letters.LetterPart.ANSWER_BY;
import static org.redress.letters.LetterPart.COMMENTS;
import static org.redress.letters.LetterPart.COMPLAIN;
import static org.redress.letters.LetterPart.CONTACT;
import static org.redress.letters.LetterPart.DECISIONS;
import static org.redress.letters.LetterPart.DEFINITION;
import static org.redress.letters.LetterPart.LATE;
import static org.redress.letters.LetterPart.NEW_DAY;
import static org.redress.letters.LetterPart.NEXT_STEP;
import static org.redress.letters.LetterPart.OMBUDSMAN;
import static org.redress.letters.LetterPart.OPPORTUNITY;
import static org.redress.letters.LetterPart.REPLY;
import static org.redress.letters.LetterPart.REPORT_DUTY;
import static org.redress.letters.LetterPart.RESUBMISSION;
import static org.redress.letters.LetterPart.REVIEW;
import static org.redress.letters.LetterPart.STATEMENT_DUTY;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The letters that the product sends, each with the parts that must be in it and the rule that wants them there. */
public enum LetterKind {
    ACKNOWLEDGEMENT("Acknowledgement", Map.of(CONTACT, "CORP-33", ANSWER_BY, "CORP-20")),
    AGREED_PLAN("Plan of how a complaint is handled", Map.of(CONTACT, "ADT-02", ANSWER_BY, "ADT-02")),
    DELAY_EXPLANATION("Explanation of a delay", Map.of(OMBUDSMAN, "CORP-22")),
    DUPLICATE_NOTICE("Notice that two complaints are one", Map.of(CONTACT, "CORP-33")),
    EXTENSION_NOTICE("Extension notice", Map.of(NEW_DAY, "CORP-22", OMBUDSMAN, "CORP-22")),
    OMBUDSMAN_SIGNPOST("Signposting to the Ombudsman", Map.of(OMBUDSMAN, "CORP-18")),
    PANEL_ANSWER("Answer to the panel’s report", Map.of(ACTIONS, "CORP-35", OMBUDSMAN, "CHD-56")),
    PANEL_REPORT("Panel’s report", Map.of(CONTACT, "CHD-55")),
    PROCEEDINGS_NOTICE("Notice that proceedings elsewhere stop a complaint", Map.of(RESUBMISSION, "CHD-14", CONTACT, "CHD-13", OMBUDSMAN, "CORP-16")),
    PROMISE("What became of a promise", Map.of(CONTACT, "CORP-35")),
    REFUSAL("Refusal", Map.of(OMBUDSMAN, "CORP-16")),
    REQUEST_ANSWER("Answer to a request for a service, or for one’s own data", Map.of(COMPLAIN, "CORP-12, DAT-10", CONTACT, "CORP-10")),
    RESPONSE("Response, adjudication", Map.of(DEFINITION, "CORP-32", DECISIONS, "CORP-31", ACTIONS, "CORP-35", NEXT_STEP, "CORP-32, CHD-46")),
    TAKING_UP("Taking up again", Map.of(CONTACT, "CORP-14")),
    WITHDRAWAL_CONFIRMATION("Confirmation of a withdrawal", Map.of(CONTACT, "CHD-11")),

    DRAFT_COMMENTS("Comments on a draft decision", Map.of()),
    ENQUIRY_REPLY("Reply to an enquiry", Map.of()),
    EVIDENCE("Evidence that an action was done", Map.of()),
    LETTER_NOT_PLACED("Answer to a letter that belongs to no case", Map.of()),
    REPORT_CONFIRMATION("Confirmation of what followed from a report", Map.of()),
    REPORT_RESPONSE("Response to a report", Map.of()),
    SECTION_32_3_NOTICE("Notice under section 32(3)", Map.of()),

    DECISION("Decision statement, closing statement", Map.of(REVIEW, "LGS-22")),
    DRAFT_DECISION("Draft decision", Map.of(COMMENTS, "LGS-13, LGS-14")),
    ENQUIRY("Enquiry", Map.of(REPLY, "LGS-09")),
    FURTHER_REPORT("Further report", Map.of(REPORT_DUTY, "LGA-22")),
    INTAKE_DECISION("Decision not to investigate", Map.of(REVIEW, "LGS-22")),
    NEWSPAPER_STATEMENT("Notice that a statement in newspapers is required", Map.of(STATEMENT_DUTY, "LGA-23")),
    NOTICE("Notice of an investigation", Map.of(OPPORTUNITY, "LGA-16, LGS-07")),
    REMINDER("Reminder", Map.of(LATE, "LGS-10")),
    REPORT("Report", Map.of(REPORT_DUTY, "LGA-21")),
    REVIEW_DECISION("Decision on a review", Map.of()),
    SUMMONS_ISSUED("Witness summons", Map.of(LATE, "LGS-10")),
    SUMMONS_THREATENED("Warning of a witness summons", Map.of(LATE, "LGS-10")),
    VERDICT("Verdict on an agreed action", Map.of());

    private final String words;
    private final Map<LetterPart, String> parts;

    LetterKind(String words, Map<LetterPart, String> parts) {
        this.words = words;
        this.parts = parts.isEmpty() ? Map.of() : new EnumMap<>(parts);
    }

    /** As the case file and the template write it, such as {@code extension-notice}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** What it is, for people. */
    public String words() {
        return words;
    }

    /** Whether the Ombudsman writes it, to whom a council's procedure says nothing. */
    boolean ombudsmans() {
        return compareTo(DECISION) >= 0;
    }

    /** Whether a form asks for its words in Easy Read. */
    boolean easyRead() {
        return this == RESPONSE;
    }

    /** Whether a form proposes its text to whoever begins to write it. */
    boolean proposed() {
        return this == RESPONSE || this == PANEL_ANSWER || this == DRAFT_DECISION;
    }

    /** What must be in it, each with the rule that wants it there. */
    public Map<LetterPart, String> parts() {
        return Map.copyOf(parts);
    }

    /** The kind that the case file writes like this. */
    public static Optional<LetterKind> of(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
