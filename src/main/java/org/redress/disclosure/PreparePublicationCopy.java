package org.redress.disclosure;

import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The list of names makes the copy; refused while a name is left in it, asked back about what may be one (DAT-06, LGS-21). */
@Component
class PreparePublicationCopy implements SubmissionHandler {
    private final PublicationCopies copies;

    PreparePublicationCopy(PublicationCopies copies) {
        this.copies = copies;
    }

    @Override
    public String form() {
        return PublicationCopies.FORM;
    }

    @Override
    public void accept(Submission prepared) {
        prepared.set(PublicationCopies.PREPARED_BY, prepared.user());
        prepared.set(PublicationCopies.DIGEST, null);
        if (prepared.text("copyMade").equals("not-to-be-published")) {
            return;
        }
        NameList names;
        try {
            names = NameList.read(prepared.optionalText(PublicationCopies.NAMES).orElse(""));
        } catch (NameList.NotUnderstood e) {
            throw prepared.refuse(PublicationCopies.NAMES, e.getMessage());
        }
        var copy = copies.copy(prepared.reference(), names).orElseThrow(() -> prepared.refuse("copyMade", "no decision stands that could be published (LGS-18)."));
        if (!copy.certain().isEmpty()) {
            throw prepared.refuse(PublicationCopies.NAMES, "a name is left in the copy. " + PublicationCopies.told(copy.certain())
                    + " Write each spelling on the line of its name, or the words around it with what stands instead (DAT-06).");
        }
        if (!copy.doubtful().isEmpty()) {
            prepared.askBack("left-in-the-copy", "This may tell who somebody is: " + PublicationCopies.told(copy.doubtful()) + " Confirm it only if all of it may be published (DAT-06, LGS-21).");
        }
        prepared.set(PublicationCopies.DIGEST, copy.digest());
    }
}
