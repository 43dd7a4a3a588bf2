package org.redress.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.casefile.Lessons.Learnt;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What was learnt in a time that is over (CORP-43). */
@ProductTest
class LessonsTests {
    private static final LocalDate MON_2019_04_01 = LocalDate.of(2019, 4, 1);
    private static final LocalDate MON_2019_06_03 = LocalDate.of(2019, 6, 3);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private Lessons lessons;

    /** As many as are asked for, also where more were learnt since. */
    @Test
    void areThoseOfTheTimeThatIsAskedForWhateverCameLater() {
        var april = upheld(MON_2019_04_01);
        var june = upheld(MON_2019_06_03);

        assertThat(lessons.of("leicestershire", MON_2019_04_01, LocalDate.of(2019, 5, 1), List.of(), 1)).extracting(Learnt::reference).containsExactly(april);
        assertThat(lessons.of("leicestershire", MON_2019_04_01, MON_2019_06_03, List.of(), 9)).extracting(Learnt::reference).containsExactly(april);
        assertThat(lessons.of("leicestershire", MON_2019_04_01, LocalDate.of(2019, 6, 4), List.of(), 9)).extracting(Learnt::reference).containsExactly(june, april);
    }

    private String upheld(LocalDate day) {
        office.on(day);
        var reference = casework.accepted("leicestershire");
        office.complete(reference, "Decide who answers", Answers.responder("leicestershire-manager"));
        office.complete(reference, "Investigate complaint", Answers.investigate());
        office.complete(office.taskOfIssue(reference, "Answer issue", 1), Answers.issue(Map.of("lesson", "Rounds are checked.")));
        return reference;
    }
}
