package org.redress.complaint;

import static org.redress.casefile.CaseStatus.CLOSED;
import static org.redress.casefile.CaseStatus.CLOSED_AFTER_DEATH;
import static org.redress.casefile.CaseStatus.DUPLICATE;
import static org.redress.casefile.CaseStatus.REFUSED;
import static org.redress.casefile.CaseStatus.RESOLVED;
import static org.redress.casefile.CaseStatus.WITHDRAWN;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.casefile.CaseStatus;

/** Why a case that is over can be taken up again, and the ways of ending that fit. */
enum Ground {
    /** The next stage is asked for after the end: whoever is not satisfied may go on (CORP-27, CHD-35, CHD-50). */
    NEXT_STAGE("the next stage is asked for", Set.of(CLOSED, RESOLVED)),
    /** The complainant takes the withdrawal back; the law is silent, so the Code's time for complaining serves (CHD-11, CORP-14). */
    WITHDRAWAL_TAKEN_BACK("the withdrawal is taken back", Set.of(WITHDRAWN)),
    /** Within a year after the proceedings for which it was refused (CHD-14). */
    AFTER_PROCEEDINGS("it comes again after proceedings", Set.of(REFUSED)),
    /** Somebody takes the place of who has died, after the case had ended because nobody did (CHD-02, CHD-11). */
    SUCCESSOR("a successor carries it on", Set.of(CLOSED_AFTER_DEATH)),
    /** The council ended it by mistake, for example in the wrong case, or as the duplicate of a case that is about something else. */
    MISTAKE("it was ended by mistake", Set.of(CLOSED, RESOLVED, WITHDRAWN, REFUSED, DUPLICATE, CLOSED_AFTER_DEATH));

    private final String words;
    private final Set<CaseStatus> endings;

    Ground(String words, Set<CaseStatus> endings) {
        this.words = words;
        this.endings = endings;
    }

    /** The ground that a form's value names, such as {@code next-stage}. */
    static Ground of(String value) {
        return valueOf(value.replace('-', '_').toUpperCase(java.util.Locale.ROOT));
    }

    String words() {
        return words;
    }

    /** Whether the end is taken back, so that the days until then do not count; a mistake or a later request gives the council no time. */
    boolean takesBack() {
        return this == WITHDRAWAL_TAKEN_BACK || this == SUCCESSOR;
    }

    boolean fits(CaseStatus status) {
        return endings.contains(status);
    }

    /** The grounds on which a case that ended like this is taken up, in words. */
    static String fitting(CaseStatus status) {
        return Arrays.stream(values()).filter(ground -> ground.fits(status)).map(Ground::words).collect(Collectors.joining(", or "));
    }
}
