package org.redress.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.redress.casefile.CaseSummary;
import org.springframework.stereotype.Component;

/** What whoever is signed in can start for a case now: what happens to it, corrections and the like, each with its form. */
@Component
public class CaseStarts {
    /** What has no way back is not taken up, and what is over is handed over to nobody. */
    private static final Set<String> WHEN_OVER = Set.of("taking-up", "ombudsman-taking-up");
    private static final Set<String> UNTIL_OVER = Set.of("hand-over", "course-correction");
    /** Letters of the Ombudsman lie in files that have some. */
    private static final String OF_LETTERS = "wrong-file";

    private final Work work;
    private final WhatCanHappen happenings;

    CaseStarts(Work work, WhatCanHappen happenings) {
        this.work = work;
        this.happenings = happenings;
    }

    /** A start form for a case; {@code happenings} is what can happen to it now, where the form asks for that. */
    public record Start(String process, String title, List<Happening> happenings) {}

    /** Something that can happen, by its code and in the form's words. */
    public record Happening(String code, String words) {}

    /** The start forms, those that record what happens first. */
    public List<Start> of(CaseSummary complaint) {
        var mine = work.startsForACase().stream().filter(item -> fits(String.valueOf(item.process()), complaint)).toList();
        return work.unchecked(() -> mine.stream().map(item -> new Start(String.valueOf(item.process()), item.title(), happenings.of(item, complaint)))
                .sorted(Comparator.comparing((Start start) -> start.happenings().isEmpty()).thenComparing(Start::title)).toList());
    }

    private static boolean fits(String process, CaseSummary complaint) {
        boolean over = complaint.status().over();
        return !(WHEN_OVER.contains(process) && !complaint.status().canBeTakenUp()) && !(UNTIL_OVER.contains(process) && over)
                && !(process.equals(OF_LETTERS) && complaint.counterpartReference() == null);
    }
}
