package org.redress.letters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What templates can name, and what is filled in for it; names with a dot are parts of a list, or of the other name. */
final class Names {
    /** What a person wrote in the task; every letter has it once. */
    static final String WORDS = "words";

    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put(WORDS, "what the person writes in the task");
        ALL.put("salutation", "whom the letter greets: title and surname where one or two words follow the title (initials and a small \"van\" or \"de\" apart); the whole name where there is no title, where more words follow (\"Mrs Nguyen Thi Hoa\") or where"
                + " more than a name stands there (\"Ms T’s mother\")");
        ALL.put("complainant", "everybody who complains");
        ALL.put("reference", "our reference");
        ALL.put("theirReference", "the other side’s reference, if it is known");
        ALL.put("date", "the day of the letter");
        ALL.put("receivedOn", "the day on which the complaint came");
        ALL.put("complaint", "the complaint as it was received");
        ALL.put("matter", "what it is: a complaint, or a request");
        ALL.put("request", "it is a request for a service, or for one’s own data");
        ALL.put("outcomeWanted", "what they want, if they said so");
        ALL.put("stage", "the number of the stage; nothing where there is none, as for adult social care and public health");
        ALL.put("onlyStage", "the procedure has this one stage");
        ALL.put("requestedOn", "the day on which a further stage was asked for, in its acknowledgement");
        ALL.put("answerBy", "the day by which the response, or the answer to a panel, is due, if it is known");
        ALL.put("newDay", "the new day, in a letter that gives more time or explains a delay");
        ALL.put("replyBy", "the day by which the reader answers: an enquiry, a draft decision, a report, a notice about newspapers");
        ALL.put("reviewBy", "the last day for asking the Ombudsman for a review");
        ALL.put("goOnBy", "the last day on which a complaint that was withdrawn can be taken up again");
        ALL.put("resubmitWithin", "how long after concurrent proceedings a complaint can come again, such as 1 year");
        ALL.put("accessRequest", "it is a request for one’s own data");
        ALL.put("late", "what is chased and has a day that is over, one after the other");
        ALL.put("late.what", "what should have come");
        ALL.put("late.dueOn", "when it was due");
        ALL.put("found", "what was found out about the complaint");
        ALL.put("recommendations", "what the review panel recommended, in the answer to it");
        ALL.put("council", "the council");
        ALL.put("council.name", "its name");
        ALL.put("council.address", "its address");
        ALL.put("council.email", "its e-mail address");
        ALL.put("council.telephone", "its telephone number");
        ALL.put("council.web", "its page on the web");
        ALL.put("ombudsman", "the Ombudsman");
        ALL.put("ombudsman.name", "their name");
        ALL.put("ombudsman.address", "their address");
        ALL.put("ombudsman.telephone", "their telephone number");
        ALL.put("ombudsman.web", "their page on the web");
        ALL.put("ombudsman.within", "how long people have for going to them, such as 12 months");
        ALL.put("issues", "the issues, one after the other");
        ALL.put("issues.number", "its number");
        ALL.put("issues.text", "the issue");
        ALL.put("issues.decision", "what was decided on it");
        ALL.put("issues.reasons", "the reasons");
        ALL.put("issues.remedy", "the remedy, if there is one");
        ALL.put("toDo", "there is something that was promised or agreed");
        ALL.put("actions", "what was promised or agreed, one after the other");
        ALL.put("actions.number", "its number");
        ALL.put("actions.wording", "what will be done");
        ALL.put("actions.due", "by when");
        ALL.put("nextStage", "there is another stage that can be asked for");
        ALL.put("nextStage.number", "its number");
        ALL.put("nextStage.lastDay", "the last day for asking, if it is known");
        ALL.put("nextStage.within", "how long they have for asking for a panel, such as 20 working days, because the day on which they get the letter is not known");
        ALL.put("investigation", "the next stage is an investigation with an Independent Person");
        ALL.put("panel", "the next stage is a review panel");
    }

    private Names() {}

    /** All of them, each with what it is. */
    static Map<String, String> all() {
        return Map.copyOf(ALL);
    }

    /** In the order in which a reader wants them. */
    static Map<String, String> inOrder() {
        return new LinkedHashMap<>(ALL);
    }

    /** What a name in a template can be: it is called by the last part of its name within a list, or what it is a part of. */
    static List<String> known(String name) {
        return ALL.keySet().stream().filter(one -> one.equals(name) || one.endsWith("." + name) && one.indexOf('.') == one.length() - name.length() - 1).toList();
    }
}
