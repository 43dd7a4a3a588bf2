package org.redress.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something to which a council says its words each year: a provision of the Complaint Handling Code in the self-assessment, or a part of the yearly report (CORP-42).
 *
 * @param id in addresses and in the record
 * @param section of the document
 * @param text the provision in our own words, or the question
 * @param source the clause and the rule
 * @param figures the ids of the figures that are counted for it
 */
record Topic(String id, Part part, String section, String text, String source, List<String> figures) {

    /** The document to which it belongs; a provision is answered with whether it is followed. */
    enum Part {
        REPORT("Yearly report"), SELF_ASSESSMENT("Self-assessment");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private static final String CODE = "Complaint Handling Code ";
    private static final List<Topic> ALL = make();

    boolean isProvision() {
        return part == Part.SELF_ASSESSMENT;
    }

    /** All of them, in the order of the documents. */
    static List<Topic> all() {
        return ALL;
    }

    static List<Topic> of(Part part) {
        return ALL.stream().filter(topic -> topic.part == part).toList();
    }

    static Optional<Topic> find(String id) {
        return ALL.stream().filter(topic -> topic.id.equals(id)).findFirst();
    }

    private static List<Topic> make() {
        var topics = new ArrayList<Topic>();
        Stream.of(
                report("analysis", "What the figures show", "What do the numbers, kinds and outcomes of the year’s complaints, and the complaints that were not accepted, say?", "8 (CORP-42)"),
                report("improvements", "What was changed", "Which services were changed because of complaints, beyond putting right the single one?", "8, 9.1 (CORP-42, CORP-43)"),
                report("ombudsman", "What the Ombudsman found", "What do the Ombudsman’s decisions and annual letter say of us, and is there any finding that the Code was not followed?", "8 (CORP-42)"),
                report("response", "What the council answers", "What do the governing body and the Member Responsible for Complaints say to this report?", "8, 9 (CORP-41, CORP-42)")).forEach(topics::add);
        ofComplaints(topics);
        ofStages(topics);
        ofOversight(topics);
        return List.copyOf(topics);
    }

    private static void ofComplaints(List<Topic> topics) {
        var complaints = "1. Service requests and complaints";
        topics.add(provision("service-requests", complaints, "Requests for a service are told from complaints, and are recorded and looked at too.", "1.2, 1.7, 1.8 (CORP-10)", "requests"));
        topics.add(provision("meaning", complaints, "Whoever is dissatisfied with us, our staff or those who act for us complains, whether they use the word or not, and also if somebody speaks for them.", "1.4, 1.5 (CORP-11)", "received"));
        topics.add(provision("answers-to-requests", complaints, "Whoever is dissatisfied with how a request is dealt with can complain, and the work on the request goes on.", "1.7 (CORP-12)"));
        var exclusions = "2. Exclusions";
        topics.add(provision("taken-up", exclusions, "Every complaint is taken up unless there is a reason that can be shown; none is turned away without a look at it.", "2.1, 2.5 (CORP-13)", "not-accepted"));
        topics.add(provision("twelve-months", exclusions, "What happened, or became known, within twelve months is taken up, and older matters where there is a good reason.", "2.2 (CORP-14)"));
        topics.add(provision("listed", exclusions, "Our policy lists when a matter may not be considered, and the list is reasonable.", "2.3 (CORP-15)"));
        topics.add(provision("refusals", exclusions, "Whoever is refused is told why, and that they can take the refusal to the Ombudsman.", "2.4 (CORP-16)", "not-accepted"));
        var access = "3. Accessibility and awareness";
        topics.add(provision("ways-in", access, "There are several ways to complain; everybody can use one, and what people need is adjusted to.", "3"));
        topics.add(provision("known", access, "The policy and the Ombudsman’s part in it are published and easy to find.", "3"));
        topics.add(provision("resources", "4. People who handle complaints", "Enough people with time, training and authority are responsible for complaints.", "4"));
        var process = "5. The process";
        topics.add(provision("one-policy", process, "One policy covers all complaints under the Code, in two stages and no other before, between or after them.", "5 (CORP-04, CORP-29)"));
        topics.add(provision("understanding", process, "The acknowledgement says how the complaint is understood, what outcome is wanted, what we are not responsible for, and who the contact is.", "5 (CORP-33)"));
    }

    private static void ofStages(List<Topic> topics) {
        var stages = "6. The stages";
        topics.add(provision("acknowledged-1", stages, "A complaint is acknowledged and logged within five working days of its receipt.", "6.2 (CORP-20)", "acknowledged"));
        topics.add(provision("answered-1", stages, "Stage 1 is answered within ten working days of the acknowledgement.", "6.3 (CORP-21)", "answered", "not-answered"));
        topics.add(provision("extended", stages, "More time is taken only for a good reason, within the limits; people are told why, until when, and of the Ombudsman.", "6.4, 6.5, 6.15 (CORP-21, CORP-22, CORP-24)", "extended"));
        topics.add(provision("not-held-back", stages, "An answer goes when it is known and does not wait for the actions; these are tracked until they are done.", "6.6 (CORP-30)", "kept"));
        topics.add(provision("every-point", stages, "Every point is answered with reasons, and with the policy or law behind them.", "6.7 (CORP-31)", "issues"));
        topics.add(provision("contents", stages, "A response names its stage, the complaint, the decision and reasons, the remedy, what is still to be done, and how to go on.", "6.8, 6.19 (CORP-32)"));
        topics.add(provision("next-stage", stages, "Whoever is not satisfied with stage 1 gets stage 2, which is the final answer.", "6.10, 6.20 (CORP-27)", "escalated"));
        topics.add(provision("acknowledged-2", stages, "A request for stage 2 is acknowledged, defined and logged within five working days.", "6.11 (CORP-23)", "acknowledged"));
        topics.add(provision("no-reasons", stages, "Nobody has to give reasons to get stage 2.", "6.12 (CORP-25)"));
        topics.add(provision("somebody-else", stages, "Stage 2 is considered by somebody else than stage 1.", "6.13 (CORP-26)"));
        topics.add(provision("answered-2", stages, "Stage 2 is answered within twenty working days of its acknowledgement.", "6.14, 6.16 (CORP-24)", "answered", "not-answered"));
        topics.add(provision("remedies", "7. Putting things right", "What is offered fits what went wrong, says what will happen and by when, and is carried through.", "7 (CORP-35)", "promised", "kept"));
    }

    private static void ofOversight(List<Topic> topics) {
        topics.add(provision("report", "8. Reporting and self-assessment", "A yearly report on complaints and what was improved, with this self-assessment, is scrutinised and published.", "8 (CORP-42)"));
        var oversight = "9. Scrutiny, oversight and learning";
        topics.add(provision("learning", oversight, "What a complaint shows is used beyond it to improve services.", "9.1 (CORP-43)", "cause"));
        topics.add(provision("lead", oversight, "Somebody senior is responsible for how complaints are handled, with the ear of the head of the council.", "9 (CORP-40)"));
        topics.add(provision("member", oversight, "A Member Responsible for Complaints is told regularly of numbers, outcomes, trends and of this report.", "9 (CORP-41)"));
    }

    private static Topic report(String id, String section, String text, String clause) {
        return new Topic(id, Part.REPORT, section, text, CODE + clause, List.of());
    }

    private static Topic provision(String id, String section, String text, String clause, String... figures) {
        return new Topic(id, Part.SELF_ASSESSMENT, section, text, CODE + clause, List.of(figures));
    }
}
