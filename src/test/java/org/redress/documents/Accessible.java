package org.redress.documents;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Whether a PDF is accessible (PDF/UA-1), as veraPDF sees it. */
public final class Accessible {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Accessible() {}

    /** What it says against the file, one rule a line; empty if nothing. */
    public static List<String> faults(byte[] pdf) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream().map(found -> found.getRuleId().getClause() + " " + found.getMessage()).distinct().toList();
        }
    }
}
