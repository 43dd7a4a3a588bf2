package org.redress.letters;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of letters that stands in a file of its own and cannot be written over: what the law wants people to be told. */
public enum LetterPart {
    ANSWER_BY("answer-by", "by when an answer comes", List.of("answerBy")),
    ACTIONS("actions", "what will be done and by when, or that nothing is owed", List.of("actions", "actions.wording", "actions.due")),
    COMMENTS("comments", "by when and how to comment, and that it is confidential", List.of("replyBy")),
    COMPLAIN("complain", "the right to complain about how a request was dealt with", List.of("accessRequest", "reference")),
    CONTACT("contact", "who to speak to", List.of("council.name", "reference")),
    DECISIONS("decisions", "the decision on every issue", List.of("issues", "issues.number", "issues.decision")),
    DEFINITION("definition", "the stage and the complaint as defined", List.of("stage", "issues", "issues.text")),
    LATE("late", "what is late, and since when", List.of("late", "late.what", "late.dueOn")),
    NEW_DAY("new-day", "the new day", List.of("newDay")),
    NEXT_STEP("next-step", "how to go on: to the next stage, to a panel, or to the Ombudsman", List.of("nextStage", "panel")),
    OMBUDSMAN("ombudsman", "the right to go to the Ombudsman, with the details", List.of("ombudsman.name", "ombudsman.address", "ombudsman.telephone", "ombudsman.web")),
    OPPORTUNITY("opportunity", "the opportunity to comment from the beginning", List.of()),
    REPLY("reply", "by when a reply is due, and what it is to hold", List.of("replyBy")),
    REPORT_DUTY("report-duty", "what a report obliges to, and by when", List.of("replyBy")),
    RESUBMISSION("resubmission", "the right to bring it again after the proceedings", List.of("resubmitWithin")),
    REVIEW("review", "the right to a review, and by when it is asked for", List.of("reviewBy")),
    STATEMENT_DUTY("statement-duty", "what a notice about newspapers obliges to, and by when", List.of("replyBy"));

    private final String code;
    private final String words;
    private final List<String> names;

    LetterPart(String code, String words, List<String> names) {
        this.code = code;
        this.words = words;
        this.names = names;
    }

    /** As its file and those that take it in are called. */
    public String code() {
        return code;
    }

    /** What it says, for people. */
    public String words() {
        return words;
    }

    /** What is filled in in it; without that it would not say what it is there for. */
    List<String> names() {
        return names;
    }

    static Optional<LetterPart> of(String code) {
        return Stream.of(values()).filter(part -> part.code.equals(code)).findFirst();
    }
}
