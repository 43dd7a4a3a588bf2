package org.redress.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.springframework.beans.factory.annotation.Autowired;

/** The intake of the Ombudsman at the real Tasklist; what comes after it is in the days of the investigator and the link officer. */
@BrowserTest
class OmbudsmanIT {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final String GROUPS = "My groups' tasks";

    @Autowired
    private Desks desks;

    @Autowired
    private Office office;

    @Autowired
    private CaseFiles cases;

    @BeforeEach
    void openTheOffice() {
        office.on(MON_2026_06_01);
    }

    @Test
    void choosesTheCouncilFromTheRecordAndReadsHowItIsReached() {
        var intake = desks.of("ombudsman-intake");
        var form = intake.start("Complaint to the Ombudsman");
        assertThat(Desk.field(form, "Another authority")).isVisible();
        intake.picture("ombudsman-complaint-authority");
        intake.send(form, Map.of("Received on", "01/06/2026", "Received by", "E-mail", "Council", "Kent County Council", "Who complains", "Ms Q of this test",
                "They are", "The person affected", "What is complained of", "Nobody cuts the hedge of the library."));
        assertThat(form).hasCount(0);
        var reference = cases.all().stream().filter(file -> file.complainedOf().startsWith("Nobody cuts the hedge")).findFirst().orElseThrow().reference();
        openOf(intake, reference, "Assess jurisdiction");
        intake.claim();
        assertThat(intake.readCase()).containsText("https://www.kent.gov.uk");
        intake.picture("intake-reads-how-the-council-is-reached");
        office.complete(reference, "Assess jurisdiction", OmbudsmanAnswers.jurisdiction(MON_2026_06_01.minusMonths(20), MON_2026_06_01.minusMonths(15), Map.of()));
        intake.page().reload();
        openOf(intake, reference, "Assess issue");
        intake.claim();
        intake.tab("Form");
        intake.picture("assess-issue");
        assertThat(intake.field("Facts of this issue")).containsText("and so for every issue that is still to be assessed");
    }

    private static void openOf(Desk desk, String reference, String task) {
        desk.openCard(desk.filter(GROUPS).filter(new Locator.FilterOptions().setHasText(task)).filter(new Locator.FilterOptions().setHasText(reference)).first());
    }
}
