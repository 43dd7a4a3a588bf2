package org.redress.disclosure;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.redress.attachments.MadeFiles;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseFiles;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A second look before a redacted copy or a bundle may go out: somebody else than who had it made marks it for whom it is, or sets it aside (DAT-02, DAT-04). */
@Component
class CheckDisclosure implements SubmissionHandler {
    private static final Pattern NUMBER = Pattern.compile("0*(\\d+)");
    private static final int LONGEST_NUMBER = 6;

    private final CaseAttachments attachments;
    private final MadeFiles files;
    private final CaseFiles cases;

    CheckDisclosure(CaseAttachments attachments, MadeFiles files, CaseFiles cases) {
        this.files = files;
        this.attachments = attachments;
        this.cases = cases;
    }

    /** Each thing that was listed is named by who has read it: one tick for all of them would say nothing. */
    private void refuseUnlessAllWasRead(Submission checked, int number) {
        int things = toRead(attachments.find(checked.reference(), number).orElseThrow().id()).size();
        var read = numbers(looked(checked));
        var missing = IntStream.rangeClosed(1, things).mapToObj(String::valueOf).filter(one -> !read.contains(one)).toList();
        if (!missing.isEmpty()) {
            throw checked.refuse("looked", "not read yet: " + String.join(", ", missing) + ". Open each of them, and write its number when you have read it (DAT-02).");
        }
        read.stream().filter(one -> things > 0 && (one.length() > LONGEST_NUMBER || Integer.parseInt(one) < 1 || Integer.parseInt(one) > things)).findFirst().ifPresent(one -> {
            throw checked.refuse("looked", "there is no number " + one + " in the list.");
        });
    }

    /** The form of an earlier version did not ask. */
    private static String looked(Submission checked) {
        return checked.optionalText("looked").orElse("");
    }

    /** What there is to read of something that was made, in the order of its numbers. */
    List<String> toRead(long attachment) {
        return files.source(attachment).stream().flatMap(String::lines).toList();
    }

    private static SortedSet<String> numbers(String written) {
        var numbers = new TreeSet<String>(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        NUMBER.matcher(written).results().map(found -> found.group(1)).forEach(numbers::add);
        return numbers;
    }

    @Override
    public String form() {
        return "check-disclosure";
    }

    @Override
    public void accept(Submission checked) {
        if (checked.variable("disclosureAskedBy").filter(checked.user()::equals).isPresent()) {
            throw checked.refuse("disclosure", "you had it made; a second person looks at it before it goes out (DAT-02).");
        }
        int number = ((Number) checked.variable("copyNumber").orElseThrow()).intValue();
        if (attachments.find(checked.reference(), number).filter(one -> one.setAside() == null).isEmpty()) {
            if (checked.text("disclosure").equals("confirm")) {
                throw checked.refuse("disclosure", "it was set aside meanwhile.");
            }
            return;
        }
        if (checked.text("disclosure").equals("confirm")) {
            refuseUnlessAllWasRead(checked, number);
            var whom = String.valueOf(checked.variable("forWhom").orElseThrow());
            // there is no marking for the Ombudsman alone, and whoever may share it with them need not share it with the complainant
            if (!whom.equals("ombudsman")) {
                attachments.mark(checked.reference(), number, whom, false);
            }
            cases.record(checked.reference(), checked.today(), checked.user(), "Disclosure looked at", "Number " + number + " may go out, to: " + (whom.equals("both") ? "complainant and council" : "the " + whom) + ". Read, each by itself: "
                    + String.join(", ", numbers(looked(checked))) + ".", List.of());
        } else {
            attachments.setAside(checked.reference(), number, checked.today(), checked.user(), checked.text("leftReason"));
        }
    }
}
