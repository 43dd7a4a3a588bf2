package org.redress.figures;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.redress.figures.YearlyAnswers.Said;

/** What a council said to a topic of a year at a time; never changed, the last one stands (CORP-42). */
@Entity
class YearlyAnswer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_id")
    @SequenceGenerator(name = "case_file_id", sequenceName = "case_file_id")
    private @Nullable Long id;

    private String council;
    private int yearFrom;
    private String topic;
    private int number;
    private @Nullable String follows;
    private String words;
    private @Nullable String planned;
    private @Nullable LocalDate plannedBy;
    private String writtenBy;
    private LocalDateTime writtenAt;

    @SuppressWarnings("NullAway.Init")
    protected YearlyAnswer() {}

    YearlyAnswer(String council, int yearFrom, String topic, int number, YearlyAnswers.Words said, String writtenBy, LocalDateTime writtenAt) {
        this.council = council;
        this.yearFrom = yearFrom;
        this.topic = topic;
        this.number = number;
        this.follows = said.follows() == null ? null : said.follows().code();
        this.words = said.words();
        this.planned = said.planned();
        this.plannedBy = said.plannedBy();
        this.writtenBy = writtenBy;
        this.writtenAt = writtenAt;
    }

    Said view() {
        return new Said(topic, number, new YearlyAnswers.Words(follows == null ? null : Follows.of(follows).orElse(null), words, planned, plannedBy), writtenBy, writtenAt);
    }
}
