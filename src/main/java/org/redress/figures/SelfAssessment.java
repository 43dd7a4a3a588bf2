package org.redress.figures;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.casefile.Dates;
import org.redress.documents.Document;
import org.redress.figures.Topic.Part;
import org.redress.figures.YearlyAnswers.Said;

/**
 * The self-assessment against the Complaint Handling Code as a document: each provision, whether the council follows it, what shows it, what will be done by when, and the figures that are counted for it, without a
 * number that could be somebody (CORP-01, CORP-42, DAT-08).
 */
final class SelfAssessment {
    private SelfAssessment() {}

    /**
     * The document; as long as a provision is not answered it is marked as a draft.
     *
     * @param counted the figures of the year, by kind, by the id of the figure
     */
    static Document of(String council, ReportYear year, LocalDate today, Map<String, Said> said, Map<String, Map<String, Long>> counted) {
        var provisions = Topic.of(Part.SELF_ASSESSMENT);
        long open = provisions.stream().filter(topic -> !said.containsKey(topic.id())).count();
        var made = Document.titled("Self-assessment against the Complaint Handling Code", council, today).reference(year.text()).marked(open == 0 ? null : "Draft: not complete");
        made.paragraph(council + ", " + year.text() + ". The provisions of the Local Government and Social Care Ombudsman’s Code stand here in our own words; the clause is named beside each. Numbers below " + YearlyReport.SMALLEST
                + " are not shown by themselves, nor is a sum from which one of them could be worked out.");
        made.table("What we follow", List.of("Do we follow it?", "Provisions"), summary(provisions, said, open));
        var shown = new LinkedHashMap<String, String>();
        String section = "";
        for (var topic : provisions) {
            if (!topic.section().equals(section)) {
                section = topic.section();
                made.heading(1, section);
            }
            provision(made, topic, said.get(topic.id()), counted, shown);
        }
        return made.end();
    }

    private static List<List<String>> summary(List<Topic> provisions, Map<String, Said> said, long open) {
        var rows = new java.util.ArrayList<>(Arrays.stream(Follows.values())
                .map(follows -> List.of(follows.text(), String.valueOf(provisions.stream().map(topic -> said.get(topic.id())).filter(one -> one != null && one.words().follows() == follows).count()))).toList());
        if (open > 0) {
            rows.add(List.of("Not answered yet", String.valueOf(open)));
        }
        return rows;
    }

    private static void provision(Document.Writing made, Topic topic, @org.jspecify.annotations.Nullable Said said, Map<String, Map<String, Long>> counted, Map<String, String> shown) {
        made.heading(2, topic.text());
        // the clause; our own number of the rule says nothing to a reader
        made.paragraph(topic.source().replaceFirst(" \\([A-Z0-9, -]+\\)$", ""));
        if (said == null) {
            made.paragraph("Not answered yet.");
        } else {
            var words = said.words();
            made.paragraph("Do we follow it? " + (words.follows() == null ? "Not said" : words.follows().text()) + ".");
            paragraphs(made, words.words());
            if (words.planned() != null) {
                made.paragraph("What will be done" + (words.plannedBy() == null ? ":" : " by " + Dates.inFull(words.plannedBy()) + ":"));
                paragraphs(made, words.planned());
            }
        }
        for (var id : topic.figures()) {
            var figure = Figure.find(id);
            var before = shown.putIfAbsent(id, topic.text());
            if (figure != null && before == null) {
                YearlyReport.table(made, figure, counted.getOrDefault(id, Map.of()));
            } else if (figure != null) {
                made.paragraph("Figures: see “" + figure.title() + "” above.");
            }
        }
    }

    /** Each paragraph of what somebody typed. */
    static void paragraphs(Document.Writing made, String text) {
        Arrays.stream(text.split("\\R\\s*\\R")).map(String::strip).filter(one -> !one.isEmpty()).forEach(made::paragraph);
    }
}
