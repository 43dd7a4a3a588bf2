package org.redress.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.OmbudsmanOutcome;

/** Single sentences under the heading "Agreed action" of a decision about Mr X, one after the other (REM-05, REM-06). */
class AgreedActionSentencesTests {
    private static final String BEFORE = """
            Ferndale Council (22 001 001)
            Decision : Upheld
            Decision date : 03 Apr 2023

            The complaint
              1. Mr X complains about a delay.

            Agreed action
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            The Council will apologise to Mr X within four weeks of my final decision.                       | apology for Mr X within 4 weeks from decision
            Within one month of this decision the Council will pay Mr X £250.                                | payment for Mr X £250 within 1 month from decision
            The Council has agreed, within two months, to review its policy on allotments.                   | procedure for The council within 2 months from not-stated
            It should remind its officers that they have to answer letters within 10 working days.           | training for The council
            By 30 June 2023 it will send him a copy of the report.                                           | explanation for Mr X by 2023-06-30
            The Council will, as soon as possible, explain to Mr X how the meter was read.                   | explanation for Mr X within as soon as possible from not-stated
            To remedy the injustice, the Council will, within 20 working days of the decision, apologise.    | apology for Mr X within 20 working days from decision
            The Council agreed to pay Mr X £200 for distress and £100 for his time and trouble.              | payment for Mr X £200; payment for Mr X £100
            The Council will pay Mr X a total of £300, being £200 for distress and £100 for delay.           | payment for Mr X £300
            The Council will pay Mr X £150 for each of the four months he waited.                            | payment for Mr X £150 each month, 4 times
            The Council will pay Mr X two hundred and fifty pounds.                                          | payment for Mr X £250
            The Council will pay Mr X £500, less the £120 it has already paid.                               | payment for Mr X £500
            The Council has agreed to increase its offer from £50 to £175 and pay this to Mr X.              | payment for Mr X £175
            The Council will pay Mr X and Ms Y £100 each.                                                    | payment for Mr X £100; payment for Ms Y £100
            The Council will pay Mr X up to £400 within 14 days of receiving his receipts.                   | payment for Mr X £0 to £400 within 14 days from other-day
            If Mr X sends the form back, the Council will reassess his needs within six weeks.               | provision for Mr X within 6 weeks from other-day
            The Council will apologise to Mr X, pay him £100 and remind its staff of the policy.             | apology for Mr X; payment for Mr X £100; training for The council
            I recommended, and it agreed, that by 30 June 2023 it would apologise to Mr X and pay him £80.   | apology for Mr X by 2023-06-30; payment for Mr X £80 by 2023-06-30
            I also recommended, and the Council agreed, to pay Mr X another £60.                             | payment for Mr X £60
            I asked it to apologise to Mr X, which it agreed to do within two weeks of my decision.          | apology for Mr X within 2 weeks from decision
            When I shared my draft, the Council agreed that it would pay Mr X £70.                           | payment for Mr X £70
            The Council will pay Mr X £90 a month for two months. It will pay Mr X £50 for his trouble.      | payment for Mr X £90 each month, 2 times; payment for Mr X £50
            It will pay Mr X £40 for each month from May to July 2022, which is three months and makes £120. | payment for Mr X £120
            The Council will pay Mr X £500 for each of the spring and summer terms.                          | payment for Mr X £500 each term, 2 times
            The Council will apologise to Mr X and Ms Y and pay each of them £45.                            | apology for Mr X and Ms Y; payment for Mr X £45; payment for Ms Y £45
            It will pay Mr X £100. The Council should pay Mr X £100 within two weeks of the decision.        | payment for Mr X £100 within 2 weeks from decision
            It will pay Mr X £100 for distress. It will pay Mr X £100 for his time and trouble.              | payment for Mr X £100; payment for Mr X £100
            It will apologise to Mr X. It should apologise to Mr X within two weeks of my decision.          | apology for Mr X within 2 weeks from decision
            Within one month of my decision it will apologise. By the same date it will pay Mr X £30.        | apology for Mr X within 1 month from decision; payment for Mr X £30 within 1 month from decision
            The Council will also do something for its tenants. Within two months it will rewrite its repairs leaflet. | procedure for The council within 2 months from not-stated
            The Council has agreed to do more for others. It will review its bin rota within three months.   | procedure for The council within 3 months from not-stated
            It will refund the £780 Mr X paid for taxis (26 journeys at £30).                                | payment for Mr X £780
            The Council will repay Mr X for 12 weeks at £15, which makes £180.                               | payment for Mr X £180
            The Council will reimburse Mr X £96, being 8 days at £12.                                        | payment for Mr X £96
            The Council will pay Mr X £500 (£300 for the delay and £200 for his distress).                   | payment for Mr X £500
            The Council will, by the end of the spring term, 31 March 2024, brief its transport officers.    | training for The council by 2024-03-31
            By the start of the growing season, that is 1 May 2023, the Council will cut back the hedge.     | other by 2023-05-01
            It will pay Mr X £300 and Ms Y £100, £400 altogether, for their distress.                        | payment for Mr X £300; payment for Ms Y £100
            The Council will pay Mr X £250 and K £50, a total of £300.                                       | payment for Mr X £250; payment for K £50
            It will write to Mr X and L. In the same letter it will explain to both how the file was lost.    | explanation for Mr X and L
            By 2 May 2023 it will apologise to Mr X and L. In the same time it will pay Mr X £30 and L £10, £40 altogether, for the effect on each of them. | apology for Mr X and L by 2023-05-02; payment for Mr X £30 by 2023-05-02; payment for L £10 by 2023-05-02
            Last, by 30 June 2023 the Council will revise its procedure for refunds.                         | procedure for The council by 2023-06-30
            Within three weeks of my decision the Council will send Mr X an apology. With this it will pay him £75. | apology for Mr X within 3 weeks from decision; payment for Mr X £75 within 3 weeks from decision
            By 2 May 2023 the Council will send Mr X an apology. With it the Council will send the new bill. | apology for Mr X by 2023-05-02; explanation by 2023-05-02
            It will apologise to Mr X by 2 May 2023. It will also pay £60 each to Mr X and Ms Y in that time, for their worry. | apology for Mr X by 2023-05-02; payment for Mr X £60 by 2023-05-02; payment for Ms Y £60 by 2023-05-02
            The Council will pay Mr X £60 for the delay in that time.                                        | payment for Mr X £60
            The Council has said it will plant a tree. This is not part of the remedy that I recommend. It will apologise to Mr X. | apology for Mr X
            The Council will apologise to Mr X. I have not made it a condition.                              | apology for Mr X
            The Council will pay Mr X £100. This is not a full remedy for what he lost.                      | payment for Mr X £100
            The Council will pay Mr X £100. That does not go as far as I recommended.                        | payment for Mr X £100
            The Council will stop the deductions from his benefit.                                           | other for Mr X
            It will name an allotments officer for Mr X by 2 May 2023. Within four weeks of my decision that officer will meet Mr X. | provision for Mr X by 2023-05-02; provision for Mr X within 4 weeks from decision
            A different Environmental Health Officer will visit Mr X by 2 May 2023.                          | provision for Mr X by 2023-05-02
            A senior officer of the planning team will write to Mr X by 2 May 2023.                          | explanation for Mr X by 2023-05-02
            A housing benefit officer will write to Mr X by 2 May 2023.                                      | explanation for Mr X by 2023-05-02
            A senior planning officer will visit Mr X by 2 May 2023.                                         | provision for Mr X by 2023-05-02
            Its parking manager will write to Mr X by 2 May 2023.                                            | explanation for Mr X by 2023-05-02
            The head of legal services will write to Mr X by 2 May 2023.                                     | explanation for Mr X by 2023-05-02
            A benefits officer not previously involved will reconsider his claim by 2 May 2023.              | reconsideration for Mr X by 2023-05-02
            It will apologise to Mr X within two weeks and, within two months, remind its staff of the code. | apology for Mr X within 2 weeks from not-stated; training for The council within 2 months from not-stated
            It will inspect the drain, decide whether it needs repair, and tell Mr X the result.             | provision for Mr X
            It will check its other bills, to find out who else was charged, and put right any error.        | procedure for The council
            It will amend its form, to make clear that no payment is due.                                    | procedure for The council
            It will review its policy. The review should consider what other councils do.                    | procedure for The council
            It will review its policy. It should also ensure its staff are trained.                          | procedure for The council; training for The council
            It has agreed to review its service. It will complete the review within six months.              | procedure for The council within 6 months from not-stated
            A meeting between Mr X and a manager should take place within two weeks of my decision.          | provision for Mr X within 2 weeks from decision
            The Council should, as it has agreed to do, pay Mr X £36 within 28 days of this decision.        | payment for Mr X £36 within 28 days from decision
            It will pay Mr X £200 now and a further £50 for each month until the ramp is built.              | payment for Mr X £200; payment for Mr X £50 each month
            It has agreed, by 30 June 2023, to do the following. It will pay Mr X £50. It will apologise.    | payment for Mr X £50 by 2023-06-30; apology for Mr X by 2023-06-30
            It will pay Mr X £50. I considered its offer. It will pay this within two weeks of my decision.  | payment for Mr X £50 within 2 weeks from decision
            It will pay Mr X £50 and apologise. The payment and apology should be made by 30 June 2023.      | payment for Mr X £50 by 2023-06-30; apology for Mr X by 2023-06-30
            If the panel agrees, it will refund Mr X. It will do so within two weeks of the panel's letter.  | payment for Mr X within 2 weeks from other-day
            Mr X's file will be corrected by 30 June 2023. An apology will be sent to Mr X by 30 June 2023.  | record for Mr X by 2023-06-30; apology for Mr X by 2023-06-30
            By 30 June it will apologise to Mr X. By then it will also brief all of its call handlers.       | apology for Mr X by 2023-06-30; training for The council by 2023-06-30
            Its Head of Housing will apologise to Mr X. The complaints team will pay him £50.                | apology for Mr X; payment for Mr X £50
            Ferndale will pay Mr X £50. The parish council will put up a sign.                               | payment for Mr X £50
            It will, besides, apologise to Mr X. Payment: within a month the Council will pay Mr X £50.      | apology for Mr X; payment for Mr X £50 within 1 month from not-stated
            So that others are not affected, the Council will, with its contractor, review its contract.     | procedure for The council
            It agreed my recommendations, which are that it will (a) apologise to Mr X and (b) pay him £50.  | apology for Mr X; payment for Mr X £50
            The Council will put this right by apologising to Mr X and paying him £50.                       | apology for Mr X; payment for Mr X £50
            By 30 June 2023 the Council will have reviewed its policy and paid Mr X £50.                     | procedure for The council by 2023-06-30; payment for Mr X £50 by 2023-06-30
            It was agreed that the Council would apologise to Mr X. It has three weeks in which to do this.  | apology for Mr X within 3 weeks from not-stated
            It will pay a total of £80, being £50 to Mr X and £30 to Ms Y.                                   | payment for Mr X £50; payment for Ms Y £30
            It will write off the invoice of £80 and pay Mr X in four monthly instalments of £25.            | payment for Mr X £80; payment for Mr X £25 each month, 4 times
            The Council will apologise to Mr X for the way in which it refused his application.              | apology for Mr X
            It will draw up a procedure, in order to move families within six weeks.                         | procedure for The council
            It will review its policy. As part of this the Council should also think about its letters.      | procedure for The council
            Where a council is at fault it should apologise and pay. It will apologise to Mr X.              | apology for Mr X
            The Council will have a surveyor visit Mr X, prepare a schedule of works and send this to the team.  | provision for Mr X
            It will install a recorder for Mr X. It will then assess the recordings and tell Mr X whether it may act. | provision for Mr X
            It will visit Mr X by 30 June 2023, measure the hedge and write to him with what it has found.   | provision for Mr X by 2023-06-30
            The Council will refund Mr X 100 miles at 45p a mile, a total of £45.                            | payment for Mr X £45
            It will pay Mr X £350 (£250 for distress, £100 for delay).                                       | payment for Mr X £350
            The Council will pay Mr X £100 and his son £200, £300 in total.                                  | payment for Mr X £100; payment for his son £200
            It will see to it that the works at Mr X's house are completed by 30 September 2023.             | provision for Mr X by 2023-09-30
            The Council will monitor his collections for eight weeks after my final decision.                | provision for Mr X within 8 weeks from decision
            It will work out what Mr X should have had, tell him how, and pay him the difference.            | payment for Mr X
            The Council will apologise to Mr X and also send him its report.                                 | apology for Mr X; explanation for Mr X
            The Council will visit Mr X by 15 May 2023 and write to him with its findings by 30 June 2023.   | provision for Mr X by 2023-05-15; explanation for Mr X by 2023-06-30
            The Council will apologise to Mr X by the end of March and pay him £20 by 29 February.           | apology for Mr X by 2024-03-31; payment for Mr X £20 by 2024-02-29
            The Council will apologise to Mr X before 30 June. It will pay him £20 before the end of May.    | apology for Mr X by 2023-06-29; payment for Mr X £20 by 2023-05-31
            The Council will apologise to Mr X on or before 30 June. It should do this by letter.            | apology for Mr X by 2023-06-30
            The Council will apologise to Mr X and pay him £20. It should do this by 30 June.                | apology for Mr X by 2023-06-30; payment for Mr X £20 by 2023-06-30
            The Council will arrange a meeting. It should invite the school by 30 June 2023.                 | procedure for The council; provision by 2023-06-30
            It will assess Mr X's needs, share the draft with him, consider his comments, and issue the final version within six weeks. | provision for Mr X within 6 weeks from not-stated
            It will search its archive, copy what it finds, take out the names of others and send the copy to Mr X.                     | other for Mr X
            It will hold a meeting with Mr X, take minutes, send them to him, and correct them where he says they are wrong.            | provision for Mr X
            It will check its last fifty appeals. It will compare each with its code, note any mistakes and correct those mistakes.     | procedure for The council
            It will ask a surveyor to look at the wall, get two prices, choose one, and have the wall rebuilt by 30 September 2023.     | provision by 2023-09-30
            It will reopen the complaint, put Mr X's questions to its officers, write down their answers and reply to him by 30 June.   | reconsideration for Mr X by 2023-06-30
            The Council will apologise to Mr X and send us a copy of its apology.                            | apology for Mr X
            The Council will pay Mr X £100 and give us evidence that it did so.                              | payment for Mr X £100
            It made a payment of £90 in March 2023 for the same fault. It will pay Mr X a further £60.       | payment for Mr X £60
            In addition to the £100 that was paid in May 2022, the Council will pay Mr X £50.                | payment for Mr X £50
            The Council will pay Mr X £300, minus the £100 that it has paid already.                         | payment for Mr X £300
            The Council will honour its offer of £75, which it made in its reply to the complaint.           | payment for Mr X £75
            The Council will continue to pay Mr X £25 a week until the carer starts.                         | payment for Mr X £25 each week
            The Council will keep paying Mr X £15 a week for his meals until the kitchen is repaired.        | payment for Mr X £15 each week
            The Council will apologise to Mr X. He has had the £150 that it offered him.                     | apology for Mr X
            It will set up a panel, give Mr X notice of its date, hear him and decide his appeal by 30 June. | reconsideration for Mr X by 2023-06-30
            It will write a leaflet, ask three users to read it, change it as they say and publish it.       | explanation
            It will work out what Mr X should have paid, refund the difference and amend his account.        | payment for Mr X; record for Mr X
            The Council will increase its payment of £100, made in May 2022, to £250.                        | payment for Mr X £250
            The Council will pay Mr X £500. It may take off the £200 that it paid in June.                   | payment for Mr X £500
            The Council will pay Mr X the £200 that it offered him in June.                                  | payment for Mr X £200
            Because the Council has paid Mr X £75 for the delay, I ask it only to apologise.                 | apology for Mr X
            The Council wrote off £600 of arrears in 2022. It will write off the other £200.                 | payment for Mr X £200
            The Council will need to apologise to Mr X.                                                      | apology for Mr X
            It will send Mr X proof of the payment it made to his landlord.                                  | explanation for Mr X
            It has agreed to apologise to Mr X for what it had done and to pay him £20.                      | apology for Mr X; payment for Mr X £20
            The Council has agreed to reconsider Mr X's request for a garage within six weeks of my decision, and to write to him with its decision and its reasons. | reconsideration for Mr X within 6 weeks from decision
            The Council has agreed to inspect Mr X's roof by 31 May 2023 and to tell him the outcome.        | provision for Mr X by 2023-05-31
            The Council has agreed to review Mr X's banding, and to let him have its decision in writing, within six weeks. | reconsideration for Mr X within 6 weeks from not-stated
            The Council has agreed to apologise to Mr X and to write to him with its reasons.                | apology for Mr X; explanation for Mr X
            The Council will carry out a fresh financial assessment of Mr X's contribution and tell him the outcome. | reconsideration for Mr X
            The Council will complete a new means assessment of Mr X's charges.                              | reconsideration for Mr X
            The Council will visit the yard, take a fresh decision on whether to enforce, and tell Mr X the result. | reconsideration for Mr X
            The Council will obtain the doctor's report, decide Mr X's application afresh and give him its reasons. | reconsideration for Mr X
            The Council will appoint an investigating officer and an independent person and start the stage two investigation of Mr X's complaint. | reconsideration for Mr X
            The Council will appoint an investigator and begin stage two within 15 working days of my decision. | reconsideration within 15 working days from decision
            The Council will carry out a new occupational therapy assessment of Mr X.                        | provision for Mr X
            The Council will carry out a fresh assessment of Mr X's needs.                                   | provision for Mr X
            The Council has agreed to ensure that, within two months of my decision, every crew on the rounds is briefed on the list. | training for The council within 2 months from decision
            The Council will see to it that its receptionists are reminded of the code.                      | training for The council
            The Council will make sure the care provider gives all its carers refresher training in lifting. | training for The council
            The Council will require its contractor to train its drivers in the use of the lift.             | training for The council
            Within three months it will write guidance for its wardens about the notes to be made before a case is closed. | procedure for The council within 3 months from not-stated
            It will draw up guidance for its officers on when to visit.                                      | procedure for The council
            It will send guidance to its wardens about the notes to be made.                                 | training for The council
            It will give guidance to its wardens about the notes to be made.                                 | training for The council
            The Council will pay Mr X £150 and Ms Y £150 for their worry.                                    | payment for Mr X £150; payment for Ms Y £150
            The Council will pay Mr X £150 for his worry and £150 for his time and trouble.                  | payment for Mr X £150; payment for Mr X £150
            The Council will pay Mr X £1,000 for the loss of his kitchen and £250 for his time and trouble, a total of £1,250. | payment for Mr X £1000; payment for Mr X £250
            The Council will pay Mr X £200 for distress and £100 for delay, £300 in all.                     | payment for Mr X £200; payment for Mr X £100
            The Council will pay Mr X £200 for distress, £100 for delay and £50 for stamps, making £350.     | payment for Mr X £200; payment for Mr X £100; payment for Mr X £50
            The Council will apologise to Mr X. The Council should provide us with evidence of compliance. We suggest it asks the care home for its training register. | apology for Mr X
            The Council will apologise to Mr X. It should show us that it has done so. A copy of the letter would be enough, and it might ask the school for its register. | apology for Mr X
            It will pay Mr X £250 within one month of my decision. To this it will add £200 for his distress, and £150 for his time and trouble, all to be paid together with the first sum. | payment for Mr X £250 within 1 month from decision; payment for Mr X £200 within 1 month from decision; payment for Mr X £150 within 1 month from decision
            It will pay Mr X £250 within one month of my decision. It will add £80 for his trouble.          | payment for Mr X £250 within 1 month from decision; payment for Mr X £80
            It will pay Mr X £250 by 31 May 2023. It will add to that £80 for his trouble, to be paid at the same time. | payment for Mr X £250 by 2023-05-31; payment for Mr X £80 by 2023-05-31
            It will pay Mr X £200 for the worry of being chased for money he did not owe, and £100 for his time and trouble. | payment for Mr X £200; payment for Mr X £100
            It will pay Mr X £200 for what is a long delay and £100 for his trouble.                         | payment for Mr X £200; payment for Mr X £100
            The Council will pay Mr X £250 for his distress, which I set apart from the first sum because it springs from the missed review; this too is due within one month. | payment for Mr X £250 within 1 month from not-stated
            The Council will apologise to Mr X. It will pay Mr X £85 and Ms Y £20. These payments are also due within four weeks of my decision. | apology for Mr X; payment for Mr X £85 within 4 weeks from decision; payment for Ms Y £20 within 4 weeks from decision
            The Council will pay Mr X £85. The payment is due by 31 May 2023.                                | payment for Mr X £85 by 2023-05-31
            An apology is due to Mr X, and will be sent within two weeks of my decision.                     | apology for Mr X within 2 weeks from decision
            A payment of £90 is owed to Mr X and will be made by 31 May 2023.                                | payment for Mr X £90 by 2023-05-31
            Within ten working days of my decision the Council will correct Mr X's place on the register. It will then consider afresh whether he would have been offered a flat, and will write to him with its conclusion within six weeks of my decision. | record for Mr X within 10 working days from decision; reconsideration for Mr X within 6 weeks from decision
            The Council will apologise to Mr X for all of the faults and pay him £300, which recognises two years of worry, both within four weeks. | apology for Mr X within 4 weeks from not-stated; payment for Mr X £300 within 4 weeks from not-stated
            The Council will apologise to Mr X, pay him £300 and correct his file, all of this by 31 May 2023. | apology for Mr X by 2023-05-31; payment for Mr X £300 by 2023-05-31; record for Mr X by 2023-05-31
            The Council will apologise to Mr X and pay him £300, each within two weeks of my decision.       | apology for Mr X within 2 weeks from decision; payment for Mr X £300 within 2 weeks from decision
            It will instal recording equipment in the flat for a period of seven days, have an officer assess the recordings, and write to him to say what it has found. | provision for Mr X
            I recommended, besides, that within one month of my decision the Council pay Mr X £400. It has agreed to this. | payment for Mr X £400 within 1 month from decision
            I recommended a payment of £500 for Mr X's distress, which is more than is usual. I recommended beside it £150 for his trouble, which was the greater because he was ill. The Council will pay both sums within one month of my decision. | payment for Mr X £500 within 1 month from decision; payment for Mr X £150 within 1 month from decision
            I recommended too that the Council should write to Mr X. It agreed.                              | explanation for Mr X
            A new panel, none of whose members sat on the last one, will hear Mr X's appeal within 25 working days of my decision. It must have the doctor's letters before it, address the questions in the code and send him its reasons. | reconsideration for Mr X within 25 working days from decision
            A different panel will hear Mr X's appeal by 31 May 2023.                                        | reconsideration for Mr X by 2023-05-31
            The Council will appoint an investigator within 15 working days of my decision. It must keep to the limit of 65 working days, and should that not prove possible it should write to Mr X to say why. | provision within 15 working days from decision
            By 31 May 2023 it will have the gate re-hung at its own cost by a joiner who is acceptable to Mr X. | provision for Mr X by 2023-05-31
            It will have Mr X's lock changed by 31 May 2023.                                                 | provision for Mr X by 2023-05-31
            A new gate would need a licence, for which the Council charges £85; it will waive that fee for Mr X. | payment for Mr X £85
            It will carry out an audit of the other payments that it cut in May 2022, to find anyone else affected and decide what it should do for them. | procedure for The council
            The Council will put a marker on Mr X's account so that staff can see that he is deaf. It will do so immediately; Mr X consents. | record for Mr X within without delay from not-stated
            It will set a flag against Mr X's name on its housing system.                                    | record for Mr X
            It will add an alert to Mr X's record.                                                           | record for Mr X
            The Council will, on 19 December 2023, train its wardens.                                        | training for The council by 2023-12-19
            On 19 December 2023 the Council will hold a meeting with Mr X.                                   | provision for Mr X by 2023-12-19
            Immediately the Council will stop the deductions from Mr X's benefit.                            | other for Mr X within without delay from not-stated
            The Council has agreed to stop the recovery from Mr X immediately.                               | other for Mr X within without delay from not-stated
            The arboriculturist will visit Mr X by 31 May 2023.                                              | provision for Mr X by 2023-05-31
            The Council's arboriculturist will visit Mr X by 31 May 2023.                                    | provision for Mr X by 2023-05-31
            The tree warden will visit Mr X by 31 May 2023.                                                  | provision for Mr X by 2023-05-31
            The monitoring officer will circulate a reminder to all clerks.                                  | training for The council
            It will write a new letter template for refusals.                                                | procedure for The council
            It will set up arrangements to monitor how long replies take.                                    | procedure for The council
            It will circulate this decision to its wardens.                                                  | training for The council
            It will offer Mr X a fresh assessment and make a new decision on his claim.                      | reconsideration for Mr X
            It will make a fresh decision on Mr X's claim.                                                   | reconsideration for Mr X
            It will carry out the assessment of Mr X's claim afresh.                                         | reconsideration for Mr X
            It will start stage two of its complaints procedure for Mr X.                                    | reconsideration for Mr X
            An apology is owed to Mr X and should reach him by 31 May 2023.                                  | apology for Mr X by 2023-05-31
            A written apology is due to Mr X; it is to be sent within two weeks of my decision.              | apology for Mr X within 2 weeks from decision
            Mr X is owed an apology, which the Council will send within two weeks of my decision.            | apology for Mr X within 2 weeks from decision
            The Council will pay Mr X £300. That is made up of £200 for distress and £100 for time and trouble. | payment for Mr X £300
            The Council will pay Mr X £300 in total: £200 for distress and £100 for time and trouble.        | payment for Mr X £300
            The Council will pay Mr X £300: £200 for distress and £100 for time and trouble.                 | payment for Mr X £300
            It will pay Mr X £200 for his distress. For his time and trouble it will pay a further £100.     | payment for Mr X £200; payment for Mr X £100
            It will pay Mr X £200 for his distress and the same again for his time and trouble.              | payment for Mr X £200
            It will pay £200 to Mr X for his distress and £100 to Ms Y for hers.                             | payment for Mr X £200; payment for Ms Y £100
            It will pay Mr X £200 for distress, which is at the lower end since it was short, and £100 for what he spent on stamps. | payment for Mr X £200; payment for Mr X £100
            The Council will pay Mr X £500, of which £300 is for his distress and £200 for his trouble.      | payment for Mr X £500
            The Council will pay Mr X £150 for distress together with £50 for his trouble.                   | payment for Mr X £150; payment for Mr X £50
            It will pay £250 for the worry Mr X had and, on top of that, £75 for his trouble.                | payment for Mr X £250; payment for Mr X £75
            The Council will apologise to Mr X in writing and pay him £100, and will do both by 31 May 2023. | apology for Mr X by 2023-05-31; payment for Mr X £100 by 2023-05-31
            The Council will, in each case within one month of my decision, apologise to Mr X and pay him £100. | apology for Mr X within 1 month from decision; payment for Mr X £100 within 1 month from decision
            The Council will apologise to Mr X. It will pay him £100. I expect both within one month of my decision. | apology for Mr X within 1 month from decision; payment for Mr X £100 within 1 month from decision
            The Council will apologise to Mr X and pay him £100. One month from the date of my decision is allowed for this. | apology for Mr X within 1 month from decision; payment for Mr X £100 within 1 month from decision
            The Council will apologise to Mr X and pay him £100. The time for this is one month from the date of my decision. | apology for Mr X within 1 month from decision; payment for Mr X £100 within 1 month from decision
            Not later than four weeks after the date of my decision the Council will apologise to Mr X.      | apology for Mr X within 4 weeks from decision
            The Council will apologise to Mr X, no later than four weeks after my decision.                  | apology for Mr X within 4 weeks from decision
            The Council has agreed to brief its officers, not later than three months from the date of my decision, on the code. | training for The council within 3 months from decision
            The Council will apologise to Mr X immediately.                                                  | apology for Mr X within without delay from not-stated
            The Council will immediately stop recovery of the debt from Mr X and apologise to him within two weeks. | other for Mr X within without delay from not-stated; apology for Mr X within 2 weeks from not-stated
            The Council will ask a manager who was not involved to look at Mr X's application again.         | reconsideration for Mr X
            The Council will look into Mr X's complaint at stage two of its procedure.                       | reconsideration for Mr X
            The Council will move Mr X's complaint to stage two.                                             | reconsideration for Mr X
            The Council will take a new decision on Mr X's claim.                                            | reconsideration for Mr X
            The Council will review Mr X's care plan.                                                        | provision for Mr X
            The Council will carry out a needs assessment for Mr X.                                          | provision for Mr X
            The Council will hold an annual review of Mr X's plan.                                           | provision for Mr X
            The Council will finalise Mr X's support plan.                                                   | provision for Mr X
            The Council will decide whether to award Mr X the badge.                                         | reconsideration for Mr X
            The Council will assess Mr X's claim again and tell him the result.                              | reconsideration for Mr X
            The Council will reassess Mr X's points under its scheme.                                        | reconsideration for Mr X
            The Council will put the appeal before a fresh panel.                                            | reconsideration
            The Council will offer Mr X a fresh hearing.                                                     | reconsideration for Mr X
            The Council will work out Mr X's contribution again.                                             | reconsideration for Mr X
            The Council will email all planning staff about the need to keep notes.                          | training for The council
            The Council will discuss this case at a team meeting.                                            | training for The council
            The Council will share the lessons from this case with its wardens.                              | training for The council
            The Council will send a note round to all its clerks on how to log a call.                       | training for The council
            The Council will produce a short guide for its officers on when to visit.                        | procedure for The council
            The Council will add a step to its checklist.                                                    | procedure for The council
            The Council will put in place a system to track repairs.                                         | procedure for The council
            The Council will dip sample twenty cases to see whether letters went out on time.                | procedure for The council
            The Council will report to its scrutiny committee on how long people wait.                       | procedure for The council
            The Council will write to the other families whose bids were lost.                               | explanation
            The Council will give Mr X a named contact.                                                      | provision for Mr X
            The Council will place this decision on Mr X's file.                                             | record for Mr X
            The Council will amend its records to show that Mr X paid.                                       | record for Mr X
            The Council will remove the caution from Mr X's record.                                          | record for Mr X
            The Council will close the account in Mr X's name.                                               | other for Mr X
            The Council will cancel the penalty charge notice sent to Mr X.                                  | payment for Mr X
            The Council will withdraw the summons.                                                           | other
            The Council has agreed to my recommendations and will write to Mr X to apologise, enclosing a cheque for £150, within one month of my decision. | apology for Mr X within 1 month from decision; payment for Mr X £150 within 1 month from decision
            I recommended that the Council apologise to Mr X, that it pay him £150 and that it review its policy. It has agreed, and will do all three within two months of my decision. | apology for Mr X within 2 months from decision; payment for Mr X £150 within 2 months from decision; procedure for The council within 2 months from decision
            The Council agreed to my suggestion that it should pay Mr X £150.                                | payment for Mr X £150
            The Council has accepted that it should apologise to Mr X, and will do so in writing within two weeks of my decision. | apology for Mr X within 2 weeks from decision
            The Council has agreed to a payment of £150 to Mr X.                                             | payment for Mr X £150
            The Council has agreed to a payment of £150 to Mr X for his distress and one of £50 for his trouble. | payment for Mr X £150; payment for Mr X £50
            The Council's chief executive will write to Mr X within two weeks of my decision to apologise.   | apology for Mr X within 2 weeks from decision
            Its director of housing will meet Mr X within two weeks of my decision.                          | provision for Mr X within 2 weeks from decision
            An officer from the noise team is to visit Mr X within two weeks of my decision.                 | provision for Mr X within 2 weeks from decision
            Within one month of my decision Mr X will have a written apology from the Council and £150 for his distress. | apology for Mr X within 1 month from decision; payment for Mr X £150 within 1 month from decision
            To acknowledge his distress, Mr X will be paid £150 within one month of my decision.             | payment for Mr X £150 within 1 month from decision
            Training on the code will be given to all wardens within three months of my decision.            | training for The council within 3 months from decision
            The policy will be rewritten within three months of my decision and put on the website.          | procedure for The council within 3 months from decision
            It should, within one month of my decision, have put things right by paying Mr X £150.           | payment for Mr X £150 within 1 month from decision
            The Council will credit Mr X's rent account with £150 within one month of my decision.           | payment for Mr X £150 within 1 month from decision
            The Council will reduce Mr X's bill by £150.                                                     | payment for Mr X £150
            The Council will bring Mr X's payments up to date, with interest.                                | payment for Mr X
            The Council will pay Mr X the housing benefit he should have had from 1 May 2022.                | payment for Mr X
            The Council will pay Mr X £20 for each week from 1 May 2022 until the day on which it offers him a place. | payment for Mr X £20 each week
            The Council will pay Mr X £20 a week from 1 May 2022 to 4 September 2022, 18 weeks in all, which comes to £360. | payment for Mr X £360
            The Council will, if Mr X wishes, meet him to explain its decision, within two weeks of my decision. | provision for Mr X within 2 weeks from decision
            If it decides in Mr X's favour, it will refund what he paid within one month.                    | payment for Mr X within 1 month from other-day
            The Council will ensure that Mr X's bins are collected from now on.                              | provision for Mr X
            The Council will make sure all its wardens know the code.                                        | training for The council
            The Council will see that Mr X has a named officer to speak to.                                  | provision for Mr X
            The Council has undertaken that its contractor will mend Mr X's gate by 31 May 2023.             | provision for Mr X by 2023-05-31
            The Council will have its contractor mend Mr X's gate by 31 May 2023 and make good the path.     | provision for Mr X by 2023-05-31
            By way of remedy the Council will: apologise to Mr X; pay him £150; and remind its wardens of the code; all within one month of my decision. | apology for Mr X within 1 month from decision; payment for Mr X £150 within 1 month from decision; training for The council within 1 month from decision
            The remedy is this. The Council will apologise to Mr X within one month of my decision, and pay him £150 at the same time. | apology for Mr X within 1 month from decision; payment for Mr X £150 within 1 month from decision
            The Council will apologise to Mr X within one month of my decision and, with the letter, pay him £150. | apology for Mr X within 1 month from decision; payment for Mr X £150 within 1 month from decision
            The Council will apologise to Mr X and his wife, Mrs X, and pay £100 to each.                    | apology for Mr X and Mrs X; payment for Mr X £100; payment for Mrs X £100
            The Council will send Mr X and Mrs X separate letters of apology.                                | apology for Mr X; apology for Mrs X
            The Council will also think about whether it needs more wardens.                                 | procedure for The council
            The Council will consider what it can learn from this case.                                      | procedure for The council
            The Council is going to apologise to Mr X.                                                       | apology for Mr X
            The Council will let Mr X know in writing, within two weeks of my decision, when his kitchen will be done. | explanation for Mr X within 2 weeks from decision
            The Council will apologise to Mr X within two weeks, pay him £150 within four weeks and review its policy within three months of my decision. | apology for Mr X within 2 weeks from not-stated; payment for Mr X £150 within 4 weeks from not-stated; procedure for The council within 3 months from decision
            Within a month of my decision, the Council will apologise to Mr X. Within the same period it will pay him £200. Within two months it will train its staff. | apology for Mr X within 1 month from decision; payment for Mr X £200 within 1 month from decision; training for The council within 2 months from not-stated
            The Council has agreed to take the following action within one month of my decision: apologise to Mr X, pay him £200 and amend its letter template. | apology for Mr X within 1 month from decision; payment for Mr X £200 within 1 month from decision; procedure for The council within 1 month from decision
            The Council will apologise to Mr X and make a payment to him of £200 to recognise the distress caused, £100 to recognise his time and trouble and £50 to recognise the late reply. | apology for Mr X; payment for Mr X £200; payment for Mr X £100; payment for Mr X £50
            The Council will pay Mr X £200 a month for the period from May to August 2022, a total of £800.  | payment for Mr X £800
            The Council will pay Mr X £1,200 (£300 for each month without a school place).                   | payment for Mr X £1200
            The Council will pay Mr X £900 for three months' loss of tuition, at £300 a month.               | payment for Mr X £900
            The Council will reimburse Mr X the cost of the tutor, £640, on sight of the receipts.           | payment for Mr X £640
            The Council will refund the fee of £25, and waive the next one.                                  | payment for Mr X £25; payment for Mr X
            The Council will place £400 in an account for J.                                                 | payment for J £400
            The Council will remind officers who deal with reviews of the eight week limit.                  | training for The council
            The Council will ensure officers are aware of the need to give reasons.                          | training for The council
            The Council will consider whether staff need training on the code.                               | procedure for The council
            The Council will introduce a monitoring system, so that late plans are seen by a manager each week. | procedure for The council
            The Council will audit a sample of its plans and report what it finds to its director.           | procedure for The council
            The Council will review the cases of the other twelve children on the list and offer each a remedy where it was at fault. | procedure for The council
            The Council will write to Mr X with a date for the work.                                         | explanation for Mr X
            The Council will send Mr X an amended final plan.                                                | provision for Mr X
            The Council will amend Mr X's plan to name the school.                                           | provision for Mr X
            The Council will correct the error in its letter of 3 May 2022 and send Mr X a new one.          | record for Mr X
            The Council will complete the outstanding repairs to Mr X's home.                                | provision for Mr X
            The Council will offer Mr X suitable accommodation.                                              | provision for Mr X
            The Council will grant the licence for which Mr X applied.                                       | provision for Mr X
            The Council will give Mr X a fresh right of review.                                              | reconsideration for Mr X
            The Council will arrange a fresh appeal with a different panel and clerk for Mr X.               | reconsideration for Mr X
            The Council will issue Mr X with a new badge.                                                    | provision for Mr X
            The Council will provide Mr X with a single point of contact for a year.                         | provision for Mr X
            The Council will hold a lessons learned meeting with the teams involved.                         | training for The council
            The Council will review its policy. It should train its staff.                                   | procedure for The council; training for The council
            The Council will review its policy. It must train its staff.                                     | procedure for The council; training for The council
            The Council will apologise to Mr X. It must remind its officers of the code.                     | apology for Mr X; training for The council
            The Council will apologise to Mr X. It must correct his file.                                    | apology for Mr X; record for Mr X
            The Council will apologise to Mr X. It must review its policy.                                   | apology for Mr X; procedure for The council
            The Council will hold a meeting with Mr X. It must invite the school and keep a note.            | provision for Mr X
            The Council will assess Mr X's needs. It must ask his doctor for a report.                       | provision for Mr X
            The Council will appoint an investigator. It must finish stage two within 65 working days.       | provision; reconsideration within 65 working days from not-stated
            The Council has agreed to apologise to Mr X. It must do so in writing. It must also pay him £40. | apology for Mr X; payment for Mr X £40
            The Council will apologise to Mr X and, for his trouble, pay him £60.                            | apology for Mr X; payment for Mr X £60
            Last, and within three months, the Council will review its policy.                               | procedure for The council within 3 months from not-stated
            It will pay Mr X £300, half for his distress and half for his trouble.                           | payment for Mr X £300
            It will pay Mr X £300, namely £200 for his distress and £100 for his trouble.                    | payment for Mr X £300
            For distress it will pay Mr X £200 and for time and trouble £100.                                | payment for Mr X £200; payment for Mr X £100
            It will pay Mr X £200 for distress, £100 for time and trouble, and £75 a week for the six weeks he had no bed. | payment for Mr X £200; payment for Mr X £100; payment for Mr X £75 each week, 6 times
            It will pay Mr X £1,200 for the four months without a tutor, that is £300 for each.              | payment for Mr X £1200
            I have also thought about a payment for his time and trouble, for which £100 is right, and the Council has agreed to pay it to Mr X. | payment for Mr X £100
            A sum of £100 would be fair, and the Council has agreed to pay that to Mr X by 31 May 2023.      | payment for Mr X £100 by 2023-05-31
            The Council had offered £50. It has agreed to raise this to £150 and will pay it to Mr X within two weeks of my decision. | payment for Mr X £150 within 2 weeks from decision
            The Council had offered £50, which was too little. It has agreed to pay Mr X £150 instead.       | payment for Mr X £150
            The Council will pay £100 on top of the £50 it offered Mr X.                                     | payment for Mr X £100
            The Council will pay Mr X the £50 that it offered, and a further £100.                           | payment for Mr X £50; payment for Mr X £100
            Within two weeks of my decision, and in any event before it sends another bill, the Council will correct Mr X's account. | record for Mr X within 2 weeks from decision
            The Council will, having taken legal advice, decide whether to enforce, by 31 May 2023.          | reconsideration by 2023-05-31
            """)
    void isAnAction(String sentence, String read) {
        assertThat(read(sentence)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "It must now consider our recommendations at a meeting of its full council and tell us what it means to do.",
            "I would also invite the Council, though this is no part of the remedy, to write to the landlord.",
        "I do not recommend a payment of £300.",
        "The Council offered Mr X £200, which he refused.",
        "Our guidance on remedies says a payment of up to £300 is usual for distress.",
        "Our guidance says the Council should pay between £100 and £300.",
        "In another case the Council agreed to pay £750 within one month.",
        "The Council has apologised to Mr X and paid him £100.",
        "The Council will not be asked to pay for the fence.",
        "The Council should have apologised to Mr X within ten days.",
        "The Council should provide us with evidence it has complied with the above actions.",
        "Mr X wants the Council to pay him £5,000.",
        "The letter says: \"The Council will pay you £95 within 20 days.\"",
        "Councils should answer complaints within 20 working days.",
        "The Council must by law issue a plan within 20 weeks.",
        "The Council will no doubt wish to apologise.",
        "The Council could also consider paying for a holiday.",
        "The Council will take no further action against Mr X.",
        "I also recommended the Council makes some improvements to its service.",
        "The Council should follow this when it makes the apology I have recommended.",
        "The Council must ensure it complies with the agreed actions.",
        "The Council is to be commended for its reply.",
        "Had the Council acted properly, it would have paid Mr X £900 by May.",
        "The Council says it will pay Mr X £50 if he withdraws his complaint.",
        "Mr X says the Council agreed to pay him £75 within one month.",
        "Another council will pay £300 for the same fault.",
        "The council in case 21 000 222 agreed to pay £1,000.",
        "The Council has told us that it will review its policy within six months.",
        "The Council should send the Ombudsman a copy of its letter of apology within one month of my decision.",
        "It should let us have proof, within six weeks, that the payment was made and the training took place.",
        "The Council will write to us by 30 June 2023 to confirm that it has apologised to Mr X and paid him £100.",
        "The Council will show me that it has done this, by sending the minutes of the meeting and a copy of its new procedure.",
        "Evidence that the Council has reviewed its policy should reach us within three months of my decision.",
        "The Council will ask its lead officer to confirm to us in writing that Mr X has been paid.",
        "The Council should forward to my office the minutes that show that it discussed this report.",
        "The Council will keep us informed, and send us each month a record of the visits it made.",
        "The Council had already paid Mr X £150 for his distress before he came to us, which I consider enough.",
        "In its reply to the complaint the Council offered a payment of £75, and this was a suitable remedy.",
        "The Council agreed in February 2023 to pay Mr X £80, and it did so on 1 March 2023.",
        "The Council has told me that it paid Mr X £30 last month.",
        "A payment of £40 was made to Mr X on 1 March 2023.",
        "The Council should provide a copy of its action plan and confirmation from its finance team that the payment has reached Mr X's account.",
        "Within two months the Council will supply the Ombudsman with a statement of the training it gave.",
        "The Council will need to provide satisfactory evidence of compliance within five weeks of the final decision.",
        "The Council must evidence to us that it did these things.",
        "The Council will, within four weeks, provide evidence of having paid Mr X £300 and having briefed its staff.",
        "The Council will send us proof that Mr X has had his refund of £45 by 1 May 2023.",
        "When the payment has been made the Council should send proof of it to us.",
        "The Council's earlier payment of £250 was in line with our guidance and I recommend nothing more.",
        "Mr X turned down the £300 that the Council offered; I consider it was fair.",
        "I make no recommendations, but the Council should pay invoices within 30 days.",
        "The Council will do something about the noise within two weeks of my decision.",
        "The Council should stop this at once rather than when the term ends.",
        "The Council has said that it will move the bench. I do not make that a recommendation.",
        "The Council will send, for our records, a copy of the new rota.",
        "The Council should give me, for my own use, the tenancy file.",
        "The Council should keep the slides for our information.",
        "I ask the Council to tell me by 2 May 2023 whether it agrees to these recommendations.",
        "A housing association officer will visit Mr X. A surveyor of the landlord will measure the room.",
        "A police officer will visit Mr X within two weeks of my decision.",
        "A bank manager will write to Mr X. A brewery manager will write to Mr X.",
        "The manager of the bus company will write to Mr X within two weeks of my decision.",
        "The care home manager will write to Mr X within two weeks of my decision.",
        "The Council offered £90, which Mr X refused; it has agreed to leave the offer open.",
        "I find that it was late, and it will know that itself.",
        "The finance team wrote to Mr X. The planning officer will know the rest.",
        "There will be a review of the law by the government next year.",
        "Some staff will get training from the fire service in any event.",
        "The clerk said he was sorry, and the Council will leave it at that.",
        "It is not for me to say who owns the hedge, but the Council will no doubt look into it.",
        "Mr X's fee was kept, and the Council will see that it is.",
        "I did not ask the Council to pay anything, since it paid Mr X £300 in January.",
        "I had thought of asking for £300, but Mr X told me that an apology would do.",
        "The Council will apologise to Mr X. It has done so already.",
        "The Council agreed to move the bench. It moved it on 2 March 2023.",
        "I would expect the Council to send the papers to me.",
        "The Council tells me it has trained its clerks, which is why I do not ask for that.",
        "The same letter will tell Mr X how to appeal.",
        "The police officer will write to Mr X.",
        "The school will apologise to Mr X.",
        "The landlord has agreed to pay Mr X £50, and it will fit a new lock.",
        "Mr X has agreed to withdraw his claim, and the Council will not pursue him for the £40.",
        "The tribunal will decide the appeal, and the Council will abide by it.",
        "The Council asked whether it might pay by instalments; I said that it might not, and it will pay him in one sum.",
        "The Council wanted until June. I said no, and it will have to do it by 31 May 2023.",
        "I have asked for a copy of the new rota and the caretaker's log.",
        "We ask for the tenancy file and the letters to be with us by 30 June 2023.",
        "I ask it to send proof of delivery and the bank slip by the end of May.",
        "The Council should supply a printout of the ledger and a copy of the notice to assure me that it has done this.",
        "It has four weeks to answer a complaint under its policy.",
        "Mr X says that the Council promised a ramp, and it has not built one.",
        "The tenant would have moved, and the Council will not pay for that.",
        "I would have recommended that the Council train its wardens had it not done so.",
        "We would have asked it to pay Mr X £300, but it has paid him more than that.",
        "You need to give us evidence that you have done this.",
        "It would need to give us evidence of what it has done.",
        "Should the Council accept this, it would need to give us proof of what it has done.",
        "The Council has agreed to this. It will have to give us evidence of it.",
        "It should ask its contractor for the log and pass it to us as evidence.",
        "I need to see evidence that the above has been done.",
        "I shall need to see evidence that these steps have been taken.",
        "We look to the Council for evidence that all of this has been done.",
        "The Council must show us evidence of each of these steps.",
        "We will ask the Council for evidence that it has taken these actions.",
        "The Council will show us evidence it has complied, including a screenshot of the entry.",
        "The Council will let us have proof of compliance, for instance copies of the letters and of the message to staff.",
        "Copies of the letters, proof of payment and the reminder should reach me within two weeks of each of those dates.",
        "The Council is to send me a copy of the entry.",
        "Copies of the letter and the new form are to be sent to me.",
        "I should like to have a copy of the letter and a note of the day on which the money was paid.",
        "The Council should keep a record of what it has done and let me have it.",
        "It will need to be able to show that the training took place.",
        "Once it has done so the Council should write to us to say so.",
        "The Council should tell us when it has done this, and what the review found.",
        "The Council should provide evidence of this, such as a copy of the email to staff or the slides that were used.",
        "The evidence should include a copy of the letter. It should also include the minutes of the meeting.",
        "We expect the Council to send us the new policy when it is adopted.",
        "The landlord will mend the roof within two weeks.",
        "The tenant is owed £300 by his landlord, and the Council cannot change that.",
        "A payment of £90 was due to Mr X in May 2022 and was made in June.",
        "No apology is due to Mr X for that.",
        "An apology was due to Mr X, and the Council gave it in March 2023.",
        "Mr X is owed £40 by the bank.",
        "A refund is due under the rules only where the fee was paid twice.",
        "I expect both parties to keep to this.",
        "I expect this to take some weeks.",
        "The time for an appeal is one month from the date of the notice.",
        "An independent appeal panel must give its reasons within seven days.",
        "A different panel heard the appeal in May 2022.",
        "Another panel might have decided otherwise, and the Council will know that.",
        "A new panel will be appointed by the school.",
        "We suggest that Mr X keeps a diary.",
        "The Council says that a new officer will visit him.",
        "The Council will have to follow the law on this within two weeks.",
        "The code says a panel should hear an appeal within 25 working days.",
        "It was on 3 June 2023 that the lease ended.",
        "The school clerk will write to Mr X.",
        "The court clerk will write to Mr X within two weeks.",
        "The company's registrar will write to Mr X.",
        "The Trust's co-ordinator will write to Mr X.",
        "The school's caseworker will write to Mr X.",
        "It has agreed to all of this. On 5 June 2023 it will be a year since Mr X complained."})
    void isNoAction(String sentence) {
        assertThat(read(sentence)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            It should take a note of the visit.                                      | provision for Mr X
            It will offer him £200 for his distress.                                 | provision for Mr X; payment for Mr X £200
            It will refund his fee within six weeks of my decision.                  | provision for Mr X; payment for Mr X within 6 weeks from decision
            It should complete an audit of its files by 30 June 2023.                | provision for Mr X; procedure for The council by 2023-06-30
            Officers will be trained by 30 June 2023.                                | provision for Mr X; training for The council by 2023-06-30
            It should tell him the outcome by 30 June 2023.                          | provision for Mr X by 2023-06-30
            It will ask a surveyor to come too, and will send him her report by May. | provision for Mr X
            It will take a nurse along, look at the room and report what it found by 1 May 2023. | provision for Mr X by 2023-05-01
            """)
    void takesASentenceBehindAnItemWithASumOrATimeForItsOwn(String behind, String read) {
        assertThat(read("The Council will:", "  • visit Mr X. " + behind)).isEqualTo(read);
    }

    /** Running paragraphs: times in front and behind, what is said of what was named before, clauses beside those that say what the council will do. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            The Council will return the £61 that it took from Mr X's account.                                                                                      | payment for Mr X £61
            By 30 June 2023 it will give back to Mr X the £40 deposit it kept.                                                                                     | payment for Mr X £40 by 2023-06-30
            It will hand Mr X back the £25 he left with the library.                                                                                               | payment for Mr X £25
            Once it has his form, the Council has three weeks in which to decide whether to move him and to write to him.                                          | reconsideration for Mr X within 3 weeks from other-day
            Counting from the day on which Mr X returns the form, for which it will remind him, the Council will have six weeks to reassess his needs.             | provision for Mr X within 6 weeks from other-day
            The Council will have until 30 June 2023 to pay Mr X £40.                                                                                              | payment for Mr X £40 by 2023-06-30
            After receiving the plans, for which it should write to the builder, the Council will inspect the wall.                                                | provision within null from other-day
            If the new bill is lower, then within three weeks of having made it the Council will refund to Mr X the difference.                                    | payment for Mr X within 3 weeks from other-day
            Should Mr X accept, by 30 June 2023 the Council will pay him £75.                                                                                      | payment for Mr X £75 by 2023-06-30
            Mr X wanted £900 for his trouble, but £125 would be fair, and the Council has agreed to pay him that sum within one month of my decision.              | payment for Mr X £125 within 1 month from decision
            A sum of £45 is still shown against Mr X's name. The Council will write this off.                                                                      | payment for Mr X £45
            The Council says the depot has no rota for holidays, and it will, within two months of my decision, draw one up.                                       | other within 2 months from decision
            I cannot say who is right, but the Council has agreed that, without cost to Mr X, it will within six weeks have the wall inspected by a surveyor.      | provision within 6 weeks from not-stated
            The Council will apologise to Mr X and pay him £60. I thought about more. Both are to be done within one month of my decision.                         | apology for Mr X within 1 month from decision; payment for Mr X £60 within 1 month from decision
            It will apologise to Mr X and pay him £60. All this it will do no later than two months after the date of my decision.                                 | apology for Mr X within 2 months from decision; payment for Mr X £60 within 2 months from decision
            It will pay Mr X £70 and correct its register of pitches. I see no reason why either should take more than three weeks from the date of this decision. | payment for Mr X £70 within 3 weeks from decision; record within 3 weeks from decision
            It will apologise to Mr X and pay him £60. Neither should take longer than two weeks.                                                                  | apology for Mr X within 2 weeks from not-stated; payment for Mr X £60 within 2 weeks from not-stated
            Wardens will be trained in the code; I have asked for this to be done by 12 July 2023.                                                                 | training for The council by 2023-07-12
            It will pay Mr X £70. I have asked for that to be paid by 30 June 2023.                                                                                | payment for Mr X £70 by 2023-06-30
            It has agreed to apologise, and to do so within two weeks.                                                                                             | apology for Mr X within 2 weeks from not-stated
            It has agreed to pay Mr X £80 and to remind its clerks of the code, and to do both by 30 June 2023.                                                    | payment for Mr X £80 by 2023-06-30; training for The council by 2023-06-30
            I recommended the Council apologise to Mr X and pay him £20. It has paid him.                                                                          | apology for Mr X
            The allotments manager, who took no part in the decision, will therefore within one month look at the plot, decide whether to let it, and write to Mr X with the result. | reconsideration for Mr X within 1 month from not-stated
            It agreed to pay Mr X £90, which is not for the shed but for his worry, and to correct the number of the plot in the register.                         | payment for Mr X £90; record
            It will pay Mr X £90, which he may use as he likes, and to that end send him a form.                                                                   | payment for Mr X £90
            In the month following my final decision the Council will apologise to Mr X.                                                                           | apology for Mr X within 1 month from decision
            In the week after this decision it will pay Mr X £30.                                                                                                  | payment for Mr X £30 within 1 week from decision
            It has undertaken within two months of our final decision to hold a training session for its wardens and to review its contract.                       | training for The council within 2 months from decision; procedure for The council within 2 months from decision
            Within one month of my decision it will apologise to Mr X. Also in that month it will repair his gate.                                                 | apology for Mr X within 1 month from decision; provision for Mr X within 1 month from decision
            Before the next count, and in any event by 31 August 2023, clerks and wardens of the Council will be trained in the code, and the Council will amend its form. | training for The council by 2023-08-31; procedure for The council by 2023-08-31
            Before the season opens, and no later than 28 April 2023, wardens will have a briefing from the legal team; and the standard letter is to be redrafted so that it gives reasons. | training for The council by 2023-04-28; procedure for The council by 2023-04-28
            Its method of testing will be rewritten. The Council will complete that before any more tests and no later than 30 June 2023.                          | procedure for The council by 2023-06-30
            Wardens and cleaners of the Council will be told, within two months of my final decision, that a full bin is to be reported.                           | training for The council within 2 months from decision
            Within three months the Council will remind its wardens that the duty rests with the Council whoever does the work, and draw up a plan showing how it will learn of gaps. | training for The council within 3 months from not-stated; procedure for The council within 3 months from not-stated
            It will remind its wardens that they must note each visit, and send a card to the tenant.                                                              | training for The council
            It will pay Mr X £40 for each month of the five in which he had no lamp.                                                                               | payment for Mr X £40 each month, 5 times
            It will pay Mr X £80 for his trouble (the £20 it sent in March is included in this).                                                                   | payment for Mr X £80
            It will apologise to Mr X and pay him £500, made up of £300 in view of his wife's worry and £200 in view of his own.                                   | apology for Mr X; payment for Mr X £500
            The Council will end the first stage. It has agreed that within 25 working days of my decision it will send Mr X the report of the adjudicator with its letter. | reconsideration within 25 working days from decision
            Within three months the Council will have a carpenter of its own choosing repair the door, renew the frame and set it in place.                        | provision within 3 months from not-stated
            Once it has heard the tenant it has four weeks in which to decide whether to let the plot and to let Mr X know which.                                  | reconsideration for Mr X within 4 weeks from other-day
            By 21 July 2023 the Council will hold the hearing. Once it has held the hearing it has four weeks in which to decide whether to keep the tree.         | reconsideration by 2023-07-21; reconsideration within 4 weeks from other-day
            Within six weeks it will have him seen by a nurse whom he has not met, decide his application in the light of what she says, and tell him why.         | reconsideration for Mr X within 6 weeks from not-stated
            Cleaners of the Council will be told that a wet floor is not safe.                                                                                     | training for The council
            Within four months of the date of this decision it will have a mason accredited to the national list repair the stone, renew the lettering and set it up on a new base, all at its cost. | provision within 4 months from decision
            Once it has heard the tenant it will within four weeks decide whether to let the plot.                                                                 | reconsideration within 4 weeks from other-day
            Once it has heard the tenant the Council will decide whether to let the plot.                                                                          | reconsideration within null from other-day
            As soon as the lease is signed the Council has ten working days in which to give Mr X a key.                                                           | other for Mr X within 10 working days from other-day
            The Council accepts that it lost the letter, and it has agreed to write to Mr X within two weeks of my decision to say sorry.                          | apology for Mr X within 2 weeks from decision
            It does not accept that the fence was too high; it has agreed nonetheless to pay Mr X £85 by 31 May 2023.                                              | payment for Mr X £85 by 2023-05-31
            The Council thinks £200 too much, but it has agreed to pay it, and will do so within one month of my decision.                                         | payment for Mr X £200 within 1 month from decision
            The Council will apologise to Mr X. It will do that within three weeks of my decision and in the same letter explain how it came to lose the form.     | apology for Mr X within 3 weeks from decision
            Within one month of my decision the Council is to pay Mr X £60. The £60 does not count against what he owes.                                           | payment for Mr X £60 within 1 month from decision
            By 31 May 2023 it will pay Mr X £75, being what I consider right for his trouble, instead of the £20 it paid him in March.                             | payment for Mr X £75 by 2023-05-31
            It had offered £50. I thought £150 nearer the mark, and the Council will pay Mr X that amount by 31 May 2023.                                          | payment for Mr X £150 by 2023-05-31
            Within two months of my decision the Council will review how its markets team answers the telephone; it will tell its stallholders what it decides and publish the result. | procedure for The council within 2 months from decision
            Each of the three wardens will by 31 May 2023 have had a day's training.                                                                               | training for The council by 2023-05-31
            From the day on which the roof is mended, the Council will have one month to bring back Mr X's belongings.                                             | other for Mr X within 1 month from other-day
            Mr X should get an apology from the head of parks within two weeks of my decision.                                                                     | apology for Mr X within 2 weeks from decision
            In addition there will be a payment to Mr X of £65 by 31 May 2023.                                                                                     | payment for Mr X £65 by 2023-05-31
            The Council must by 31 May 2023 have told all its clerks in writing that a late form is still a form.                                                  | training for The council by 2023-05-31
            The Council agrees that it should apologise to Mr X, that it should pay him £30 and that both should happen within one month of my decision.           | apology for Mr X within 1 month from decision; payment for Mr X £30 within 1 month from decision
            I recommended that the Council apologise to Mr X and pay him £30, and it has agreed to do both within one month of my decision.                        | apology for Mr X within 1 month from decision; payment for Mr X £30 within 1 month from decision
            The Council will refund the £44 for the permit and the £9 for the badge, and do so within one month of my decision.                                    | payment for Mr X £44 within 1 month from decision; payment for Mr X £9 within 1 month from decision
            It undertakes to survey the wall, at its own cost and through a surveyor whom Mr X accepts, within two months of my decision, and then to write to him about what is to be done. | provision for Mr X within 2 months from decision
            The Council has two months from the date of my decision to rewrite its leaflet, so that it says who may apply.                                         | procedure for The council within 2 months from decision
            The Council need not pay the £500 that Mr X asked for, but it should pay him £100 within one month of my decision.                                     | payment for Mr X £100 within 1 month from decision
            Over the three months after my decision the Council will look at all lettings since 2019 and put right those that were wrong.                          | procedure for The council within 3 months from decision
            It will apologise to Mr X for the letter which it should not have sent, and for which it will also say sorry to his neighbour.                         | apology for Mr X
            """)
    void readsRunningParagraphs(String sentences, String read) {
        assertThat(read(sentences)).isEqualTo(read);
    }

    @Test
    void takesTheLinesOverPartsOfAListForTheirTimeAndForWhom() {
        assertThat(read("To put this right the Council has agreed to the following.", "", "For Mr X, within one month of this decision", "", "  1. Apologise to Mr X.", "  2. Pay him £400.", "",
                "For J:", "", "  3. £180, made up of £120 for the books and £60 for the bus.", "", "By 30 June 2023", "", "  4. Brief all wardens on the duty."))
                        .isEqualTo("apology for Mr X within 1 month from decision; payment for Mr X £400 within 1 month from decision; payment for Mr X £180 within 1 month from decision; training for The council by 2023-06-30");
    }

    @Test
    void leavesATimeThatHasNoPlaceToAPerson() {
        var decision = decision("The Council will:", "  • by 5 May 2023, visit Mr X. It should tell him the outcome by 30 June 2023.");

        assertThat(decision.named()).extracting(AgreedActionSentencesTests::words).containsExactly("provision for Mr X by 2023-05-05");
        assertThat(decision.unread()).extracting(one -> one.passage().text()).containsExactly("It should tell him the outcome by 30 June 2023.");
    }

    @Test
    void leavesToAPersonASumThatStandsInAnApology() {
        var decision = decision("The Council will apologise to Mr X, and for the five weeks in which he had no heating pay him £25 a week.");

        assertThat(decision.named()).extracting(AgreedActionSentencesTests::words).containsExactly("apology for Mr X");
        assertThat(decision.unread()).hasSize(1);
    }

    /** Nobody can tell from these words whose officer it is, or what is to be done. */
    @ParameterizedTest
    @ValueSource(strings = {"The arborist will look at the oak by 31 May 2023.", "An apology will go to Mr X within two weeks of my decision.", "The Council owes Mr X an apology and will send it within two weeks of my decision."})
    void leavesToAPersonWhatIsAgreedInWordsThatAreNotKnown(String sentence) {
        assertThat(decision(sentence).named()).isEmpty();
        assertThat(decision(sentence).unread()).extracting(one -> one.passage().text()).containsExactly(sentence);
    }

    @Test
    void takesWhatIsOnlyRecommendedForThat() {
        var decision = under("Actions for the Council", "I recommend the Council:", "  • apologises to Mr X by 30 June", "  • pays Mr X £100");

        assertThat(decision.named()).isEmpty();
        assertThat(decision.recommended()).extracting(AgreedActionSentencesTests::words).containsExactly("apology for Mr X by 2023-06-30", "payment for Mr X £100");
    }

    @Test
    void saysNoTimeIsNamedOnlyWhereNoneIs() {
        assertThat(decision("The Council will apologise to Mr X and pay him £100. It should do this within one month of my decision.").named()).allSatisfy(action -> assertThat(action.notes()).isEmpty());
        assertThat(decision("The Council will apologise to Mr X.").named()).allSatisfy(action -> assertThat(action.notes()).containsExactly("No time is named."));
    }

    @Test
    void wordsWhatWillHaveBeenDoneAsWhatIsDone() {
        assertThat(decision("By 30 June 2023 the Council will have reviewed its policy and paid Mr X £50.").named()).extracting(ReadAction::wording).containsExactly("review its policy", "pay Mr X £50");
    }

    @Test
    void takesThePeriodOfTheWordsOverAList() {
        assertThat(read("  1. Within four weeks of my decision the Council will:", "    • apologise to Mr X for:", "        ◦ the delay; and", "        ◦ its letters;", "    • pay him £100.",
                "  2. The Council will also train its officers."))
                        .isEqualTo("apology for Mr X within 4 weeks from decision; payment for Mr X £100 within 4 weeks from decision; training for The council");
    }

    @Test
    void takesWhatIsRecommendedAndAgreedInOneSentenceForAllOfItsList() {
        assertThat(read("  1. I have recommended, and the Council has agreed, that within four weeks of my decision it:", "    i. apologises to Mr X;", "    ii. pays Mr X £100."))
                .isEqualTo("apology for Mr X within 4 weeks from decision; payment for Mr X £100 within 4 weeks from decision");
    }

    @Test
    void takesWhatAReviewIsAboutForNoActions() {
        assertThat(read("  1. Within two months of my decision the Council will:", "    • review its log of repairs. The review should consider:", "        ◦ why calls were lost; and", "        ◦ whether staff need training;", "    • apologise to Mr X."))
                .isEqualTo("procedure for The council within 2 months from decision; apology for Mr X within 2 months from decision");
    }

    @Test
    void leavesAnOfferThatIsConfirmedToAPerson() {
        var decision = decision("The Council has confirmed that its offer of £300 remains open, and it will pay this to Mr X within four weeks if he accepts it.");

        assertThat(decision.named()).isEmpty();
        assertThat(decision.unread()).hasSize(1);
    }

    @Test
    void takesTheItemsThatFinishADeedForItsParts() {
        var decision = decision("The Council will:", "  • complete its review of Mr X's care by 30 June 2023;", "  • send him the outcome of the review;", "  • put right any mistakes it finds.", "  • apologise to Mr X. It has already paid him £100.", "  • give the Ombudsman evidence of this.");

        assertThat(decision.named()).extracting(AgreedActionSentencesTests::words).containsExactly("provision for Mr X by 2023-06-30", "apology for Mr X");
        assertThat(decision.done()).hasSize(1);
    }

    @Test
    void takesEvidenceOfAnActionForNothingThatWasDone() {
        assertThat(decision("Evidence that the Council has reviewed its policy should reach us within three months of my decision.").done()).isEmpty();
    }

    @Test
    void takesAListWithoutVerbs() {
        assertThat(read("  1. The Council will do this by 30 June 2023:", "    • A written apology to Mr X.", "    • A payment of £40 to Mr X.", "    • A meeting between Mr X and the manager."))
                .isEqualTo("apology for Mr X by 2023-06-30; payment for Mr X £40 by 2023-06-30; provision for Mr X by 2023-06-30");
    }

    /** Under a sentence that says so, each line that begins with a verb is an item, where the page breaks its lines and where it does not. */
    @ParameterizedTest
    @ValueSource(strings = {"It will do the following within one month of my decision.", "The Council will take these steps within one month of my decision.", "The Council will, within one month of my decision, do what follows."})
    void takesAListWithoutMarks(String over) {
        for (var lines : List.of(List.of("The delay went on for a year, in which nobody at the Council would tell Mr X what would become of his claim, though he had asked for it in a letter each week."),
                List.of("The delay went on for a year, in which Mr X asked for", "his claim in a letter each week."))) {
            assertThat(read(Stream.of(lines.stream(), Stream.of("", over, "Apologise to Mr X.", "Pay him £40, to be paid into his account.", "Correct its register.")).flatMap(one -> one).toArray(String[]::new)))
                    .isEqualTo("apology for Mr X within 1 month from decision; payment for Mr X £40 within 1 month from decision; record within 1 month from decision");
        }
    }

    @Test
    void readsTheDayOfADraft() {
        var draft = DecisionReader.read(BEFORE.replace("Decision date", "Draft decision date").replace("Agreed action", "Recommended action") + "I recommend the Council apologises to Mr X.\n\nDraft decision\n  1. I intend to uphold the complaint.\n");

        assertThat(draft.decidedOn()).isNotNull().extracting(Found::value).hasToString("2023-04-03");
        assertThat(draft.named()).isEmpty();
        assertThat(draft.recommended()).hasSize(1);
    }

    @Test
    void takesWhatSomebodySaysOfTheCouncilForWhatTheyComplainOfWhereNothingElseSaysSo() {
        var says = DecisionReader.read(BEFORE.replace("Mr X complains about a delay.", "Mr X says that the Council did not look into the smoke. He says he cannot sleep."));
        var complains = DecisionReader.read(BEFORE.replace("Mr X complains about a delay.", "Mr X complains about a delay with a ramp for his son, whom I shall call S. They also complain of a rude letter."));

        assertThat(says.issues()).extracting(Found::value).containsExactly("Mr X says that the Council did not look into the smoke");
        assertThat(complains.issues()).hasSize(2);
    }

    @Test
    void takesItemsThatBeginWithThat() {
        assertThat(read("The Council has agreed:", "  • to apologise to Mr X;", "  • that it will pay Mr X £20; and", "  • that, within three months, it will train its officers."))
                .isEqualTo("apology for Mr X; payment for Mr X £20; training for The council within 3 months from not-stated");
    }

    @Test
    void takesLinesOverListsForWhatTheyAre() {
        assertThat(read("Personal remedy", "  • Apologise to Mr X.", "Service improvements", "  • Remind staff of the code.", "The Council should complete the personal remedy within one month and the service improvements within three months of my decision."))
                .isEqualTo("apology for Mr X within 1 month from decision; training for The council within 3 months from decision");
    }

    @Test
    void takesWhatWasDoneInPassingForDone() {
        var decision = decision("In addition to the refund it has already made, the Council will pay Mr X £20.");

        assertThat(decision.named()).hasSize(1);
        assertThat(decision.done()).hasSize(1);
    }

    @Test
    void readsThatAllWasPutRightBeforeTheDecision() {
        assertThat(decision("I make no recommendations.", "", "Final decision", "  1. I uphold the complaint. The Council had remedied the injustice before Mr X came to us.").outcome()).isNotNull()
                .extracting(Found::value).isEqualTo(OmbudsmanOutcome.UPHELD_REMEDIED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            The Council agreed to pay Mr X £20, and it has. All of the agreed actions have been carried out. | true
            The Council agreed to apologise to Mr X. The injustice was already remedied when I decided.      | true
            The Council agreed to apologise to Mr X. No further action is needed.                            | true
            The Council will apologise to Mr X. It is not so that all the actions have been completed.       | false
            The Council will apologise to Mr X. The delay was already put right in part.                     | false
            The Council will tell Mr X once all the actions have been carried out.                           | false
            The Council will apologise to Mr X.                                                              | false
            """)
    void saysWhereAllWasPutRightBefore(String sentence, boolean putRight) {
        assertThat(decision(sentence).putRight() != null).isEqualTo(putRight);
    }

    @Test
    void takesAPeriodThatIsSaidBehind() {
        assertThat(read("The Council will apologise to Mr X and pay him £100. It should do this within one month of my decision."))
                .isEqualTo("apology for Mr X within 1 month from decision; payment for Mr X £100 within 1 month from decision");
    }

    @Test
    void takesThePeriodOfWordsThatOpenWhatTheCouncilWillDo() {
        assertThat(read("It will do the following, within a month of my decision unless I say otherwise.", "  1. It will mend the fence. It will write to Mr X's school to correct its letter.", "  2. It will pay Mr X £40."))
                .isEqualTo("provision within 1 month from decision; explanation for Mr X within 1 month from decision; payment for Mr X £40 within 1 month from decision");
    }

    @Test
    void givesTheLastDayWhereItIsKnown() {
        var action = decision("Within one month of my decision the Council will apologise to Mr X.").named().get(0);

        assertThat(action.due()).isEqualTo("2023-05-03");
    }

    @Test
    void showsTheWordsFromWhichItWasRead() {
        var text = BEFORE + "  1. Within one month of my decision the Council’s officers, and it, will meet.\n  2. Within one month of my decision the Council will pay Mr X’s daughter £100.\n";
        var action = DecisionReader.read(text).named().get(0);

        assertThat(text.substring(action.passage().from(), action.passage().to())).isEqualTo("Within one month of my decision the Council will pay Mr X’s daughter £100.");
    }

    /** Whatever is put in the place of its words to read them: names of the council, marks, verbs, quotation marks. */
    @ParameterizedTest
    @ValueSource(strings = {"Ferndale will have apologised to Mr X’s daughter and paid her £20 by 30 June.", "It will (a) apologise to Mr X’s son and (b) pay him £20 – by 30 June 2023.", "Ferndale will put this right by apologising to ‘Mr X’ and paying him £20 within two weeks."})
    void showsTheDecisionsOwnWords(String sentence) {
        var actions = decision(sentence).named();

        assertThat(actions).hasSize(2);
        for (var action : actions) {
            assertThat(Stream.of(action.passage(), action.amount() == null ? null : action.amount().passage(), action.period() == null ? null : action.period().passage()).filter(Objects::nonNull))
                    .isNotEmpty().allSatisfy(passage -> assertThat((BEFORE + sentence).substring(passage.from(), passage.to())).isEqualTo(passage.text()));
            assertThat(action.passage().text()).isEqualTo(sentence);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"The Council has apologised to Mr X.", "The Council agreed to apologise to Mr X and did so in its letter of 3 March 2023.", "The Council has agreed to pay Mr X £80, and has since done so.",
            "I recommended the Council apologise. It has done this.", "I recommended that the Council pay Mr X £90. The Council has now done so.", "I asked the Council to repair the gate. It did so on 3 March 2023."})
    void saysWhatWasDoneBeforeApart(String sentence) {
        assertThat(decision(sentence).done()).hasSize(1);
        assertThat(decision(sentence).named()).isEmpty();
    }

    @Test
    void keepsWhatIsRefusedApart() {
        var decision = decision("I recommended the Council should pay Mr X £250 within one month. The Council has not accepted my recommendation.");

        assertThat(decision.named()).isEmpty();
        assertThat(decision.recommended()).hasSize(1);
    }

    @Test
    void takesTheTimeOfASentenceBehindTheOneThatOpensTheList() {
        assertThat(read("  1. The Council has agreed to the following. Unless a different time is given it will take each step within one month of my final decision.", "", "For Mr X", "    • Send him a written apology.", "    • Pay him £125.", "",
                "For Mrs Y", "    • Pay her £200.", "", "For other people", "    • Within three months of my final decision, review how it records visits."))
                .isEqualTo("apology for Mr X within 1 month from decision; payment for Mr X £125 within 1 month from decision; payment for Mrs Y £200 within 1 month from decision; procedure for The council within 3 months from decision");
    }

    @Test
    void takesNoListOfAnotherBodyForTheCouncils() {
        assertThat(read("The Council", "", "  1. Within one month of my final decision the Council will:", "    • pay Mr X £100.", "", "The ICB", "", "  2. Within one month of my final decision the ICB will:", "    • pay Mr X £500; and", "    • refer him for therapy."))
                .isEqualTo("payment for Mr X £100 within 1 month from decision");
    }

    @Test
    void takesHowAnOfficerDoesItForPartOfIt() {
        assertThat(read("  1. Within two weeks of my final decision the Council will monitor each visit to Mr X. A named officer will:", "    • look at the log on the day; and", "    • ring Mr X if a visit was missed.")).startsWith("provision").doesNotContain(";");
    }

    @Test
    void takesItemsOfAReviewInAListOfSentencesForItsDetails() {
        assertThat(read("Within three months of the date of this statement", "- It will carry out a review of its placements. Where there is no agreement, the review should:", "- establish whether a place was on offer; and", "- lead to a refund if there was none.", "- It will pay Mr X £20."))
                .isEqualTo("procedure for The council within 3 months from decision; payment for Mr X £20 within 3 months from decision");
    }

    @Test
    void takesWhatItWouldDoWhereItAgreedThatItWould() {
        assertThat(read("The Council agreed that within 15 working days of my final decision it would apologise to Mr X.", "", "  2. Within the same period it would pay him £100. It would normally take a month."))
                .isEqualTo("apology for Mr X within 15 working days from decision; payment for Mr X £100 within 15 working days from decision");
        assertThat(read("The Council said that it would apologise to Mr X.", "", "  2. It would pay him £100.")).isEmpty();
    }

    @Test
    void takesItemsUnderItWillForActionsBehindWordsThatNameNone() {
        assertThat(read("  1. The Council has agreed to remedy the injustice caused to Mr X by taking the following action, within one month of the decision. It will:", "      1. apologise to him;", "      2. pay him £400; and", "      3. place a copy of this statement on his file."))
                .isEqualTo("apology for Mr X within 1 month from decision; payment for Mr X £400 within 1 month from decision; record for Mr X within 1 month from decision");
        assertThat(read("- In recognition of the fault, the Council will act as follows.", "- Within one month of the date of this decision it will:", "- apologise to Mr X;", "- pay him £350."))
                .isEqualTo("apology for Mr X within 1 month from decision; payment for Mr X £350 within 1 month from decision");
    }

    @Test
    void takesAnOfficerWithoutAPartInItForTheCouncils() {
        assertThat(read("Within eight weeks of the final decision, an officer with no previous involvement will decide his claim again.")).isEqualTo("reconsideration for Mr X within 8 weeks from decision");
    }

    @Test
    void takesAPlaceForNoVerb() {
        assertThat(read("By 30 May 2025 the Council will apologise in person to Mr X, at a time and place of his choosing.")).isEqualTo("apology for Mr X by 2025-05-30");
    }

    @Test
    void listsWhatSomebodyElseWillDoForAPerson() {
        assertThat(decision("Within one month of my final decision the Housing Service will:", "    • pay Mr X £500.").unread()).isNotEmpty();
    }

    @Test
    void losesNoDeedOfItsOwnBehindAnother() {
        assertThat(decision("The Council will repair the roof. It must replace the window. It must clear the gutter.").named()).hasSize(3);
        assertThat(read("An apology will be sent to Mr X and copied to us within one month.")).isEqualTo("apology for Mr X within 1 month from not-stated");
        assertThat(read("The fees will be repaid by bank transfer within one month.")).startsWith("payment");
        assertThat(read("The Council will apologise to Mr X within one month. The Council's finance team will:", "    - waive the debt of £450;", "    - backdate the support to May.")).contains("£450");
        assertThat(read("The Council has agreed to send me evidence of these actions. I suggest it pays Mr X £200 within one month.")).contains("£200");
        assertThat(decision("The Council will send a written apology with a payment of £200 to Mr X within one month.").unread()).isNotEmpty();
    }

    @Test
    void takesTheTimeOfEachStepOverAList() {
        assertThat(read("The Council has agreed to the following. It will take each step within a month.", "    - Apologise to Mr X.", "    - Pay him £250.")).isEqualTo("apology for Mr X within 1 month from not-stated; payment for Mr X £250 within 1 month from not-stated");
        assertThat(read("The Council has agreed to the actions below. All are due within one month.", "    - Apologise to Mr X.", "    - Pay him £250.")).isEqualTo("apology for Mr X within 1 month from not-stated; payment for Mr X £250 within 1 month from not-stated");
    }

    @Test
    void losesNoListBehindSentencesAboutAllOfIt() {
        for (var words : List.of("The Council has agreed the actions below. It will carry out each action within one month.", "The Council will act as follows. The Director will oversee it.")) {
            assertThat(read(words, "    - Apologise to Mr X.", "    - Pay him £250.")).as(words).contains("apology for Mr X", "payment for Mr X £250");
        }
        assertThat(decision("Within three months the revised policy will be published and a copy will be sent to us. Training will be given to staff and details will be sent to me.").named()).hasSize(2);
    }

    @Test
    void takesASumThatIsSaidTwiceForOne() {
        assertThat(read("The Council will pay Mr X £250 (£250 for distress) within one month.")).isEqualTo("payment for Mr X £250 within 1 month from not-stated");
        assertThat(read("The Council will pay Mr X £500, comprising £500 for distress, within one month.")).isEqualTo("payment for Mr X £500 within 1 month from not-stated");
    }

    @Test
    void takesWhatWasUsualForNoAction() {
        assertThat(decision("The Council agreed that it would apologise to Mr X within two weeks.", "", "  2. The Council explained its practice. It would visit each home twice a year.").named()).hasSize(1);
        assertThat(decision("I asked the Council to consider whether its call handlers required training. It showed me that all of them were retrained. I therefore make no recommendation about that.").named()).isEmpty();
        assertThat(decision("The Council will provide us with the monitoring sheets so that we can see that it has complied.").named()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Whatever the panel decides, within two weeks of my decision the Council will apologise to Mr X and pay him £80. | apology for Mr X within 2 weeks from decision; payment for Mr X £80 within 2 weeks from decision
            In any event, by 30 June 2023 the Council will write to Mr X about the fence.                    | explanation for Mr X by 2023-06-30
            Towards his heating the Council will pay Mr X £30 a month for three months.                      | payment for Mr X £30 each month, 3 times
            In place of the voucher it will pay Mr X £45 within one month of my decision.                    | payment for Mr X £45 within 1 month from decision
            If the new panel allows his appeal, I recommend that the Council pays Mr X £45.                  | payment for Mr X £45 within null from other-day
            The Council agreed that within three months of the final decision it would change the form, the letter and the notes for new tenants. | procedure for The council within 3 months from decision
            The Council will at once correct Mr X's entry on the register.                                   | record for Mr X
            Within two weeks it'll apologise to Mr X. Within a month it's to have a warden check the gate.   | apology for Mr X within 2 weeks from not-stated; procedure for The council within 1 month from not-stated
            The Council will begin to pay Mr X £70 a month for four months.                                  | payment for Mr X £70 each month, 4 times
            The Council will pay Mr X £40 each month for five months, and will make the first of these payments within three weeks of my decision. | payment for Mr X £40 each month, 5 times within 3 weeks from decision
            If the panel allows his appeal, the Council will repay Mr X his fares. It will pay within four weeks of receiving his list. | payment for Mr X within 4 weeks from other-day
            The Council will pay Mr X £90, of which £30 is for his taxi fares, within a month.               | payment for Mr X £90 within 1 month from not-stated
            It will apologise to Mr X and Ms Y and pay them £600, which is £100 for each of the six weeks without water. | apology for Mr X and Ms Y; payment for Mr X and Ms Y £600
            The Council has agreed to send Mr X a written apology and £65 within two weeks of my decision.   | apology for Mr X within 2 weeks from decision; payment for Mr X £65 within 2 weeks from decision
            Within two months of my decision it will change its guide so that it fits the policy, and will train its wardens on the change. | procedure for The council within 2 months from decision; training for The council within 2 months from decision
            The Council will remove the court costs of £80 from Mr X's rent account.                         | payment for Mr X £80
            It will take the £25 reminder fee off Mr X's account.                                            | payment for Mr X £25
            Within two weeks a manager who has taken no part in the matter will reconsider Mr X's discount. The manager should ask him for his bills and tell him the result. | reconsideration for Mr X within 2 weeks from not-stated
            It will offer Mr X a place on the scheme within two weeks of the panel's decision.               | provision for Mr X within 2 weeks from other-day
            """)
    void readsAnActionInMoreWords(String sentence, String read) {
        assertThat(read(sentence)).isEqualTo(read);
        assertThat(decision(sentence).doubtful()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"If the Council agrees, it should say so in its comments.", "It should later provide us with evidence of what it has done.", "I ask the Council to send me a screen print of the entry.", "The Council should send me the engineer's certificate and a copy of the rota.",
            "Should the officer find the hedge too high, it is for the Council to say what is done."})
    void takesWhatIsOnlyForTheOmbudsmanOrLeftToTheCouncilForNoAction(String sentence) {
        assertThat(decision(sentence).named()).isEmpty();
        assertThat(decision("The Council has agreed to the following.", "    - Apologise to Mr X.", "    - " + sentence).named()).hasSize(1);
    }

    @Test
    void dropsNoTimeThatItCannotRead() {
        for (var sentence : List.of("Towards the end of June the Council will review its leaflet.", "For each month that he waited the Council will pay Mr X £20.")) {
            assertThat(decision(sentence).named()).as(sentence).isEmpty();
            assertThat(decision(sentence).unread()).as(sentence).isNotEmpty();
        }
    }

    @Test
    void takesWhatADeedInvolvesForPartOfIt() {
        assertThat(read("Within one month of my decision it will begin a stage two review of Mr X's complaint. This will involve:", "    - the choice of a reviewer;", "    - a meeting with Mr X; and", "    - a letter to him.")).isEqualTo("reconsideration for Mr X within 1 month from decision");
        assertThat(read("The Council will repair Mr X's roof. It will comprise a survey and new slates.")).isEqualTo("provision for Mr X");
        assertThat(read("We publish guidance on apologies. The Council will consider it.")).isEmpty();
    }

    @Test
    void takesTheListBehindWordsThatNameNoDeed() {
        assertThat(read("The Council has also agreed to do two things sooner. Within one week of my decision it will:", "    - clear the drain behind Mr X's house; and", "    - fit a new lock to his gate.")).isEqualTo("provision for Mr X within 1 week from decision; provision for Mr X within 1 week from decision");
        assertThat(read("The Council will write a report on its trees. Within three months it will:", "    - publish it; and", "    - remind its wardens of the rule.")).endsWith("training for The council within 3 months from not-stated");
        assertThat(read("  1. At my request the Council has agreed that within two weeks of my decision it will", "    • apologise to Mr X; and", "    • pay him £75.")).isEqualTo("apology for Mr X within 2 weeks from decision; payment for Mr X £75 within 2 weeks from decision");
    }

    @Test
    void takesItemsBehindMoreWords() {
        assertThat(read("The Council will:", "    - at once, amend its tree register to show Mr X's oak; and", "    - within a month, apologise to Mr X.")).isEqualTo("record for Mr X; apology for Mr X within 1 month from not-stated");
        assertThat(read("The Council has agreed to the following.", "    - Within four weeks of my decision, and provided that Mr X still wants it, to fit a hand rail in his bathroom.", "    - Within two weeks of my decision, to apologise to Mr X.")).isEqualTo("provision for Mr X within 4 weeks from decision; apology for Mr X within 2 weeks from decision");
        assertThat(read("Within one month of my decision a senior officer will:", "    - visit Mr X's lane and measure the wall;", "    - decide whether it breaches the permission; and", "    - tell Mr X the decision in writing.")).isEqualTo("reconsideration for Mr X within 1 month from decision");
        assertThat(read("The Council will apologise to Mr X. It will also:", "", "Over a longer period", "", "The Council will review its leaflet by 30 June 2023.")).isEqualTo("apology for Mr X; procedure for The council by 2023-06-30");
        assertThat(decision("Within four weeks the Council will apologise to Mr X; pay him £100; and decide whether it owes him a new door, and notify him of his right to a review.").doubtful()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Council will pay Mr X £500 within one month and make the second payment within six months.                   | payment for Mr X £500 within 1 month from not-stated; payment for Mr X within 6 months from not-stated
            The Council will pay Mr X £500 within one month and make the final payment by 30 September 2023.                 | payment for Mr X £500 within 1 month from not-stated; payment for Mr X by 2023-09-30
            The Council will pay Mr X £100 a month for six months, and make the second payment within two months.            | payment for Mr X £100 each month, 6 times; payment for Mr X within 2 months from not-stated
            The Council will pay Mr X £100 a month for six months, and make the first payment within two months.             | payment for Mr X £100 each month, 6 times within 2 months from not-stated
            The Council will pay Mr X £500 now and make the next payment by 30 September 2023.                               | payment for Mr X £500; payment for Mr X by 2023-09-30
            The Council will pay Mr X £300. It will also pay within one month his removal costs.                             | payment for Mr X £300; payment for Mr X within 1 month from not-stated
            The Council will pay Mr X £300. It will pay within two months the fees of his school.                            | payment for Mr X £300; payment for Mr X within 2 months from not-stated
            The Council will pay Mr X £300. It will pay him by 30 June 2023.                                                 | payment for Mr X £300 by 2023-06-30
            At my suggestion the Council will pay Mr X £150 within one month, and at my request it will review its policy by 30 June 2023. | payment for Mr X £150 within 1 month from not-stated; procedure for The council by 2023-06-30
            In any event the Council will pay Mr X £150 within one month; regardless of the outcome it will review its policy by 30 June 2023. | payment for Mr X £150 within 1 month from not-stated; procedure for The council by 2023-06-30
            The Council will repay Mr X the fees of £900, including the fee for March, with £300 for distress.               | payment for Mr X £900; payment for Mr X £300
            The Council will refund Mr X costs of £400 including legal fees; £250 for distress.                              | payment for Mr X £400; payment for Mr X £250
            The Council will pay Mr X £900, including £250 for distress.                                                     | payment for Mr X £900
            The Council will pay Mr X £900, of which £200 is for distress.                                                   | payment for Mr X £900
            We publish guidance on remedies. The Council will use it to train its officers within three months.              | other within 3 months from not-stated
            We publish guidance on remedies. It will consider this at its committee by 30 June 2023.                         | reconsideration by 2023-06-30
            The Council will ensure that in future rent is paid on time.                                                     | procedure for The council
            The Council will make sure that each invoice is paid within 30 days of its date.                                 | procedure for The council within 30 days from other-day
            The Council will ensure that Mr X's arrears of £300 are paid within one month and that staff are trained within two months. | payment for Mr X £300 within 1 month from not-stated; training for The council within 2 months from not-stated
            The Council will draw up a plan with timescales in place for each action.                                        | procedure for The council
            The Council will review whether it has enough staff in place for the work.                                       | procedure for The council
            The Council will have guidance in place for its managers.                                                        | procedure for The council
            The Council will have suitable transport in place for Mr X by 30 June 2023.                                      | provision for Mr X by 2023-06-30
            The Council will take the arrears of £400 off Mr X's account and not charge him £20 costs.                       | payment for Mr X £400
            The Council will pay Mr X, beyond the £50 it has sent him, £100.                                                 | payment for Mr X £100
            The Council will, in addition to the apology, pay Mr X £300.                                                     | payment for Mr X £300
            The Council will in addition to the apology pay Mr X £300.                                                       | payment for Mr X £300
            """)
    void losesNothingBesideWhatItReads(String sentence, String read) {
        assertThat(read(sentence)).isEqualTo(read);
    }

    @Test
    void keepsWhatStandsInFrontOfAnItem() {
        var decision = decision("The Council will:", "    • during the next month, visit Mr X's home;", "    • under its policy, reconsider Mr X's application;", "    • during the summer term provide Miss Y with ten hours of tuition;", "    • promptly, repair Mr X's gate;", "    • from 1 June 2023, collect Mr X's bins; and", "    • in addition to the apology pay Mr X £300.");

        assertThat(decision.actions()).extracting(ReadAction::wording).containsExactly("during the next month, visit Mr X's home", "under its policy, reconsider Mr X's application", "during the summer term provide Miss Y with ten hours of tuition", "promptly, repair Mr X's gate", "from 1 June 2023, collect Mr X's bins", "in addition to the apology pay Mr X £300");
        assertThat(decision("The Council will publish the Council's agreed policy.").actions()).extracting(ReadAction::wording).containsExactly("publish the Council's agreed policy");
        assertThat(decision("The Council's agreed that it will urgently repair Mr X's gate.").actions()).extracting(ReadAction::wording).containsExactly("urgently repair Mr X's gate");
    }

    @Test
    void takesTheResultForPartOfADeedOnlyWhereTheOneWhoComplainedHearsIt() {
        assertThat(read("The Council will:", "    - decide whether to act;", "    - tell Mr X the outcome; and", "    - apologise to Mr X.")).isEqualTo("reconsideration; apology for Mr X");
        for (var told : List.of("inform its staff of the outcome", "inform the police of its findings", "tell the debt collectors the result", "notify Mr X and his landlord of the outcome", "tell Ms Z the outcome")) {
            assertThat(decision("The Council will:", "    - decide whether to act;", "    - " + told + "; and", "    - apologise to Mr X.").named()).as(told).hasSize(3);
        }
    }

    private static Decision decision(String... lines) {
        return DecisionReader.read(BEFORE + String.join("\n", lines) + "\n");
    }

    private static Decision under(String heading, String... lines) {
        return DecisionReader.read(BEFORE.replace("Agreed action", heading) + String.join("\n", lines) + "\n");
    }

    private static String read(String... lines) {
        return decision(lines).named().stream().map(AgreedActionSentencesTests::words).collect(Collectors.joining("; "));
    }

    private static String words(ReadAction action) {
        var period = action.period();
        return Stream.of(action.kind(), action.beneficiary() == null ? null : "for " + action.beneficiary(), amount(action.amount()),
                period == null ? null : period.by() != null ? "by " + period.by() : "within " + period.within() + " from " + period.from().code()).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private static @Nullable String amount(@Nullable Amount amount) {
        return amount == null ? null : String.join("", List.of(amount.least() == null ? "" : "£" + amount.least() + " to ", "£" + amount.pounds(), amount.each() == null ? "" : " each " + amount.each(),
                amount.times() == null ? "" : ", " + amount.times() + " times"));
    }
}
