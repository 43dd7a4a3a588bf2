package org.redress.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.redress.attachments.AttachmentRefused;
import org.redress.attachments.Attachments;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseFiles;
import org.redress.decision.Tables;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** A copy of an attachment without what may not be shown, on a ground of the table "withholding-ground"; what was taken out is recorded by place, never in words (DAT-02). */
@Component
class AskForDisclosure implements SubmissionHandler {
    private final CaseFiles cases;
    private final Attachments readable;
    private final CaseAttachments attachments;
    private final Redactions redactions;
    private final Tables tables;

    AskForDisclosure(CaseFiles cases, Attachments readable, CaseAttachments attachments, Redactions redactions, Tables tables) {
        this.cases = cases;
        this.readable = readable;
        this.attachments = attachments;
        this.redactions = redactions;
        this.tables = tables;
    }

    @Override
    public String form() {
        return "disclosure";
    }

    @Override
    public void accept(Submission asked) {
        var reference = cases.find(asked.council(), asked.text("caseReference")).map(file -> file.reference())
                .orElseThrow(() -> asked.refuse("caseReference", "there is no case " + asked.text("caseReference") + " here."));
        asked.about(reference);
        int number = asked.optionalNumber("attachmentNumber").orElseThrow();
        open(asked, reference, number);
        var ground = tables.rows("withholding-ground", asked.processDefinitionId().orElse(null), Map.of("withholdingGround", asked.text("withholdingGround"))).get(0);
        try {
            var made = redactions.make(reference, attachments.find(reference, number).orElseThrow(), NameList.toTakeOut(asked.lines("takenOut")), Redactions.areas(asked.lines("areas")), asked.user());
            cases.record(reference, asked.today(), asked.user(), "Redacted copy made", "Number " + made.copy().number() + " is number " + number + " without what stood on " + made.takenOut().text() + ". Ground: "
                    + ground.get("clause") + "." + (made.takenOut().notes().isEmpty() ? "" : " " + String.join(" ", made.takenOut().notes())), List.of());
            asked.set("copyNumber", made.copy().number());
            asked.set("disclosureAskedBy", asked.user());
        } catch (NameList.NotUnderstood e) {
            throw asked.refuse("takenOut", String.valueOf(e.getMessage()));
        } catch (CannotBeRedacted e) {
            throw asked.refuse("attachmentNumber", lower(String.valueOf(e.getMessage())));
        }
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    /** Whoever asks may open it, and did: that is in the record. */
    private void open(Submission asked, String reference, int number) {
        try {
            readable.open(reference, number, false, false).content().close();
        } catch (AttachmentRefused e) {
            throw asked.refuse("attachmentNumber", "there is no such attachment that you can open.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
