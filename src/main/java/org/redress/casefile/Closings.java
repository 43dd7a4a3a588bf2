package org.redress.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The day on which a case that is over was closed, from which its time in the file counts (DAT-09). A typed day may be wrong, so no single
 * one is believed: the latest of the days that the file shows counts, and whoever works on a case after its end begins its time anew.
 */
@Component
@Transactional(readOnly = true)
public class Closings {
    /** Keeps a case longer and is no work on it. */
    private static final String HOLD = "legal-hold";

    private final ComplaintRepository complaints;
    private final CaseFiles cases;
    private final AgreedActions actions;

    Closings(ComplaintRepository complaints, CaseFiles cases, AgreedActions actions) {
        this.complaints = complaints;
        this.cases = cases;
        this.actions = actions;
    }

    /**
     * The end of a case.
     *
     * @param closedOn the latest day that people gave for anything in it, and of any work on it after its end
     * @param recordedOn the day on which that was recorded
     * @param lastWritten the moment at which somebody last wrote in the file
     */
    public record Closing(LocalDate closedOn, LocalDate recordedOn, LocalDateTime lastWritten) {}

    /** When a case was closed. */
    public Closing of(String reference) {
        var complaint = complaints.findByReference(reference).orElseThrow();
        var summary = complaint.summary();
        var work = cases.chronology(reference).stream().filter(Closings::work).toList();
        var lastWritten = Stream.concat(work.stream().map(Happening::recordedAt), Stream.ofNullable(complaint.endedAt()))
                .max(Comparator.naturalOrder()).orElse(summary.receivedAt());
        var ended = Objects.requireNonNullElse(complaint.endedAt(), lastWritten).toLocalDate();
        var days = Stream.of(Stream.of(summary.receivedAt().toLocalDate(), summary.statusSince()), work.stream().flatMap(line -> days(line, ended)),
                cases.letters(reference).stream().flatMap(letter -> Stream.of(letter.sentOn(), letter.receivedOn())),
                actions.views(reference).stream().map(ActionView::verdictOn));
        return new Closing(days.flatMap(each -> each).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElseThrow(), lastWritten.toLocalDate(), lastWritten);
    }

    /** What people did on the case, in difference to what the product noted by itself. */
    private static boolean work(Happening line) {
        return !line.who().equals(CaseFiles.PRODUCT) && line.answers().stream().noneMatch(given -> given.form().equals(HOLD));
    }

    /** The days that a line gives: the typed ones, and after the end of the case the one on which it was written. */
    private static Stream<LocalDate> days(Happening line, LocalDate ended) {
        var written = line.recordedAt().toLocalDate();
        if (written.isAfter(ended)) {
            return Stream.of(written);
        }
        // a line without a day of its own stands on the day on which it was written, whatever day it is about
        var typed = line.answers().stream().flatMap(given -> day(given.value()).stream());
        return Stream.concat(typed, line.on().isBefore(written) ? Stream.of(line.on()) : Stream.of()).filter(day -> !day.isAfter(written));
    }

    private static List<LocalDate> day(@Nullable String value) {
        if (value == null || !value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return List.of();
        }
        try {
            return List.of(LocalDate.parse(value));
        } catch (DateTimeException e) {
            return List.of();
        }
    }
}
