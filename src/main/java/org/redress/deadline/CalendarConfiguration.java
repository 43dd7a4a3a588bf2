package org.redress.deadline;

import java.nio.file.Path;
import org.redress.calendar.WorkingCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calendar in force: England and Wales as shipped, or the file that {@code redress.bank-holidays} names. */
@Configuration
class CalendarConfiguration {
    @Bean
    WorkingCalendar workingCalendar(@Value("${redress.bank-holidays:}") String file) {
        return file.isBlank() ? WorkingCalendar.englandAndWales() : WorkingCalendar.read(Path.of(file));
    }
}
