package org.redress.parties;

import java.util.Locale;
import org.redress.casefile.Addressees;
import org.redress.casefile.Consent;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.gate.AnswersRefused;
import org.redress.gate.Submission;
import org.springframework.stereotype.Component;

/**
 * Puts the names on the letters to the complainant: of everybody who complains, or of who speaks for them with their consent. Where
 * nobody can be reached the answer is put on file and counts from its day (ACC-02, CHD-72, DAT-02, LGA-06).
 */
@Component
public class Correspondence {
    /** The channel of what is put on file because nobody can be reached. */
    public static final String NOT_SENT = "cannot-be-reached";

    private static final String CHANNEL = "letterChannel";
    private static final String THEMSELVES = "toPersonThemselves";

    private final Parties parties;

    Correspondence(Parties parties) {
        this.parties = parties;
    }

    /** A letter to everybody who complains, that holds nothing about them that they did not write themselves. */
    public LetterView toComplainant(Submission sent, LetterView letter) {
        return address(sent, letter, parties.addressees(sent.reference()));
    }

    /** A letter to everybody who complains, that says something about them: refused as long as somebody speaks for them without consent, unless it goes to them. */
    public LetterView personal(Submission sent, LetterView letter) {
        var to = parties.addressees(sent.reference());
        if (!to.nobody() && !sent.yes(THEMSELVES)) {
            to.unsettled().stream().findFirst().ifPresent(speaker -> {
                throw sent.refuse(without(speaker));
            });
        }
        return address(sent, letter, to);
    }

    /** The same letter as the file of another case that it answers too keeps it, with the names of those who complain there; put on file where nobody can be reached. */
    public LetterView personalToo(Submission sent, LetterView letter, String other) {
        var to = parties.addressees(other);
        try {
            if (!to.nobody() && !sent.yes(THEMSELVES)) {
                to.unsettled().stream().findFirst().ifPresent(speaker -> {
                    throw sent.refuse(without(speaker));
                });
            }
            return address(sent, to.nobody() ? letter.to(letter.to(), NOT_SENT) : letter, to);
        } catch (AnswersRefused e) {
            throw sent.refuse(other + ": " + e.getMessage());
        }
    }

    /** A letter to one person of the case, or to who speaks for them, also after they have gone. */
    public LetterView toPerson(Submission sent, LetterView letter, int number) {
        return address(sent, letter, parties.addressees(sent.reference(), number));
    }

    /** A letter to everybody who complains, as it would go out now; whether it may is asked when it does. */
    public LetterView foreseen(String reference, LetterView letter) {
        var to = parties.addressees(reference);
        return to.nobody() ? letter.to(nobody(to), NOT_SENT) : letter.to(to, letter.channel());
    }

    private static String nobody(Addressees to) {
        return to.names().isEmpty() ? "nobody" : to.names();
    }

    private static String without(PartyView speaker) {
        var consent = speaker.consent() == null ? Consent.MISSING : speaker.consent();
        return capital(speaker.numbered()) + " speaks for number " + speaker.speaksFor() + ", and consent is " + consent.text()
                + ": nothing about that person may go to them. Record the consent first, or tick that this goes to the person themselves (ACC-02, CHD-72).";
    }

    private static LetterView address(Submission sent, LetterView letter, Addressees to) {
        boolean notSent = NOT_SENT.equals(letter.channel());
        if (notSent && !to.nobody()) {
            throw sent.refuse(CHANNEL, to.to().get(0).numbered() + " can be reached. Record first with People change that this is not so any more, and why.");
        }
        if (!to.nobody()) {
            return letter.to(to, letter.channel());
        }
        if (letter.channel() != null && !notSent) {
            throw sent.refuse(CHANNEL, "nobody who complains can be reached. Choose that it is not sent, or record with People change how they are reached.");
        }
        to.unreachableSince().filter(letter.sentOn()::isBefore).ifPresent(since -> {
            throw sent.refuse("They could be reached until " + Dates.text(since) + ", so it cannot be put on file without a letter on a day before.");
        });
        return letter.to(nobody(to), NOT_SENT);
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
