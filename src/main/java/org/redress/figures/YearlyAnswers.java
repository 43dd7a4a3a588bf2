package org.redress.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CouncilPrefixes;
import org.redress.casefile.Reference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What councils say in the documents of a year, beside the figures: the words of the yearly report and the answers of the self-assessment. What was said before stays (CORP-41, CORP-42). */
@Component
class YearlyAnswers {
    static final int LONGEST = 8000;

    private final YearlyAnswerRepository answers;
    private final CouncilPrefixes prefixes;
    private final Clock clock;

    YearlyAnswers(YearlyAnswerRepository answers, CouncilPrefixes prefixes, Clock clock) {
        this.answers = answers;
        this.prefixes = prefixes;
        this.clock = clock;
    }

    /**
     * What is said.
     *
     * @param follows of a provision; none in the report
     * @param words the evidence and explanation, or the text of the report
     * @param planned what will be done where the provision is not followed, by which day
     */
    record Words(@Nullable Follows follows, String words, @Nullable String planned, @Nullable LocalDate plannedBy) {}

    /** What was said, by whom and when; the highest number of a topic stands. */
    record Said(String topic, int number, Words words, String by, LocalDateTime at) {}

    /** All that was said for the year from 1 April on, by topic, in the order in which it was written. */
    @Transactional(readOnly = true)
    Map<String, List<Said>> history(String council, int yearFrom) {
        var all = new LinkedHashMap<String, List<Said>>();
        answers.findByCouncilAndYearFromOrderByNumberAsc(council, yearFrom).forEach(one -> all.computeIfAbsent(one.view().topic(), topic -> new ArrayList<>()).add(one.view()));
        return all;
    }

    /** What stands of it. */
    @Transactional(readOnly = true)
    Map<String, Said> of(String council, int yearFrom) {
        var standing = new LinkedHashMap<String, Said>();
        history(council, yearFrom).forEach((topic, all) -> standing.put(topic, all.get(all.size() - 1)));
        return standing;
    }

    /**
     * Why something cannot be kept, in sentences; empty if it can.
     *
     * @param topic what is answered
     */
    List<String> wrong(String council, Topic topic, Words said) {
        var wrong = new ArrayList<String>();
        if (said.words().isBlank()) {
            wrong.add(topic.isProvision() ? "Say what shows it, or why it is not followed." : "Write what the report says.");
        }
        if (topic.isProvision()) {
            if (said.follows() == null) {
                wrong.add("Choose whether it is followed.");
            } else if (said.follows() != Follows.YES && said.planned() == null) {
                wrong.add("Say what will be done about it, or why nothing will.");
            }
            if (said.plannedBy() != null && said.planned() == null) {
                wrong.add("Say what will be done by that day.");
            }
        }
        var all = said.words() + "\n" + (said.planned() == null ? "" : said.planned());
        if (all.length() > LONGEST) {
            wrong.add("Write at most " + LONGEST + " characters.");
        }
        if (prefixes.of(council).filter(prefix -> !Reference.ofCouncilIn(prefix, all).isEmpty()).isPresent()) {
            wrong.add("Leave out the numbers of cases: it is published, and names nobody.");
        }
        return wrong;
    }

    /**
     * Keeps what somebody said after what was said before.
     *
     * @param seen the number of what stood when they began to write, 0 for nothing
     * @return false if somebody else has written meanwhile; nothing was kept
     */
    @Transactional
    boolean keep(String council, int yearFrom, Topic topic, Words said, int seen, String by) {
        var stands = of(council, yearFrom).get(topic.id());
        if ((stands == null ? 0 : stands.number()) != seen) {
            return false;
        }
        if (stands == null || !stands.words().equals(said)) {
            answers.save(new YearlyAnswer(council, yearFrom, topic.id(), seen + 1, said, by, LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS)));
        }
        return true;
    }
}
