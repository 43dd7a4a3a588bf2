package org.redress.reading;

import java.util.List;

/** A heading of a decision and what stands under it. */
record Section(Kind kind, String heading, List<Paragraph> paragraphs) {

    /** What a section is for. */
    enum Kind {
        /** What stands before the first heading. */
        HEAD,
        COMPLAINT,
        /** What the council has agreed to do. */
        AGREED,
        /** What the Ombudsman asks for; whether it is agreed is said elsewhere. */
        RECOMMENDED,
        DECISION,
        /** A decision that is not final. */
        DRAFT,
        OTHER
    }
}
