package org.redress.complaint;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What decides the course of a complaint: what it is about, whether the statutory procedure is used by choice, and whether stage 1 is
 * left out by agreement (CHD-03, CHD-30).
 *
 * @param straightOn the day on which it was agreed to go straight to stage 2
 */
record Course(String subject, boolean byChoice, @Nullable LocalDate straightOn) {

    /** The variables with which a course is remembered until the complaint has been assessed again. */
    Map<String, @Nullable Object> remembered() {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("rightSubject", subject);
        variables.put("rightByChoice", byChoice);
        variables.put("rightStraightOn", straightOn == null ? null : straightOn.toString());
        return variables;
    }
}
