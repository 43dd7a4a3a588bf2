package org.redress.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.redress.attachments.AttachmentRefused;
import org.redress.attachments.Attachments;
import org.redress.audit.ReadLog;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseRestrictions;
import org.redress.casefile.CaseSummary;
import org.redress.decision.Tables;
import org.redress.gate.KeptApart;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Sight;
import org.redress.identity.Sight.Content;
import org.springframework.stereotype.Component;

/**
 * A copy of an attachment without what may not be shown, or a bundle of everything held, on a ground of the table "withholding-ground". What was taken out is recorded by place, never in words. Who may
 * read all that goes into it may have it made, and that they read it is noted in each case (DAT-01, DAT-02, DAT-10).
 */
@Component
class AskForDisclosure implements SubmissionHandler {
    private static final String FORM = "disclosure";
    private static final String OMBUDSMAN = "ombudsman";
    private static final Set<Content> ALL = EnumSet.of(Content.PEOPLE, Content.COMPLAINT, Content.ISSUES, Content.LETTERS, Content.CHRONOLOGY, Content.ANSWERS, Content.EVIDENCE, Content.WITHHELD_EVIDENCE, Content.CONTACTS, Content.DRAFTS);

    private final CaseFiles cases;
    private final Attachments readable;
    private final CaseAttachments attachments;
    private final Redactions redactions;
    private final Bundles bundles;
    private final Tables tables;
    private final Sight sight;
    private final CaseRestrictions restricted;
    private final KeptApart apart;
    private final ReadLog readings;

    AskForDisclosure(CaseFiles cases, Attachments readable, CaseAttachments attachments, Redactions redactions, Bundles bundles, Tables tables, Sight sight,
            CaseRestrictions restricted, KeptApart apart, ReadLog readings) {
        this.cases = cases;
        this.readable = readable;
        this.attachments = attachments;
        this.redactions = redactions;
        this.bundles = bundles;
        this.tables = tables;
        this.sight = sight;
        this.restricted = restricted;
        this.apart = apart;
        this.readings = readings;
    }

    @Override
    public String form() {
        return FORM;
    }

    @Override
    public void accept(Submission asked) {
        var file = file(asked, "caseReference", asked.text("caseReference"));
        asked.about(file.reference());
        asked.titled(asked.option("made"));
        var clause = String.valueOf(tables.rows("withholding-ground", asked.processDefinitionId().orElse(null), Map.of("withholdingGround", asked.text("withholdingGround"))).get(0).get("clause"));
        try {
            if (asked.text("made").equals("redaction")) {
                redact(asked, file, clause);
            } else {
                bundle(asked, file, clause);
            }
        } catch (NameList.NotUnderstood e) {
            throw asked.refuse("takenOut", String.valueOf(e.getMessage()));
        } catch (CannotBeRedacted e) {
            throw asked.refuse("made", lower(String.valueOf(e.getMessage())));
        }
        asked.set("disclosureAskedBy", asked.user());
    }

    private CaseSummary file(Submission asked, String field, String written) {
        // the same answer for a case of another council, for one that is not theirs to read and for none
        return cases.find(asked.council(), written).filter(file -> sight.sees(asked.user(), asked.council(), file.reference())).orElseThrow(() -> asked.refuse(field, "there is no case " + written + " here."));
    }

    private void redact(Submission asked, CaseSummary file, String clause) {
        int number = asked.optionalNumber("attachmentNumber").orElseThrow();
        open(asked, file.reference(), number);
        var made = redactions.make(file.reference(), attachments.find(file.reference(), number).orElseThrow(), NameList.toTakeOut(asked.lines("takenOut")), Redactions.areas(asked.lines("areas")), asked.user());
        record(asked, "Redacted copy made", "Number " + made.copy().number() + " is number " + number + " without what stood on " + made.takenOut().text() + ". Ground: "
                + clause + "." + (made.takenOut().notes().isEmpty() ? "" : " " + String.join(" ", made.takenOut().notes())));
        asked.set("copyNumber", made.copy().number());
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

    private void bundle(Submission asked, CaseSummary file, String clause) {
        boolean forOmbudsman = asked.text("forWhom").equals(OMBUDSMAN);
        var about = asked.lines("heldAbout");
        if (forOmbudsman != about.isEmpty()) {
            throw asked.refuse("heldAbout", forOmbudsman ? "the Ombudsman gets the case as it is; leave this empty." : "write the name of the person, so that what is about others can be told apart.");
        }
        var references = asked.lines("heldIn").isEmpty() && !forOmbudsman ? bundles.naming(asked.council(), about) : asked.lines("heldIn");
        var from = new ArrayList<CaseSummary>();
        for (var written : forOmbudsman && references.isEmpty() ? List.of(file.reference()) : references) {
            if (from.size() > Bundles.MOST_CASES) {
                // too many, whatever the others are, which is what they are told
                break;
            }
            if (!asked.lines("heldIn").isEmpty() || forOmbudsman) {
                from.add(file(asked, "heldIn", written));
            } else if (!written.equals(file.reference())) {
                // what is shut to whoever asks is told to nobody; who may read it makes a bundle of it
                cases.find(asked.council(), written).filter(found -> sight.sees(asked.user(), asked.council(), found.reference())).ifPresent(from::add);
            }
        }
        if (from.isEmpty()) {
            throw asked.refuse("heldAbout", "no case that you may read names this person. Write other spellings after a semicolon, or the cases below.");
        }
        from.forEach(one -> {
            if (!sight.contents(asked.user(), asked.council(), one.reference()).containsAll(ALL)) {
                throw asked.refuse("heldIn", "you may not read all of " + one.reference() + "; somebody who may has the bundle made (DAT-01).");
            }
        });
        // who opens a bundle reads all cases of the side, and none that is shut to them
        from.stream().map(CaseSummary::reference).filter(one -> !one.equals(file.reference()) && (restricted.since(one).isPresent() || apart.isApart(one))).findFirst().ifPresent(one -> {
            throw asked.refuse("heldIn", one + " is restricted, or about a colleague, so it is not kept in another case (DAT-01). Write the other cases here, and have a bundle of that one made in it.");
        });
        readings.listed(from.stream().map(CaseSummary::reference).toList(), asked.council(), "bundle");
        var made = bundles.make(new Bundles.Asked(file, forOmbudsman ? null : NameList.toTakeOut(about), from, asked.lines("takenOut"), clause, asked.user()));
        record(asked, "Bundle made", made.sentence());
        asked.set("copyNumber", made.kept().number());
    }

    private void record(Submission asked, String what, String detail) {
        cases.record(asked.reference(), asked.today(), asked.user(), what, detail, List.of());
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
