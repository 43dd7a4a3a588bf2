package org.redress.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.redress.access.Pages;
import org.redress.attachments.Attachments;
import org.redress.audit.ReadLog;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.Dates;
import org.redress.deadline.CalendarEnd;
import org.redress.deadline.FurtherExtensions;
import org.redress.deadline.LateRecords;
import org.redress.deadline.Moved;
import org.redress.deadline.Recount;
import org.redress.deadline.RecordedAfterwards;
import org.redress.identity.Authority;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.redress.identity.Sight;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * For supervisors, of their own council: what was recorded after a deadline had passed, what was extended further for a good reason, and which deadlines a recount would move. Who
 * looks is noted in the record of each case that is shown (DAT-01).
 */
@Controller
@ConditionalOnWebApplication
class DeadlinesPage {
    /** How many lines each list shows; the newest, or the first. */
    static final int MOST_SHOWN = 200;
    private static final String LIST = "list of deadlines";
    private static final String BACK = "<p><a href=\"/camunda/app/tasklist/default/\">Tasklist</a> · <a href=\"/camunda/app/cockpit/default/\">Cockpit</a></p>\n";

    private final Reader reader;
    private final Sight sight;
    private final LateRecords records;
    private final FurtherExtensions extensions;
    private final Recount recount;
    private final ReadLog readings;
    private final CalendarEnd calendar;
    private final Attachments attachments;
    private final Authority authority;

    DeadlinesPage(Reader reader, Sight sight, LateRecords records, FurtherExtensions extensions, Recount recount, ReadLog readings, CalendarEnd calendar, Attachments attachments,
            Authority authority) {
        this.reader = reader;
        this.sight = sight;
        this.records = records;
        this.extensions = extensions;
        this.recount = recount;
        this.readings = readings;
        this.calendar = calendar;
        this.attachments = attachments;
        this.authority = authority;
    }

    @GetMapping("/redress/deadlines")
    ResponseEntity<String> show(HttpServletRequest request) {
        if (!reader.has(Role.SUPERVISORS) || reader.councils().size() != 1) {
            return Pages.answer(403, Pages.page(request, "Not for you", "<h1>Deadlines</h1>\n<p class=\"refusal\">Supervisors see this list, of their own council.</p>"));
        }
        var council = reader.councils().get(0);
        var shut = sight.barred(reader.user().orElseThrow(), council);
        var late = records.of(council, MOST_SHOWN).stream().filter(record -> !shut.contains(record.reference())).toList();
        var further = extensions.of(council, MOST_SHOWN).stream().filter(extended -> !shut.contains(extended.reference())).toList();
        var moving = new ArrayList<Moved>();
        var counted = recount.preview(council, shut, moved -> {
            if (moving.size() < MOST_SHOWN) {
                moving.add(moved);
            }
        }, (looked, of, moved) -> { });
        var shown = new TreeSet<String>();
        late.forEach(record -> shown.add(record.reference()));
        further.forEach(extended -> shown.add(extended.reference()));
        moving.forEach(moved -> shown.add(moved.reference()));
        if (!shown.isEmpty()) {
            readings.listed(shown, council, LIST);
        }
        var names = new Names(authority);
        names.prepare(Stream.concat(late.stream().map(RecordedAfterwards::recordedBy).filter(Objects::nonNull), further.stream().map(FurtherExtensions.Further::by)).toList());
        return Pages.answer(200, Pages.page(request, "Deadlines", BACK + "<h1>Deadlines</h1>\n" + calendar.warning().map(DeadlinesPage::warning).orElse("")
                + waiting(attachments.waiting(council).stream().filter(one -> !shut.contains(one.reference())).toList()) + late(late, names) + further(further, names) + moving(moving, counted)
                + "<p><a href=\"/redress/lessons\">Lessons from issues that were upheld</a></p>\n"));
    }

    private static String warning(String sentence) {
        return "<p class=\"redress-warning\" role=\"status\">" + HtmlUtils.htmlEscape(sentence) + "</p>\n";
    }

    /** References and moments only: nothing of a file. */
    private static String waiting(List<CaseAttachments.Waiting> waiting) {
        return waiting.isEmpty() ? "" : "<h2>Attachments that wait for the scanner</h2>\n<p>Nobody can open them until it has looked at them. If they wait for long, tell whoever runs Redress.</p>\n"
                + Pages.table("Attachments that wait for the scanner", List.of(Pages.CASE, "Number", "Waits since"), waiting.stream().map(one -> List.of(one.reference(), String.valueOf(one.number()),
                        Dates.dayInFull(one.since().toLocalDate()) + ", " + one.since().toLocalTime().truncatedTo(ChronoUnit.MINUTES))).toList());
    }

    private static String late(List<RecordedAfterwards> late, Names names) {
        var intro = "<h2>Recorded after the day had passed</h2>\n<p>By the day that was given it was in time. Look whether the letter says so too.</p>\n";
        return late.isEmpty() ? intro + "<p>Nothing.</p>\n" : intro + Pages.table("Recorded after the day had passed", List.of(Pages.CASE, "Deadline", "Its day", "What", "Happened on", "Recorded", "By"),
                late.stream().map(record -> List.of(record.reference(), record.title(), Dates.dayInFull(record.day()), record.what(), Dates.dayInFull(record.happenedOn()),
                        Dates.dayInFull(record.recordedAt().toLocalDate()) + ", " + record.recordedAt().toLocalTime().truncatedTo(ChronoUnit.MINUTES),
                        record.recordedBy() == null ? "" : names.of(record.recordedBy()))).toList());
    }

    private static String further(List<FurtherExtensions.Further> further, Names names) {
        var intro = "<h2>Extended further for a good reason</h2>\n<p>Beyond the time that the rules permit without one (CORP-21, CORP-24).</p>\n";
        return further.isEmpty() ? intro + "<p>Nothing.</p>\n" : intro + Pages.table("Extended further for a good reason", List.of(Pages.CASE, "Deadline", "At most without it", "Extended to", "Notice of", "Reason", "By"),
                further.stream().map(extended -> List.of(extended.reference(), extended.title(), Dates.dayInFull(extended.atMost()), Dates.dayInFull(extended.to()),
                        Dates.dayInFull(extended.noticedOn()), extended.reason(), names.of(extended.by()))).toList());
    }

    private static String moving(List<Moved> moving, Recount.Outcome counted) {
        var intro = "<h2>What a recount would move</h2>\n<p>" + ("%,d open deadlines, of which %,d would move with the bank holidays and the allowances of today."
                .formatted(counted.looked(), counted.moved())) + (counted.moved() > moving.size() ? " The first " + moving.size() + " are shown." : "") + "</p>\n";
        return moving.isEmpty() ? intro : intro + Pages.table("What a recount would move", List.of(Pages.CASE, "Deadline", "Now", "Then"),
                moving.stream().map(moved -> List.of(moved.reference(), moved.title(), moved.outcomeBefore(), moved.outcomeAfter())).toList());
    }
}
