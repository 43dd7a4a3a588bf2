package org.redress.feed;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.property.Classification;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Transparency;
import biweekly.property.Uid;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.redress.deadline.OwnDeadlines.Owed;

/** A calendar of deadlines (RFC 5545): one entry for a whole day each, with a number that stays when the day moves, and without what has ended. */
final class FeedCalendar {
    private static final int HOURS = 4;

    private FeedCalendar() {}

    static String of(List<Owed> deadlines, Instant now) {
        var calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId("-//Redress//Deadlines//EN");
        calendar.setName("Redress deadlines");
        calendar.setRefreshInterval(Duration.builder().hours(HOURS).build());
        deadlines.forEach(deadline -> calendar.addEvent(entry(deadline, now)));
        if (deadlines.isEmpty()) {
            // the standard knows no calendar with nothing in it
            calendar.addComponent(zone());
        }
        return Biweekly.write(calendar).go();
    }

    private static VEvent entry(Owed deadline, Instant now) {
        var entry = new VEvent();
        entry.setUid(new Uid("deadline-" + deadline.id() + "@redress"));
        entry.setDateTimeStamp(Date.from(now));
        entry.setSequence(deadline.version());
        entry.setSummary(deadline.reference() + ": " + deadline.title());
        entry.setDateStart(new DateStart(day(deadline.dueOn())));
        // the end is the first day that does not belong to it
        entry.setDateEnd(new DateEnd(day(deadline.dueOn().plusDays(1))));
        entry.setTransparency(Transparency.transparent());
        entry.setClassification(Classification.private_());
        return entry;
    }

    private static VTimezone zone() {
        var standard = new StandardTime();
        standard.setDateStart(new DateTimeComponents(1970, 1, 1, 0, 0, 0, false));
        standard.setTimezoneOffsetFrom(new UtcOffset(true, 0, 0));
        standard.setTimezoneOffsetTo(new UtcOffset(true, 0, 0));
        var zone = new VTimezone("Etc/UTC");
        zone.addStandardTime(standard);
        return zone;
    }

    /** The day as it is written; made of a moment, it would be another day in another zone. */
    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
}
