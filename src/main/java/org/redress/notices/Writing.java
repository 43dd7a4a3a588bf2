package org.redress.notices;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseAddress;
import org.redress.mail.MailAddress;
import org.redress.notices.Outbox.Row;
import org.redress.notices.Templates.Filled;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What a notice says, worked out when it is sent: what is not so any more, or not for this person's eyes, is not said. */
@Component
class Writing {
    /** Letters and digits that nobody takes for another. */
    private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int CODE_LENGTH = 10;
    private static final int CODE_DAYS = 2;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Recipients recipients;
    private final NoticeChoices choices;
    private final Outbox outbox;
    private final Templates templates;
    private final NoticeSettings settings;
    private final TaskService tasks;
    private final Clock clock;

    Writing(Recipients recipients, NoticeChoices choices, Outbox outbox, Templates templates, NoticeSettings settings, @Lazy TaskService tasks, Clock clock) {
        this.recipients = recipients;
        this.choices = choices;
        this.outbox = outbox;
        this.templates = templates;
        this.settings = settings;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** A mail, and the rows of which it tells. */
    record Mail(MailAddress to, Filled content, List<Row> rows) {}

    /** What there is to say of one thing. */
    private record Said(String kind, String reference, @Nullable LocalDate day, String link) {}

    /** The mail for a row, if there is still something to tell. */
    Optional<Mail> of(Row row) {
        return switch (row.kind()) {
            case Outbox.DIGEST -> recipients.of(row.person()).flatMap(to -> digest(row, to));
            case Outbox.CONFIRM_ADDRESS -> recipients.address(row.person()).map(to -> confirmation(row, to));
            case Outbox.ADDRESS_CHANGED -> choices.of(row.person()).flatMap(choice -> MailAddress.read(choice.former())).filter(recipients::within)
                    .map(to -> new Mail(to, templates.fill(row.kind(), Map.of("day", DAY.format(today()))), List.of(row)));
            default -> recipients.of(row.person()).flatMap(to -> said(row).map(said -> new Mail(to, templates.fill(row.kind(), values(said)), List.of(row))));
        };
    }

    private Map<String, String> values(Said said) {
        return Map.of("reference", said.reference(), "day", day(said), "link", said.link(), "choices", page());
    }

    private Optional<Mail> digest(Row row, MailAddress to) {
        var waiting = outbox.ofDigest(row.person());
        var lines = new ArrayList<String>();
        waiting.forEach(one -> said(one).map(Writing::line).filter(line -> !lines.contains(line)).ifPresent(lines::add));
        var told = new ArrayList<>(waiting);
        told.add(row);
        var values = new HashMap<>(Map.of("lines", String.join("\n\n", lines), "day", DAY.format(today()), "link", settings.product() + "/", "choices", page()));
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Mail(to, templates.fill(row.kind(), values), told));
    }

    private Mail confirmation(Row row, MailAddress to) {
        var code = new StringBuilder();
        RANDOM.ints(CODE_LENGTH, 0, SIGNS.length()).forEach(sign -> code.append(SIGNS.charAt(sign)));
        var until = LocalDateTime.now(clock).plusDays(CODE_DAYS);
        // the code itself is kept nowhere; if the mail has to be sent again, it is another
        choices.ask(row.person(), to.text(), Codes.digest(code.toString()), until);
        return new Mail(to, templates.fill(row.kind(), Map.of("code", code.toString(), "day", DAY.format(until), "choices", page())), List.of(row));
    }

    private static String line(Said said) {
        var what = switch (said.kind()) {
            case "assigned" -> "a task was given to you; due: " + day(said);
            case "due-soon" -> "due: " + day(said);
            case "overdue" -> "overdue; was due: " + day(said);
            default -> "a letter arrived on " + day(said);
        };
        return said.reference() + ": " + what + "\n" + said.link();
    }

    private static String day(Said said) {
        return said.day() == null ? "no day is set" : DAY.format(said.day());
    }

    private Optional<Said> said(Row row) {
        return row.task() == null ? ofCase(row) : ofTask(row);
    }

    private Optional<Said> ofCase(Row row) {
        var council = row.council();
        var reference = row.reference();
        if (council == null || reference == null || !recipients.mayKnow(row.person(), council, Optional.of(reference))) {
            return Optional.empty();
        }
        return Optional.of(new Said(row.kind(), reference, row.madeAt().toLocalDate(), settings.product() + CaseAddress.of(reference)));
    }

    /** A task that is somebody else's by now, or done, or has another day, is not told of. */
    private Optional<Said> ofTask(Row row) {
        var task = tasks.createTaskQuery().taskId(row.task()).taskAssignee(row.person()).active().singleResult();
        if (task == null || row.dueOn() != null && !row.dueOn().equals(due(task)) || row.kind().equals(NoticeKind.DUE_SOON.code()) && today().isAfter(row.dueOn())) {
            return Optional.empty();
        }
        var reference = Optional.ofNullable((String) tasks.getVariable(task.getId(), "caseReference"));
        if (!recipients.mayKnow(row.person(), task.getTenantId(), reference)) {
            return Optional.empty();
        }
        return Optional.of(new Said(row.kind(), reference.orElse("No case"), due(task), settings.product() + "/camunda/app/tasklist/default/#/?task=" + task.getId()));
    }

    private @Nullable LocalDate due(Task task) {
        return task.getDueDate() == null ? null : LocalDate.ofInstant(task.getDueDate().toInstant(), clock.getZone());
    }

    private String page() {
        return settings.product() + "/redress/notices";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
