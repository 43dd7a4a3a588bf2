package org.redress.attachments;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.attachments.AttachmentRefused.Because;
import org.redress.audit.ReadLog;
import org.redress.casefile.AttachmentKind;
import org.redress.casefile.AttachmentState;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CannotBeKept;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseAttachments.Room;
import org.redress.casefile.CaseAttachments.SameFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.EvidenceRegister;
import org.redress.casefile.LetterView;
import org.redress.casefile.NewAttachment;
import org.redress.identity.Authority;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.redress.identity.Sight;
import org.redress.identity.Sight.Content;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * The attachments of cases for whoever is signed in. Who sees a case may add to it; what may not be shared is seen by those alone who may read such evidence; what
 * was filed wrongly is set aside, and opened by supervisors alone (DAT-01, DAT-04).
 */
@Component
public class Attachments {
    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 2000;
    private static final int AT_ONCE = 50;

    /** With whom an attachment may be shared, and what that means to a reader (DAT-04). */
    private static final Map<String, String> MARKINGS = markings();
    private static final Set<String> SHARED = Set.of(AttachmentView.NOT_YET, "both", "complainant", "council");
    /** Those that name somebody outside, so that the name of the file may stand where more people read. */
    private static final Set<String> NAMED = Set.of("both", "complainant", "council");
    /** Who files and sets aside for their side, and puts what comes late into a case that is over. */
    private static final Set<Role> FILING = EnumSet.of(Role.COMPLAINTS_TEAM, Role.SUPERVISORS, Role.LINK_OFFICERS, Role.OMBUDSMAN_INTAKE, Role.OMBUDSMAN_APPROVERS);
    private static final Set<Role> MANAGING = EnumSet.of(Role.SUPERVISORS, Role.OMBUDSMAN_APPROVERS);

    private final CaseFiles cases;
    private final CaseAttachments attachments;
    private final EvidenceRegister evidence;
    private final Pieces pieces;
    private final FileTypes types;
    private final Scanner scanner;
    private final Sight sight;
    private final Reader reader;
    private final Authority authority;
    private final ReadLog readings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final DataSize most;
    private final Room room;

    Attachments(CaseFiles cases, CaseAttachments attachments, EvidenceRegister evidence, Pieces pieces, FileTypes types, Scanner scanner, Sight sight, Reader reader, Authority authority,
            ReadLog readings, TransactionTemplate transaction, Clock clock, @Value("${redress.attachments.file}") DataSize most,
            @Value("${redress.attachments.case}") DataSize ofCase, @Value("${redress.attachments.most}") int files) {
        this.cases = cases;
        this.attachments = attachments;
        this.evidence = evidence;
        this.pieces = pieces;
        this.types = types;
        this.scanner = scanner;
        this.sight = sight;
        this.reader = reader;
        this.authority = authority;
        this.readings = readings;
        this.transaction = transaction;
        this.clock = clock;
        this.most = most;
        this.room = new Room(files, ofCase.toBytes());
    }

    private static Map<String, String> markings() {
        var markings = new LinkedHashMap<String, String>();
        markings.put(AttachmentView.NOT_YET, "Not decided yet: nobody outside");
        markings.put("both", "Complainant and council");
        markings.put("complainant", "The complainant only");
        markings.put("council", "The council only");
        markings.put("withheld", "Nobody: withheld by notice (section 32(3))");
        markings.put("third-party", "Nobody: another person’s data");
        markings.put("privileged", "Nobody: legal advice");
        return markings;
    }

    /** A code and its words, for a list to choose from. */
    public record Choice(String code, String text) {}

    /** What a case holds, what may be done with it, and what may be chosen. */
    public record Held(List<Listed> attachments, boolean mayAdd, boolean maySetAside, long mostBytes, long roomLeft, boolean scanned, List<Choice> kinds, List<Choice> markings, List<Choice> letters,
            List<Choice> evidence) {}

    /**
     * What came of adding a file.
     *
     * @param already whether the case held it before, and nothing was added
     * @param say what whoever added it should know
     */
    public record Added(Listed attachment, boolean already, List<String> say) {}

    /** What is given out: to be read to its end, once. */
    public record Opened(String type, String disposition, long bytes, InputStream content) {}

    /**
     * A case that there is for whoever is signed in, and what they may read of it.
     *
     * @param drafts the confidential drafts among its letters (LGS-14)
     * @param all whether their role reads all cases of the side, as who opens a bundle must
     */
    private record Door(String person, CaseSummary file, Set<Content> contents, Set<Long> drafts, boolean all) {
        String reference() {
            return file.reference();
        }

        boolean mayRead(@Nullable Long letter) {
            return letter == null || !drafts.contains(letter) || contents.contains(Content.CONFIDENTIAL_DRAFTS);
        }

        boolean sees(AttachmentView one, boolean files) {
            boolean own = one.addedBy().equals(person);
            if (one.kind() == AttachmentKind.BUNDLE && !own && !(all && contents.contains(Content.WITHHELD_EVIDENCE))) {
                // whatever it is marked: it holds what is of third parties and of other cases
                return false;
            }
            if (one.setAside() != null) {
                return own || files && mayRead(one.letter());
            }
            return own || mayRead(one.letter()) && contents.contains((SHARED.contains(one.marking()) || !one.onlyFor().isEmpty()) ? Content.EVIDENCE : Content.WITHHELD_EVIDENCE);
        }
    }

    /** The attachments of a case that whoever is signed in may know of; that they looked is in the record. */
    public Held of(String written) {
        var door = door(written);
        readings.opened(door.reference(), door.file().council(), "list of attachments");
        return held(door);
    }

    private Held held(Door door) {
        var all = attachments.all(door.reference());
        var letters = new ArrayList<Choice>();
        for (var letter : letters(door).values()) {
            letters.add(new Choice(String.valueOf(letters.size() + 1), letter));
        }
        boolean files = files();
        return new Held(listed(door, all), mayAdd(door), files, most.toBytes(), room.bytes() - all.stream().mapToLong(AttachmentView::bytes).sum(), scanner.isOn(),
                AttachmentKind.chosen().stream().map(kind -> new Choice(kind.code(), kind.text())).toList(),
                MARKINGS.entrySet().stream().map(marking -> new Choice(marking.getKey(), marking.getValue())).toList(), letters,
                door.contents().contains(Content.WITHHELD_EVIDENCE) ? evidence.of(door.reference()).stream().map(piece -> new Choice(String.valueOf(piece.number()), piece.what())).toList() : List.of());
    }

    /** The same for whoever has opened the case just now and may read this of it. */
    public List<Listed> shown(CaseSummary file) {
        var person = reader.user().orElse("");
        var door = door(person, file);
        var all = attachments.all(file.reference());
        return all.isEmpty() ? List.of() : listed(door, all);
    }

    private List<Listed> listed(Door door, List<AttachmentView> all) {
        boolean files = files();
        var letters = letters(door);
        var seen = all.stream().filter(one -> door.sees(one, files)).toList();
        var names = names(seen);
        return seen.stream().map(one -> listed(one, letters, names)).toList();
    }

    /** Letters by their ids, in words; not the Ombudsman's drafts where they are not to be read. */
    private Map<Long, String> letters(Door door) {
        var words = new LinkedHashMap<Long, String>();
        if (door.contents().contains(Content.LETTERS)) {
            cases.lettersById(door.reference()).forEach((id, letter) -> {
                if (door.mayRead(id)) {
                    words.put(id, letter.kind().replace('-', ' ') + " of " + Dates.text(letter.sentOn()));
                }
            });
        }
        return words;
    }

    private Listed listed(Door door, AttachmentView one) {
        return listed(one, letters(door), names(List.of(one)));
    }

    private Map<String, String> names(List<AttachmentView> all) {
        return authority.names(all.stream().flatMap(one -> Stream.concat(Stream.of(one.addedBy()), Stream.ofNullable(one.setAside()).map(AttachmentView.SetAside::by))).distinct().toList());
    }

    private Listed listed(AttachmentView one, Map<Long, String> letters, Map<String, String> names) {
        var state = switch (one.state()) {
            case KEPT -> null;
            case WAITING -> "It waits to be scanned, and cannot be opened until then.";
            case REFUSED -> "The scanner found " + one.found() + " in it. It cannot be opened.";
        };
        var aside = one.setAside();
        return new Listed(one.number(), one.name(), one.kind().code(), one.kind().text(), one.description(), one.from(), one.marking(), one.markingText(MARKINGS),
                one.receivedOn(), one.addedAt(), names.getOrDefault(one.addedBy(), one.addedBy()), one.type(), FileTypes.words(one.type()), fits(one), FileTypes.isPicture(one.type()), one.bytes(), one.sha256(),
                one.state().name().toLowerCase(Locale.ROOT), state, mayOpen(one), one.metadata(), PictureCopy.isPossible(one.type()), one.withoutMetadata(), one.evidence(),
                one.letter() == null ? null : letters.get(one.letter()), aside == null ? null : new Listed.SetAside(aside.on(), names.getOrDefault(aside.by(), aside.by()), aside.reason()));
    }

    private boolean fits(AttachmentView one) {
        try {
            return types.fits(one.type(), one.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean mayOpen(AttachmentView one) {
        return one.state() == AttachmentState.KEPT && (one.setAside() == null || manages());
    }

    /** Refuses whoever may not add to this case, before anything of a file is read. */
    public void ask(String written) {
        requireAdding(door(written));
    }

    /** Takes a file into a case; nothing is kept if it does not arrive whole. */
    public Added add(String written, Details details, InputStream content) throws IOException {
        var door = door(written);
        requireAdding(door);
        var name = FileName.clean(details.name());
        var kind = details.kind() == null ? AttachmentKind.EVIDENCE
                : AttachmentKind.of(details.kind()).orElseThrow(() -> AttachmentRefused.wrong("Choose whether it is evidence, a letter, a photograph or something else."));
        var wanted = marking(details.marking());
        var today = LocalDate.now(clock);
        var on = details.receivedOn() == null ? today : details.receivedOn();
        if (on.isAfter(today)) {
            throw AttachmentRefused.wrong("The day on which it was received is in the future.");
        }
        var letter = letter(door, details.letter());
        requireEvidence(door, details.evidence());
        try (var spool = Spool.of(content, most.toBytes())) {
            if (spool.bytes() == 0) {
                throw AttachmentRefused.wrong("This file is empty.");
            }
            var type = types.of(spool.open(), name);
            if (types.refuses(type, name)) {
                throw new AttachmentRefused(Because.NOT_TAKEN, "Files that can run, and web pages, are not taken (" + FileTypes.words(type)
                        + "). Keep what it shows as a PDF or a picture.");
            }
            var metadata = HiddenFacts.of(type, spool.open(), spool.bytes());
            boolean asks = asks(door, wanted, metadata, details.metadata(), type);
            var added = new NewAttachment(name, kind, text(details.description(), LONGEST_TEXT, "The description"), text(details.from(), LONGEST_LINE, "From whom it came"),
                    asks ? AttachmentView.NOT_YET : wanted, on, door.person(), type, spool.bytes(), spool.sha256(), scanner.isOn(), metadata,
                    !asks && "remove".equals(details.metadata()), details.evidence(), letter);
            return add(door, added, spool, asks);
        }
    }

    private Added add(Door door, NewAttachment added, Spool spool, boolean asks) {
        AttachmentView kept;
        try {
            kept = transaction.execute(status -> {
                var one = attachments.add(door.reference(), added, room, id -> pieces.write(id, spool.open()));
                cases.record(door.reference(), added.receivedOn(), door.person(), "Attachment added: " + added.kind().text().toLowerCase(Locale.ROOT),
                        "Number " + one.number() + named(door, one) + (added.from() == null || !isForReaders(door, one) ? "" : ", from " + added.from()) + ".", List.of());
                return one;
            });
        } catch (SameFile same) {
            return there(door, same.same(), spool);
        } catch (CannotBeKept full) {
            throw new AttachmentRefused(Because.TOO_LARGE, String.valueOf(full.getMessage()));
        }
        if (scanner.isOn()) {
            look(kept.id(), spool.open());
        }
        var now = attachments.find(door.reference(), kept.number()).orElse(kept);
        return new Added(listed(door, now), false, say(now, asks));
    }

    private Added there(Door door, AttachmentView same, Spool spool) {
        if (same.state() == AttachmentState.REFUSED && scanner.isOn()) {
            // perhaps the scanner has learnt that it is harmless
            transaction.executeWithoutResult(status -> attachments.waitAgain(door.reference(), same.number()));
            look(same.id(), spool.open());
        }
        var now = attachments.find(door.reference(), same.number()).orElse(same);
        if (!door.sees(now, files())) {
            throw AttachmentRefused.wrong("The case holds this file already, for others to read.");
        }
        var say = new ArrayList<String>();
        say.add("The case holds this file already, as number " + now.number() + " (“" + now.name() + "”); it is kept once.");
        say.addAll(say(now, false));
        return new Added(listed(door, now), true, List.copyOf(say));
    }

    private List<String> say(AttachmentView one, boolean asks) {
        var say = new ArrayList<String>();
        if (!fits(one)) {
            say.add("Its name ends like another kind of file: it is a " + FileTypes.words(one.type()) + ".");
        }
        if (one.state() == AttachmentState.WAITING) {
            say.add("It waits for the scanner, which cannot be reached or has not finished. It is looked at by itself later; nobody can open it until then.");
        } else if (one.state() == AttachmentState.REFUSED) {
            say.add("The scanner found " + one.found() + " in it. It cannot be opened; tell whoever looks after your computers.");
        }
        if (asks) {
            say.add("It says more than is seen of it, so it is shared with nobody yet. Look at that, and decide.");
        }
        return say;
    }

    private static boolean isForReaders(Door door, AttachmentView one) {
        return (NAMED.contains(one.marking()) || !one.onlyFor().isEmpty()) && (one.letter() == null || !door.drafts().contains(one.letter()));
    }

    /** The chronology is read by more people than what may not be shared, so it does not name that. */
    private static String named(Door door, AttachmentView one) {
        return isForReaders(door, one) ? ", “" + one.name() + "”" : "";
    }

    /** Says with whom it may be shared; what it says of itself has to be looked at first. */
    public Listed mark(String written, int number, String marking, @Nullable String metadata) {
        var door = door(written);
        requireAdding(door);
        var one = one(door, number);
        if (one.kind() == AttachmentKind.BUNDLE) {
            throw AttachmentRefused.wrong("A bundle is marked by whoever looks at it in “Check disclosure”, and stays with those who may read all that is in it.");
        }
        var wanted = marking(marking);
        if (asks(door, wanted, one.metadata(), metadata, one.type())) {
            throw new AttachmentRefused(Because.ASKED_BACK, "It says more than is seen of it: " + String.join("; ", one.metadata()) + ". Say whether that is shared as well"
                    + (PictureCopy.isPossible(one.type()) ? ", or a copy without it." : "."));
        }
        transaction.executeWithoutResult(status -> {
            attachments.mark(door.reference(), number, wanted, "remove".equals(metadata));
            cases.record(door.reference(), LocalDate.now(clock), door.person(), "Attachment marked", "Number " + number + ", for: " + MARKINGS.get(wanted)
                    + ("remove".equals(metadata) ? ", as a copy without what it says of itself." : "."), List.of());
        });
        return listed(door, attachments.find(door.reference(), number).orElseThrow());
    }

    /** It was filed wrongly: it stays, and nobody but supervisors opens it any more. */
    public Listed setAside(String written, int number, @Nullable String reason) {
        var door = door(written);
        var one = one(door, number);
        if (!files() && !one.addedBy().equals(door.person())) {
            throw new AttachmentRefused(Because.NOT_ALLOWED, "Whoever added it sets it aside, or somebody who files for your side.");
        }
        var why = text(reason, LONGEST_TEXT, "The reason");
        if (why == null) {
            throw AttachmentRefused.wrong("Say why it is set aside.");
        }
        try {
            transaction.executeWithoutResult(status -> {
                attachments.setAside(door.reference(), number, LocalDate.now(clock), door.person(), why);
                cases.record(door.reference(), LocalDate.now(clock), door.person(), "Attachment set aside", "Number " + number + named(door, one) + ": " + why, List.of());
            });
        } catch (CannotBeKept before) {
            throw AttachmentRefused.wrong(String.valueOf(before.getMessage()));
        }
        return listed(door, attachments.find(door.reference(), number).orElseThrow());
    }

    /** A file whose text is to be read, whole. */
    public record ToRead(String name, byte[] content) {}

    /** Gives an attachment out to be read here, if it is not longer than that; that it is opened is in the record before. */
    public ToRead read(String written, int number, long longest) throws IOException {
        var door = door(written);
        var one = openable(door, number);
        if (one.bytes() > longest) {
            throw new AttachmentRefused(Because.TOO_LARGE, "It is larger than " + longest / 1_000_000 + " MB. Type or paste what it says.");
        }
        readings.opened(door.reference(), door.file().council(), "attachment " + number + ", its text");
        try (var content = pieces.open(one.id())) {
            return new ToRead(one.name(), content.readAllBytes());
        }
    }

    /**
     * Opens an attachment; that it is opened is in the record before a byte is given out.
     *
     * @param shown whether to show a picture in the browser instead of keeping the file
     * @param copy whether to give the copy without what it says of itself
     */
    public Opened open(String written, int number, boolean shown, boolean copy) {
        var door = door(written);
        var one = openable(door, number);
        if (copy && !PictureCopy.isPossible(one.type())) {
            throw AttachmentRefused.wrong("There is no such copy of this kind of file.");
        }
        readings.opened(door.reference(), door.file().council(), "attachment " + number + (copy ? ", copy" : ""));
        boolean inline = shown && FileTypes.isPicture(one.type());
        var name = copy ? "copy of " + one.name() : one.name();
        var type = inline ? one.type() : "application/octet-stream";
        if (!copy) {
            return new Opened(type, FileName.disposition(inline, name), one.bytes(), pieces.open(one.id()));
        }
        var copied = copy(one);
        return new Opened(type, FileName.disposition(inline, name), copied.bytes(), copied.openLast());
    }

    /** An attachment that may be opened, and is what it was when it was added. */
    private AttachmentView openable(Door door, int number) {
        var one = one(door, number);
        if (!mayOpen(one)) {
            throw new AttachmentRefused(Because.CLOSED, one.setAside() == null ? "This file waits to be scanned, or something was found in it. It cannot be opened."
                    : "This file was set aside; supervisors can open it.");
        }
        if (!pieces.sha256(one.id()).equals(one.sha256())) {
            LOG.error("Attachment {} of {} is not what it was when it was added; check the record of changes.", number, door.reference());
            throw new AttachmentRefused(Because.FAULT, "This file is not what it was when it was added, so it is not given out. Tell whoever runs Redress.");
        }
        return one;
    }

    private Spool copy(AttachmentView one) {
        // whole before a byte goes out: a picture that is broken has no copy
        try (var in = new BufferedInputStream(pieces.open(one.id()))) {
            return Spool.written(out -> PictureCopy.write(one.type(), in, out));
        } catch (IOException e) {
            throw AttachmentRefused.wrong("This picture is broken somewhere, so no copy can be made of it.");
        }
    }

    /** Has the scanner look at what waits; tells how much of it still does. */
    int lookAgain() {
        int waiting = 0;
        long last = 0;
        for (var some = attachments.waiting(last, AT_ONCE); !some.isEmpty(); some = attachments.waiting(last, AT_ONCE)) {
            for (var one : some) {
                last = one.id();
                waiting += look(one.id(), pieces.open(one.id())) ? 0 : 1;
            }
        }
        return waiting;
    }

    /** Whether the scanner looked at it. */
    private boolean look(long id, InputStream content) {
        try (content) {
            var found = scanner.look(content);
            transaction.executeWithoutResult(status -> attachments.scanned(id, found.orElse(null)).ifPresent(looked -> {
                if (found.isPresent()) {
                    cases.record(looked.reference(), "Attachment refused", "Number " + looked.number() + ": the scanner found " + found.get() + " in it. Nobody can open it.");
                }
            }));
            return true;
        } catch (IOException e) {
            LOG.warn("An attachment waits, because nothing scanned it: {}", e.getMessage());
            return false;
        }
    }

    /** What waits for the scanner at a council, in cases that there are for whoever is signed in: those that have waited longest, for its supervisors. */
    public List<CaseAttachments.Waiting> waiting(String council) {
        var person = reader.user().orElse("");
        var all = attachments.waitingAt(council, AT_ONCE);
        var seen = sight.seen(person, council, all.stream().map(CaseAttachments.Waiting::reference).toList());
        return all.stream().filter(one -> seen.contains(one.reference())).toList();
    }

    private Door door(String written) {
        var person = reader.user().orElseThrow(AttachmentRefused::none);
        for (var council : reader.councils()) {
            var file = cases.find(council, written).filter(found -> sight.sees(person, council, found.reference()));
            if (file.isPresent()) {
                return door(person, file.get());
            }
        }
        noteRefusal(written);
        throw AttachmentRefused.none();
    }

    private Door door(String person, CaseSummary file) {
        var contents = sight.contents(person, file.council(), file.reference());
        var drafts = cases.lettersById(file.reference()).entrySet().stream()
                .filter(letter -> letter.getValue().ofConfidentialDraft()).map(Map.Entry::getKey).collect(Collectors.toSet());
        return new Door(person, file, contents, drafts, sight.seesAllOfTheCouncil(person, file.council()));
    }

    /** A case that there is, but not for them, is noted; the answer is that of a case that there is not. */
    private void noteRefusal(String written) {
        try {
            cases.anywhere(written).ifPresent(file -> readings.refused(file.reference(), file.council(), "attachments"));
        } catch (RuntimeException e) {
            LOG.error("It cannot be noted that somebody asked for attachments that are not theirs: {}", e.toString());
        }
    }

    private AttachmentView one(Door door, int number) {
        return attachments.find(door.reference(), number).filter(found -> door.sees(found, files())).orElseThrow(AttachmentRefused::none);
    }

    private boolean mayAdd(Door door) {
        return !door.file().status().over() || files();
    }

    private void requireAdding(Door door) {
        if (!mayAdd(door)) {
            throw new AttachmentRefused(Because.NOT_ALLOWED, "This case is over. What comes late is added by the complaints team, the link officer or a supervisor.");
        }
    }

    private boolean files() {
        return FILING.stream().anyMatch(reader::has);
    }

    private boolean manages() {
        return MANAGING.stream().anyMatch(reader::has);
    }

    /** Whether it would be shared with what it says of itself, without anybody having looked at that. */
    private static boolean asks(Door door, String marking, List<String> metadata, @Nullable String decided, String type) {
        boolean outside = marking.equals("both") || marking.equals("complainant") || marking.equals("council") && door.file().ombudsmans();
        if ("remove".equals(decided) && !PictureCopy.isPossible(type)) {
            throw AttachmentRefused.wrong("There is no copy of this kind of file without what it says of itself.");
        }
        return outside && !metadata.isEmpty() && !"keep".equals(decided) && !"remove".equals(decided);
    }

    private static String marking(@Nullable String marking) {
        var wanted = marking == null || marking.isBlank() ? AttachmentView.NOT_YET : marking;
        if (!MARKINGS.containsKey(wanted)) {
            throw AttachmentRefused.wrong("Choose with whom it may be shared.");
        }
        return wanted;
    }

    private @Nullable Long letter(Door door, @Nullable Integer number) {
        if (number == null) {
            return null;
        }
        var ids = List.copyOf(letters(door).keySet());
        if (number < 1 || number > ids.size()) {
            throw AttachmentRefused.wrong("This case has no letter " + number + ".");
        }
        return ids.get(number - 1);
    }

    private void requireEvidence(Door door, @Nullable Integer number) {
        if (number != null && evidence.of(door.reference()).stream().noneMatch(piece -> piece.number() == number)) {
            throw AttachmentRefused.wrong("This case has no evidence with the number " + number + ".");
        }
    }

    private static @Nullable String text(@Nullable String said, int longest, String what) {
        if (said == null || said.isBlank()) {
            return null;
        }
        if (said.length() > longest) {
            throw AttachmentRefused.wrong(what + " is too long: at most " + longest + " characters.");
        }
        return said.replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]", "").strip();
    }
}
