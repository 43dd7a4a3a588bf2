package org.redress.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Addressees;
import org.redress.casefile.CaseRestrictions;
import org.redress.casefile.ContactRestrictions;
import org.redress.casefile.Dates;
import org.redress.casefile.Envelope;
import org.redress.casefile.EvidenceRegister;
import org.redress.casefile.EvidenceView;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.casefile.RestrictionView;
import org.redress.mail.MailAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What may leave by way of a channel, and to where: asked when it is confirmed, and again before each attempt (DAT-02, DAT-04, DAT-05). */
@Component
@Transactional(readOnly = true)
class MayLeave {
    private static final String NOTICE = "section-32-3-notice";
    private static final String BY_HAND = " Send it by hand.";
    /** GOV.UK Notify takes an address of at most so many lines. */
    private static final int MOST_LINES = 7;
    /** As long as a row may be. */
    private static final int LONGEST = 400;
    /** What people put around an address in a text. */
    private static final Pattern AROUND = Pattern.compile("[\\s<>()\\[\\]\"“”‘’,;]+");
    /** Says something against writing, of one address or of all. */
    private static final Pattern NO_MAIL = Pattern.compile("\\b(?:do not|don['’]?t|never|not|no longer|no)\\b(?:(?!\\.\\s)[^,;\\n()])*(?:\\be-?mail|\\bwrit|contact|@)|\\b(?:old|former|previous)\\s+(?:e-?mail\\s+)?address\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BESIDE = Pattern.compile("^(?i:mailto:)|^[:'.]+|[:'.]+$");

    private final Parties parties;
    private final CaseRestrictions restricted;
    private final ContactRestrictions restrictions;
    private final EvidenceRegister evidence;

    MayLeave(Parties parties, CaseRestrictions restricted, ContactRestrictions restrictions, EvidenceRegister evidence) {
        this.parties = parties;
        this.restricted = restricted;
        this.restrictions = restrictions;
        this.evidence = evidence;
    }

    /** Whether nothing of a case leaves electronically. */
    boolean restricted(String reference) {
        return restricted.since(reference).isPresent();
    }

    /** Why a letter does not leave electronically, in a sentence. */
    Optional<String> objection(String reference, LetterView letter) {
        if (restricted(reference)) {
            return Optional.of("This case is restricted, and nothing of it leaves electronically (DAT-04)." + BY_HAND);
        }
        if (letter.ofConfidentialDraft()) {
            return Optional.of("A confidential draft, and what is said to one, does not leave electronically (LGS-14, DAT-04)." + BY_HAND);
        }
        if (letter.kind().equals(NOTICE)) {
            return Optional.of("A notice under section 32(3) goes on paper (LGA-28, DAT-05)." + BY_HAND);
        }
        if (letter.marking() != null && !letter.marking().equals(LetterView.FINAL)) {
            return Optional.of("It is marked as \"" + letter.marking() + "\", which does not leave electronically (DAT-04)." + BY_HAND);
        }
        return withheld(reference, letter.text());
    }

    private Optional<String> withheld(String reference, String text) {
        return evidence.of(reference).stream().filter(piece -> piece.marking().equals(EvidenceView.WITHHELD)).filter(piece -> names(text, piece.what())).findFirst()
                .map(piece -> "It names evidence " + piece.number() + ", which a notice under section 32(3) withholds: nothing of it leaves electronically (LGA-28, DAT-05).");
    }

    private static boolean names(String text, String what) {
        return !what.isBlank() && Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(what.strip()) + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text).find();
    }

    /** To whom a letter to the complainant goes now, or to one person of the case. */
    Addressees addressees(String reference, @Nullable Integer person) {
        return person == null ? parties.addressees(reference) : parties.addressees(reference, person);
    }

    /** Why nothing can be sent to somebody like this, in a sentence that names them by their number. */
    Optional<String> objection(String reference, PartyView person, SendingBy by) {
        var who = capital(person.numbered());
        if (!person.present()) {
            return Optional.of(who + " is no part of this case any more since " + Dates.text(Objects.requireNonNull(person.until())) + ".");
        }
        if (person.unreachable() != null) {
            return Optional.of(who + " cannot be reached, says the file.");
        }
        if (person.part().speaks() && person.unsettled()) {
            return Optional.of(who + " speaks for somebody whose consent is not there (ACC-02, CHD-72).");
        }
        if (restrictions.of(reference).stream().filter(RestrictionView::inForce).anyMatch(one -> one.person() == person.number())) {
            return Optional.of("A contact restriction holds for " + person.numbered() + ": how they are written to is decided by a person (ACC-05)." + BY_HAND);
        }
        int found = by.electronic() ? addresses(person).size() : 1;
        if (found > 1) {
            return Optional.of("More than one e-mail address is recorded for " + person.numbered() + ". Record with People change which one is right, or send it by hand.");
        }
        if (by.electronic() && found == 1 && NO_MAIL.matcher(Objects.requireNonNull(person.contact())).find()) {
            return Optional.of("The file says something about writing to " + person.numbered() + " beside their e-mail address. Read it, and record with People change the address alone, or send it by hand.");
        }
        if (!by.electronic() && Envelope.isForAPerson(person)) {
            return Optional.of("What the file says of how to reach " + person.numbered() + " is more than one plain address, or less. Read it, and record with People change the postal address alone, or send it by hand.");
        }
        if (!by.electronic() && (envelope(person).size() > MOST_LINES || address(person, by).filter(address -> address.length() > LONGEST).isPresent())) {
            return Optional.of("The address of " + person.numbered() + " has more lines than an envelope has room for (" + MOST_LINES + " with the name). Record with People change the address alone, or send it by hand.");
        }
        return address(person, by).isPresent() ? Optional.empty() : Optional.of("No " + (by.electronic() ? "e-mail address" : "address with a postcode") + " is recorded for " + person.numbered()
                + ". Record it with People change, or send it by hand.");
    }

    /** Why nothing is sent to a person to whom a letter went, or was to go, in a sentence: letters may go to somebody else now. */
    Optional<String> objection(String reference, int party, SendingBy by) {
        var person = parties.find(reference, party).orElseThrow();
        return objection(reference, person, by).or(() -> parties.addressees(reference, party).to().stream().anyMatch(one -> one.number() == party) ? Optional.empty()
                : Optional.of("Letters do not go to " + person.numbered() + " any more."));
    }

    /** The same at an address that was right once. */
    Optional<String> objection(String reference, int party, String address, SendingBy by) {
        var person = parties.find(reference, party).orElseThrow();
        return objection(reference, party, by).or(() -> address(person, by).filter(address::equals).isPresent() ? Optional.empty()
                : Optional.of("The address of " + person.numbered() + " has changed since it was confirmed."));
    }

    /** Where somebody is reached by a channel, as the file has it: an e-mail address, or the lines of an envelope below the name, with commas between them. */
    static Optional<String> address(PartyView person, SendingBy by) {
        if (by.electronic()) {
            return addresses(person).stream().findFirst();
        }
        var lines = envelope(person);
        return lines.size() == 1 ? Optional.empty() : Optional.of(String.join(", ", lines.subList(1, lines.size())));
    }

    /** Name and address of somebody, line by line, as they stand on an envelope; the name alone where the file has no address with a postcode. */
    static List<String> envelope(PartyView person) {
        return Envelope.of(person);
    }

    private static List<String> addresses(PartyView person) {
        var found = new ArrayList<String>();
        Stream.ofNullable(person.contact()).flatMap(AROUND::splitAsStream).map(word -> BESIDE.matcher(word).replaceAll("")).flatMap(word -> MailAddress.read(word).stream())
                .map(MailAddress::text).filter(address -> found.stream().noneMatch(address::equalsIgnoreCase)).forEach(found::add);
        return found;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
