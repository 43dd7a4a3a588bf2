package org.redress.disclosure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.redress.attachments.MadeFiles;
import org.redress.attachments.MadeFiles.Made;
import org.redress.audit.ReadLog;
import org.redress.casefile.AttachmentKind;
import org.redress.casefile.AttachmentState;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CannotBeKept;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.EvidenceRegister;
import org.redress.casefile.Happening;
import org.redress.casefile.LetterView;
import org.redress.casefile.Part;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.documents.Document;
import org.redress.documents.Documents;
import org.redress.documents.Format;
import org.redress.identity.Authority;
import org.redress.identity.Organisations;
import org.redress.identity.Sight;
import org.redress.identity.Sight.Content;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Everything held in some cases as one file: an index, the record of each case as a document, and its attachments as they are shared. One for a person leaves out what is about others, what is withheld,
 * how people are reached, and letters of a case in which they do not complain alone, and says so; one for the Ombudsman has all of a case but their own confidential drafts and what a notice or privilege
 * keeps back, with its markings. It is an attachment that only those open who read all cases of the side and withheld evidence (DAT-02, DAT-04, DAT-05, DAT-10, LGS-14).
 */
@Component
class Bundles {
    /** With what the description of one for the Ombudsman begins. */
    static final String FOR_OMBUDSMAN = "The case for the Ombudsman: ";
    private static final String HELD = "Everything held about a person";
    /** It holds what is of third parties, and needs what that needs. */
    private static final String MARKING = "third-party";
    private static final Set<String> TO_THEM = Set.of("complainant", "both");
    private static final Map<String, String> WITHHELD = Map.of("withheld", "a notice under section 32(3): it goes on paper", "privileged", "legal privilege", "third-party", "data about somebody else",
            AttachmentView.NOT_YET, "not decided yet with whom it may be shared", "council", "for the council only");
    private static final String DRAFT = "a confidential draft of the Ombudsman, or what was said to it (section 32(2); LGS-14)";
    private static final String NOTICE = "section-32-3-notice";
    private static final String NOT_ALONE = "others complain in this case too, or somebody else does: it may tell of them. A redacted copy goes beside this";
    private static final String TO_OTHERS = "a letter to somebody else, or belongs to one";
    private static final String ENQUIRY = "reply-to-enquiry";
    private static final String OF_NOTICE = "withheld";
    private static final Instant SAME_EACH_TIME = Instant.parse("1980-01-01T00:00:00Z");
    static final int MOST_CASES = 100;
    private static final int SHORTEST_WORD = 3;
    /** So many signs say more than "yes" or a name. */
    private static final int LONG_TEXT = 25;

    private final CaseFiles cases;
    private final Parties parties;
    private final CaseAttachments attachments;
    private final MadeFiles files;
    private final EvidenceRegister evidence;
    private final ReadLog readings;
    private final Authority authority;
    private final Organisations organisations;
    private final JdbcClient database;
    private final Clock clock;
    private final DataSize most;

    Bundles(CaseFiles cases, Parties parties, CaseAttachments attachments, MadeFiles files, EvidenceRegister evidence, ReadLog readings, Authority authority, Organisations organisations, JdbcClient database, Clock clock,
            @Value("${redress.disclosure.bundle}") DataSize most) {
        this.cases = cases;
        this.parties = parties;
        this.attachments = attachments;
        this.files = files;
        this.evidence = evidence;
        this.readings = readings;
        this.authority = authority;
        this.organisations = organisations;
        this.database = database;
        this.clock = clock;
        this.most = most;
    }

    /**
     * What is asked for.
     *
     * @param into the case in which it is kept
     * @param about the person's names; none for the Ombudsman, who gets all of a case
     * @param alsoTakenOut further names and passages, one a line
     * @param ground in words, for what is taken out
     */
    record Asked(CaseSummary into, @Nullable NameList about, List<CaseSummary> from, List<String> alsoTakenOut, String ground, String by) {}

    /** What was made, and what the record says of it. */
    record Bundle(AttachmentView kept, String sentence) {}

    private record Held(int number, String what, String in, LocalDate on, String marking, String where, String sha256) {}

    private record Withheld(String what, String in, String ground) {}

    /** Who is in a case, as whom it is for finds them; {@code others} and {@code alone}, whether they complain and nobody else does, are of one for a person. */
    private record People(List<PartyView> all, List<PartyView> others, boolean alone, Map<Long, LetterView> letters) {
        boolean toOthers(LetterView letter) {
            return others.stream().anyMatch(one -> one.label().equalsIgnoreCase(letter.to().strip()) || one.namedIn(letter.to()));
        }
    }

    private static final class Contents {
        private final List<Held> held = new ArrayList<>();
        private final List<Withheld> withheld = new ArrayList<>();
        private final Map<String, Integer> takenOut = new HashMap<>();
        /** What a second person reads, each by itself, before it goes out: a name is found by a program, what tells of somebody without one is not. */
        private final List<String> toRead = new ArrayList<>();
    }

    /** The cases of a council that name a person anywhere in what was written: all of them, because some of them may not be for whoever asks. */
    List<String> naming(String council, List<String> names) {
        var words = names.stream().flatMap(line -> Stream.of(line.split(";"))).map(Replacement.Parts::of).map(parts -> parts.surname().isEmpty() && !parts.given().isEmpty() ? parts.given().get(0) : parts.surname())
                .map(word -> word.toLowerCase(Locale.UK).replaceAll("[%_\\\\]", "")).filter(word -> word.length() >= SHORTEST_WORD).distinct().toList();
        var found = new TreeSet<String>();
        for (var word : words) {
            found.addAll(database.sql("""
                    select c.reference from complaint c where c.council = :council and (lower(c.complained_of) like :word
                        or exists (select 1 from party p where p.complaint_id = c.id and (lower(p.label) like :word or lower(p.also_called) like :word))
                        or exists (select 1 from letter l where l.complaint_id = c.id and (lower(l.text) like :word or lower(l.addressee) like :word))
                        or exists (select 1 from issue i where i.complaint_id = c.id and lower(i.text) like :word)
                        or exists (select 1 from chronology h where h.complaint_id = c.id and lower(h.detail) like :word)
                        or exists (select 1 from chronology h join answer a on a.chronology_id = h.id where h.complaint_id = c.id and lower(a.content) like :word))
                    """).param("council", council).param("word", "%" + word + "%").query(String.class).list());
        }
        return List.copyOf(found);
    }

    /**
     * Makes and keeps it.
     *
     * @throws CannotBeRedacted if it would be too large, or the case has no room
     */
    Bundle make(Asked asked) {
        long bytes = asked.from().stream().mapToLong(file -> {
            var people = people(asked, file);
            return attachments.all(file.reference()).stream().filter(one -> reason(asked, people, one).isEmpty()).mapToLong(AttachmentView::bytes).sum();
        }).sum();
        if (bytes > most.toBytes() || asked.from().size() > MOST_CASES) {
            throw new CannotBeRedacted("It would hold more than " + most.toMegabytes() + " MB or " + MOST_CASES + " cases. Make one for some of the cases, then another.");
        }
        var contents = new Contents();
        boolean person = asked.about() != null;
        var description = (person ? HELD + " in " : FOR_OMBUDSMAN) + asked.from().stream().map(CaseSummary::reference).collect(Collectors.joining(", "));
        var made = new Made("bundle of " + Dates.text(today()) + ".zip", AttachmentKind.BUNDLE, description.length() > 1500 ? description.substring(0, 1500) + "…" : description, MARKING, today(), asked.by(), "application/zip");
        try {
            var kept = files.keep(asked.into().reference(), made, out -> write(asked, contents, out), () -> String.join("\n", contents.toRead));
            var grounds = contents.withheld.stream().collect(Collectors.groupingBy(Withheld::ground, TreeMap::new, Collectors.counting()));
            return new Bundle(kept, "Number " + kept.number() + " is a bundle of " + count(contents.held.size(), "document") + " from " + count(asked.from().size(), "case") + ". " + (contents.takenOut.isEmpty() ? "Nothing was taken out of them. "
                    : "Taken out: " + contents.takenOut.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(one -> one.getKey() + ", " + count(one.getValue(), "passage")).collect(Collectors.joining("; ")) + ". Ground: " + asked.ground() + ". ")
                    + (grounds.isEmpty() ? "Nothing is withheld." : "Withheld: " + grounds.entrySet().stream().map(one -> one.getKey() + " (" + one.getValue() + ")").collect(Collectors.joining("; ")) + ".") + " SHA-256 " + kept.sha256() + ".");
        } catch (CannotBeKept e) {
            throw new CannotBeRedacted(String.valueOf(e.getMessage()));
        }
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void write(Asked asked, Contents contents, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        for (var file : asked.from()) {
            var where = folder(file) + "record.pdf";
            var people = people(asked, file);
            entry(zip, where, Documents.write(record(asked, file, people, contents), Format.PDF));
            contents.held.add(new Held(contents.held.size() + 1, "The record of the case", file.reference(), today(), "–", where, "–"));
            for (var one : attachments.all(file.reference())) {
                attachment(asked, file, people, one, contents, zip);
            }
        }
        entry(zip, "index.pdf", Documents.write(index(asked, contents), Format.PDF));
        zip.finish();
    }

    private static String folder(CaseSummary file) {
        return file.reference().replaceAll("[^A-Za-z0-9-]", "-") + "/";
    }

    private People people(Asked asked, CaseSummary file) {
        var all = parties.of(file.reference());
        var about = asked.about();
        if (about == null) {
            return new People(all, List.of(), false, cases.lettersById(file.reference()));
        }
        // who complained once is answered in letters that are still there
        var complained = all.stream().filter(one -> one.part().complains()).toList();
        return new People(all, all.stream().filter(one -> one.part() != Part.COUNCIL && one.part() != Part.STAFF && !isAbout(about, one)).toList(),
                complained.size() == 1 && isAbout(about, complained.get(0)), cases.lettersById(file.reference()));
    }

    private void attachment(Asked asked, CaseSummary file, People people, AttachmentView one, Contents contents, ZipOutputStream zip) throws IOException {
        var reason = reason(asked, people, one);
        if (reason.isPresent()) {
            contents.withheld.add(new Withheld("Attachment " + one.number() + " (" + one.kind().text().toLowerCase(Locale.UK) + " of " + Dates.text(one.receivedOn()) + ")", file.reference(), reason.get()));
            return;
        }
        var where = folder(file) + one.number() + "-" + one.name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        try (var shared = files.share(one)) {
            zip.putNextEntry(named(where));
            shared.content().transferTo(zip);
            zip.closeEntry();
            contents.toRead.add(where);
            contents.held.add(new Held(contents.held.size() + 1, one.kind().text() + " " + one.number(), file.reference(), one.receivedOn(), one.marking().replace('-', ' '), where, shared.sha256()));
        }
    }

    /** Why an attachment is not in it; none, and it is. */
    private static Optional<String> reason(Asked asked, People people, AttachmentView one) {
        if (one.setAside() != null || one.kind() == AttachmentKind.BUNDLE) {
            return Optional.of(one.setAside() != null ? "it was filed wrongly and set aside" : "it is an earlier bundle");
        }
        if (one.state() != AttachmentState.KEPT) {
            return Optional.of("it was not scanned, or something was found in it");
        }
        var letter = one.letter() == null ? null : people.letters().get(one.letter());
        if (letter != null && neverGoes(letter).isPresent()) {
            return neverGoes(letter);
        }
        var about = asked.about();
        if (about == null) {
            return one.marking().equals("withheld") || one.marking().equals("privileged") ? Optional.of(WITHHELD.get(one.marking())) : Optional.empty();
        }
        if (!TO_THEM.contains(one.marking()) && one.onlyFor().isEmpty()) {
            return Optional.of(WITHHELD.getOrDefault(one.marking(), one.marking()));
        }
        if (!people.alone()) {
            return Optional.of(NOT_ALONE);
        }
        // a letter as it was sent says where who got it lives
        return one.kind() == AttachmentKind.SENT && letter == null && !wentTo(about, people, one) || letter != null && !about.isName(letter.to()) ? Optional.of(TO_OTHERS) : Optional.empty();
    }

    /** Whether a letter that was given back after it had gone out reached this person and nobody else. */
    private static boolean wentTo(NameList about, People people, AttachmentView one) {
        var reached = people.all().stream().filter(person -> one.onlyFor().contains(person.number())).map(PartyView::label).toList();
        return !reached.isEmpty() && reached.stream().allMatch(about::isName);
    }

    /** Why a letter is in no bundle at all: the Ombudsman has their drafts, nobody else may, and a notice goes on paper. */
    private static Optional<String> neverGoes(LetterView letter) {
        return letter.ofConfidentialDraft() ? Optional.of(DRAFT) : letter.kind().equals(NOTICE) ? Optional.of(String.valueOf(WITHHELD.get("withheld"))) : Optional.empty();
    }

    /** Why a letter is not in the record; none, and it is. */
    private static Optional<String> reason(Asked asked, People people, LetterView letter) {
        return neverGoes(letter).or(() -> asked.about() == null ? Optional.empty() : !people.alone() ? Optional.of(NOT_ALONE) : people.toOthers(letter) ? Optional.of(TO_OTHERS) : Optional.empty());
    }

    private static ZipEntry named(String name) {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(SAME_EACH_TIME));
        return entry;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(named(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** The record of a case, without what is about others if it goes to a person. */
    private Document record(Asked asked, CaseSummary file, People people, Contents contents) {
        var others = people.others();
        var lines = Stream.concat(others.stream().map(one -> Stream.concat(Stream.of(one.label()), one.alsoCalled().stream()).filter(name -> !name.isBlank()).collect(Collectors.joining("; "))),
                asked.about() == null ? Stream.<String>empty() : asked.alsoTakenOut().stream()).filter(line -> !line.isBlank()).toList();
        var text = new TextRedaction(NameList.toTakeOut(lines));
        var made = Document.titled("Record of " + file.reference(), organisations.name(file.council()), today()).reference(file.reference()).marked(asked.about() == null ? null : "For the person it is about");
        made.heading(1, "Complaint").paragraph(text.next(file.complainedOf()));
        if (file.outcomeWanted() != null && !file.outcomeWanted().isBlank()) {
            made.paragraph(text.next("What they want: " + file.outcomeWanted()));
        }
        read(asked, contents, "the complaint and what they want", file);
        made.heading(1, "People");
        // their own name stands, also where somebody else has the same surname
        var shown = people.all().stream().filter(one -> !others.contains(one)).map(one -> List.of(String.valueOf(one.number()), asked.about() != null && isAbout(asked.about(), one) ? one.label()
                : text.without(one.label(), "people"), text.without(one.role(), "people"))).toList();
        if (!shown.isEmpty()) {
            made.table("People in the case", List.of("Number", "Name", "Who they are"), shown);
        }
        if (!others.isEmpty()) {
            contents.withheld.add(new Withheld(others.size() + " more people of the case", file.reference(), asked.ground()));
        }
        if (issues(file, text, made)) {
            read(asked, contents, "issues and answers", file);
        }
        letters(asked, file, people, text, made, contents);
        evidence(asked, file, people, text, made, contents);
        chronology(asked, file, people, text, made, contents);
        read(asked, contents, "what happened, with the answers in forms", file);
        openings(file, made);
        if (!text.places().isEmpty()) {
            contents.takenOut.merge("record of " + file.reference(), text.places().size(), Integer::sum);
        }
        return made.end();
    }

    /** What was written freely is read by a person where it goes to one; the Ombudsman's is read as a whole. */
    private static void read(Asked asked, Contents contents, String what, CaseSummary file) {
        var item = folder(file) + "record.pdf" + (asked.about() == null ? "" : ": " + what);
        if (!contents.toRead.contains(item)) {
            contents.toRead.add(item);
        }
    }

    private static boolean isAbout(NameList about, PartyView one) {
        return Stream.concat(Stream.of(one.label()), one.alsoCalled().stream()).anyMatch(about::isName);
    }

    private boolean issues(CaseSummary file, TextRedaction text, Document.Writing made) {
        var issues = cases.issues(file.reference());
        if (!issues.isEmpty()) {
            made.heading(1, "Issues and answers");
            issues.forEach(issue -> {
                made.paragraph(text.next(issue.number() + ". " + issue.text()));
                issue.answers().forEach(answer -> made.paragraph(text.next("Stage " + answer.stage() + ", " + Dates.text(answer.on()) + ": " + answer.finding().replace('-', ' ') + ". " + answer.reasons()
                        + (answer.remedy() == null ? "" : " " + answer.remedy()))));
            });
        }
        return !issues.isEmpty();
    }

    /** The register of evidence; a person gets the rows that may be shared with them, if nobody else complains. */
    private void evidence(Asked asked, CaseSummary file, People people, TextRedaction text, Document.Writing made, Contents contents) {
        var grounds = new TreeMap<String, Integer>();
        var rows = new ArrayList<List<String>>();
        for (var one : evidence.of(file.reference())) {
            var ground = asked.about() == null ? one.marking().equals("withheld") || one.marking().equals("privileged") ? WITHHELD.get(one.marking()) : null
                    : !TO_THEM.contains(one.marking()) ? WITHHELD.getOrDefault(one.marking(), one.marking()) : people.alone() ? null : NOT_ALONE;
            if (ground != null) {
                grounds.merge(ground, 1, Integer::sum);
            } else {
                rows.add(List.of(String.valueOf(one.number()), text.next(one.what()), text.next(one.from()), one.marking().replace('-', ' '), Dates.text(one.receivedOn())));
            }
        }
        if (!rows.isEmpty()) {
            made.heading(1, "Evidence");
            made.table("Register of evidence", List.of("Number", "What", "From", "Marking", "Received"), rows);
            read(asked, contents, "register of evidence", file);
        }
        grounds.forEach((ground, times) -> contents.withheld.add(new Withheld(times + (times == 1 ? " row" : " rows") + " of the register of evidence", file.reference(), ground)));
    }

    /** Who looked at what is held, and when: it is data about the person too (DAT-01, DAT-10). */
    private void openings(CaseSummary file, Document.Writing made) {
        var opened = readings.of(file.reference());
        if (!opened.isEmpty()) {
            var who = authority.names(opened.stream().map(ReadLog.Opening::who).distinct().toList());
            made.heading(1, "Who opened it");
            made.paragraph("The last " + opened.size() + " times, newest first.");
            made.table("Openings of the record", List.of("Day", "Who"), opened.stream().map(one -> List.of(Dates.text(one.at().toLocalDate()), who.getOrDefault(one.who(), one.who()))).toList());
        }
    }

    private void letters(Asked asked, CaseSummary file, People people, TextRedaction text, Document.Writing made, Contents contents) {
        var letters = cases.letters(file.reference());
        if (letters.isEmpty()) {
            return;
        }
        made.heading(1, "Letters");
        for (var letter : letters) {
            var what = letter.kind().replace('-', ' ') + " of " + Dates.text(letter.sentOn());
            var reason = reason(asked, people, letter);
            if (reason.isPresent()) {
                contents.withheld.add(new Withheld("Letter: " + what, file.reference(), reason.get()));
            } else {
                made.heading(2, what.substring(0, 1).toUpperCase(Locale.UK) + what.substring(1));
                made.paragraph(text.next("To " + letter.to()));
                letter.text().lines().filter(line -> !line.isBlank()).forEach(line -> made.paragraph(text.next(line)));
                read(asked, contents, "letter: " + what, file);
            }
        }
    }

    private void chronology(Asked asked, CaseSummary file, People people, TextRedaction text, Document.Writing made, Contents contents) {
        var all = cases.chronology(file.reference());
        var who = authority.names(all.stream().map(Happening::who).filter(id -> !id.equals(CaseFiles.PRODUCT)).distinct().toList());
        made.heading(1, "What happened");
        for (var one : all) {
            made.paragraph(text.next(Dates.text(one.on()) + ", " + who.getOrDefault(one.who(), one.who()) + ": " + one.what() + (one.detail() == null ? "" : ". " + one.detail())));
            one.answers().stream().filter(given -> given.content() != null && goes(asked, file, people, given)).forEach(given -> made.paragraph(text.next(given.label() + ": " + given.content())));
        }
        long left = all.stream().flatMap(one -> one.answers().stream()).filter(given -> given.content() != null && !goes(asked, file, people, given)).count();
        if (left > 0) {
            contents.withheld.add(new Withheld(left + " answers in forms", file.reference(), asked.about() == null ? "confidential drafts of the Ombudsman (LGS-14), or a notice under section 32(3)"
                    : "how people are reached, withheld evidence, letters that are withheld, confidential drafts of the Ombudsman (LGS-14), or a notice under section 32(3)"));
        }
    }

    /** What says how people are reached, and what was said for nobody outside, is not in one for a person; what is said of a confidential draft, and which documents a notice names, in none. */
    private static boolean goes(Asked asked, CaseSummary file, People people, Happening.Given given) {
        var needed = Sight.needed(given.form());
        if (given.form().equals(ENQUIRY) && given.field().equals(OF_NOTICE) || needed.filter(one -> one == Content.CONFIDENTIAL_DRAFTS || one == Content.DRAFTS && file.ombudsmans()).isPresent()) {
            return false;
        }
        var content = given.content();
        // what somebody typed for a letter that does not go
        if (content != null && content.length() >= LONG_TEXT && people.letters().values().stream().anyMatch(letter -> letter.text().contains(content.strip()) && reason(asked, people, letter).isPresent())) {
            return false;
        }
        return asked.about() == null || needed.filter(one -> one == Content.WITHHELD_EVIDENCE || one == Content.CONTACTS || one == Content.DRAFTS && !people.alone()).isEmpty();
    }

    private Document index(Asked asked, Contents contents) {
        var made = Document.titled(asked.about() != null ? "What is held about you" : "Bundle for the Ombudsman", organisations.name(asked.into().council()), today()).reference(asked.into().reference());
        made.heading(1, "What is in it");
        made.table("Documents", List.of("No.", "What", "Day", "Marking", "File"), contents.held.stream()
                .map(one -> List.of(String.valueOf(one.number()), one.what() + ", " + one.in(), Dates.text(one.on()), one.marking(), one.where())).toList());
        var digests = contents.held.stream().filter(one -> !one.sha256().equals("–")).map(one -> one.number() + ": " + one.sha256()).toList();
        if (!digests.isEmpty()) {
            made.heading(2, "Digests of the files (SHA-256)");
            made.bullets(digests);
        }
        made.heading(1, "What was taken out");
        made.paragraph(contents.takenOut.isEmpty() ? "Nothing." : contents.takenOut.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(one -> count(one.getValue(), "passage") + " of the " + one.getKey()).collect(Collectors.joining("; "))
                + ". Where something was, " + TextRedaction.MARK + " stands. Ground: " + asked.ground() + ".");
        made.heading(1, "What is withheld");
        if (contents.withheld.isEmpty()) {
            made.paragraph("Nothing.");
        } else {
            made.table("Withheld", List.of("What", "Case", "Ground"), contents.withheld.stream().map(one -> List.of(one.what(), one.in(), one.ground())).toList());
        }
        if (asked.about() != null) {
            made.paragraph("You can ask for a correction, ask us to look at this again, and complain to the Information Commissioner.");
        }
        return made.end();
    }
}
