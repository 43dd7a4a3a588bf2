package org.redress.handover;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Absences;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.springframework.stereotype.Component;

/** Somebody announces their leave, or a supervisor that of a colleague; or they are back, or do not go. */
@Component
class AnnounceLeave implements SubmissionHandler {
    private final Absences absences;
    private final Reader reader;

    AnnounceLeave(Absences absences, Reader reader) {
        this.absences = absences;
        this.reader = reader;
    }

    @Override
    public String form() {
        return "leave";
    }

    @Override
    public void accept(Submission announced) {
        announced.set("startedBy", announced.user());
        if (announced.text("whose").equals("colleague")) {
            if (!reader.has(Role.SUPERVISORS)) {
                throw announced.refuse("whose", "only a supervisor announces the leave of somebody else.");
            }
        } else {
            announced.set("absent", announced.user());
        }
        if (announced.text("absence").equals("away")) {
            checkDays(announced);
        } else if (announced.text("whose").equals("own") && absences.toCome(announced.user()).isEmpty()) {
            throw announced.refuse("absence", "no leave of yours is recorded.");
        }
    }

    private static void checkDays(Submission announced) {
        if (announced.date("awayUntil").isBefore(announced.date("awayFrom"))) {
            throw announced.refuse("awayUntil", "it is before the first day.");
        }
        if (announced.date("awayUntil").isBefore(announced.today())) {
            throw announced.refuse("awayUntil", "these days are over.");
        }
    }
}
