package org.redress.course;

import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseSummary;
import org.redress.confirmation.Confirmation;

/** The ways back from a wrong course of one side, the council's or the Ombudsman's (CHD-03, CORP-16, LGS-02). */
public interface WayBack {

    /** Whether a case is of this side. */
    boolean leads(CaseSummary complaint);

    /** Works out where it leads back to; refuses with a sentence what was sent already, or what would change nothing. */
    Plan plan(Asked asked) throws CourseStays;

    /**
     * What is asked for.
     *
     * @param mistake a value of the form's field "mistake"
     * @param subject what a council's complaint is really about, {@code category} what an Ombudsman's is, if that was the mistake
     */
    record Asked(String reference, String mistake, @Nullable String subject, boolean byChoice, @Nullable LocalDate straightOn, @Nullable String category) {}

    /**
     * A course that can be put right.
     *
     * @param confirmation what confirms it
     * @param carryOut puts it right on a day, for whoever asked
     */
    record Plan(Confirmation confirmation, BiConsumer<LocalDate, String> carryOut) {}
}
