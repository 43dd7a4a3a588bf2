package org.redress.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.audit.Verifications;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.council.Councils.Kept;
import org.redress.replay.PublishedCouncils;
import org.redress.testing.Answers;
import org.redress.testing.AtOnce;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A council is a row that an administrator adds and changes while the product runs; what was in force at a receipt stays in force for it. */
@ProductTest
class CouncilsTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDateTime FROM_2015 = LocalDate.of(2015, 1, 1).atStartOfDay();
    private static final LocalDateTime FROM_APRIL_2026 = LocalDate.of(2026, 4, 1).atStartOfDay();

    @Autowired private Councils councils;
    @Autowired private PublishedCouncils people;
    @Autowired private Office office;
    @Autowired private Casework casework;
    @Autowired private OmbudsmanCasework ombudsman;
    @Autowired private CaseFiles cases;
    @Autowired private IdentityService identity;
    @Autowired private JdbcTemplate database;
    @Autowired private TransactionTemplate transaction;

    private final List<String> added = new ArrayList<>();

    /** Those that no case belongs to go again. */
    @AfterEach
    void remove() {
        office.signOut();
        for (var id : added) {
            identity.createUserQuery().memberOfTenant(id).list().forEach(person -> identity.deleteUser(person.getId()));
            councils.find(id).filter(council -> !councils.hasCases(id)).ifPresent(council -> councils.remove(id));
        }
    }

    @Test
    void comesWithItsTenantAndItsServices() {
        var wanted = profile("borset");

        assertThat(keep(wanted)).isEqualTo(Kept.ADDED);

        assertThat(councils.find("borset")).contains(wanted);
        assertThat(identity.createTenantQuery().tenantId("borset").singleResult().getName()).isEqualTo("Borset Council");
        assertThat(identity.createGroupQuery().groupId("service-ferries").count()).isEqualTo(1);
        assertThat(councils.of("borset")).contains("BORSET");
        assertThat(keep(wanted)).isEqualTo(Kept.UNCHANGED);
    }

    @Test
    void takesACaseFromTheReceiptToTheOmbudsmanAsSoonAsItIsThere() {
        office.on(MON_2026_06_01);
        keep(new Profile("felpersham", false, "Felpersham City Council", "FELPERSHAM-CITY", "england-and-wales", Profile.Contact.UNKNOWN, List.of(),
                List.of(corporate("kent-two-stage", FROM_2015), new Profile.Procedure("children", "statutory", FROM_2015))));
        people.people(councils.find("felpersham").orElseThrow(), Office.PASSWORD);

        var reference = ombudsman.signposted("felpersham");
        var ombudsmans = ombudsman.decided("felpersham", Map.of("councilReference", reference), OmbudsmanAnswers.action("apology", "1 month", Map.of()));
        ombudsman.show(reference, 1, Map.of());

        assertThat(reference).matches("FELPERSHAM-CITY-2026-\\d{5}");
        assertThat(cases.get(reference).procedure()).isEqualTo("kent-two-stage");
        assertThat(office.deadline(reference, "acknowledgement").allowance()).isEqualTo("3 working days");
        assertThat(cases.get(ombudsmans).counterpart()).isEqualTo("felpersham");
        assertThat(office.openTasks(ombudsmans)).contains("Judge evidence");
        assertThat(cases.find("felpersham", "felpersham city " + reference.substring("FELPERSHAM-CITY-".length()))).isPresent();
        assertThat(casework.statutory("felpersham")).satisfies(other -> assertThat(cases.get(other).procedure()).isEqualTo("statutory"));

        assertThat(wrong(() -> councils.remove("felpersham"))).extracting(Wrong::sentence).anyMatch(why -> why.equals("Felpersham City Council has cases, so it stays."));
        var prefixed = councils.find("felpersham").orElseThrow();
        assertThat(wrong(() -> councils.keep(with(prefixed, "FELPERSHAM", prefixed.procedures()), null))).singleElement()
                .isEqualTo(new Wrong("prefix", "FELPERSHAM-CITY stays: letters have gone out with it."));
    }

    @Test
    void writesWhoAddedAndChangedItIntoTheChain() {
        identity.setAuthentication("nobody", List.of(Groups.CAMUNDA_ADMIN), List.of());
        keep(profile("borset"));
        var changed = with(profile("borset"), "BORSET", List.of(corporate("general", FROM_2015), corporate("three-stage", FROM_APRIL_2026)));
        assertThat(councils.keep(changed, null)).isEqualTo(Kept.CHANGED);
        councils.remove("borset");
        identity.clearAuthentication();

        assertThat(database.queryForList("""
                select operation || ' ' || table_name from audit where who = 'nobody' and table_name in ('council', 'council_procedure') order by sequence""", String.class))
                .containsSubsequence("insert council", "insert council_procedure", "insert council_procedure", "delete council");
        assertThat(Verifications.findings(database)).isEmpty();
        assertThat(identity.createTenantQuery().tenantId("borset").count()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Borset       | Borset Council | BORSET   | england-and-wales | id        | Write small letters, digits and hyphens
            -borset      | Borset Council | BORSET   | england-and-wales | id        | Write small letters, digits and hyphens
            borset       | ''             | BORSET   | england-and-wales | name      | Write the name.
            borset       | kent county council | BORSET | england-and-wales | name   | There is Kent County Council (kent) already.
            borset       | Kent           | BORSET   | england-and-wales | name      | There is Kent County Council (kent) already.
            borset       | Borset Council | -        | england-and-wales | prefix    | Write capital letters
            borset       | Borset Council | borset   | england-and-wales | prefix    | Write capital letters
            borset       | Borset Council | BORSET7  | england-and-wales | prefix    | Write capital letters
            borset       | Borset Council | KENT     | england-and-wales | prefix    | KENT is the prefix of Kent County Council; choose another one.
            borset       | Borset Council | CHESHIREEAST | england-and-wales | prefix | CHESHIRE-EAST is the prefix of Cheshire East Council; choose another one.
            borset       | Borset Council | CASE     | england-and-wales | prefix    | CASE stands before references as a word
            borset       | Borset Council | BORSET   | scotland          | calendar  | There is no calendar scotland; there is england-and-wales.
            """)
    void isRefusedWithASentenceForEachThingThatIsWrong(String id, String name, String prefix, String calendar, String place, String sentence) {
        var wanted = new Profile(id, false, name, prefix, calendar, Profile.Contact.UNKNOWN, List.of(), List.of(corporate("code", FROM_2015)));

        assertThat(wrong(() -> councils.keep(wanted, null))).singleElement().satisfies(one -> {
            assertThat(one.place()).isEqualTo(place);
            assertThat(one.sentence()).startsWith(sentence);
        });
        assertThat(councils.find(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a@b | 0300 1 | https://example.gov.uk | email     | Write one e-mail address
            a@example.gov.uk | ring me | https://example.gov.uk | telephone | Write one number
            a@example.gov.uk | 0300 1 | javascript:alert(1)    | web       | Write an address that begins with https://.
            """)
    void isRefusedWithAContactThatNobodyCanUse(String email, String telephone, String web, String place, String sentence) {
        var wanted = new Profile("borset", false, "Borset Council", "BORSET", "england-and-wales", new Profile.Contact("1 High Street", email, telephone, web), List.of(),
                List.of(corporate("code", FROM_2015)));

        assertThat(wrong(() -> councils.keep(wanted, null))).singleElement().satisfies(one -> {
            assertThat(one.place()).isEqualTo(place);
            assertThat(one.sentence()).startsWith(sentence);
        });
    }

    @Test
    void isRefusedWithProceduresThatTheDeployedTablesDoNotKnow() {
        var wanted = with(profile("borset"), "BORSET", List.of(corporate("five-stage", FROM_2015), corporate("statutory", FROM_APRIL_2026),
                new Profile.Procedure("planning", "code", FROM_2015), corporate("code", FROM_APRIL_2026)));

        assertThat(wrong(() -> councils.keep(wanted, null))).satisfiesExactly(
                unknown -> assertThat(unknown).isEqualTo(new Wrong("procedures.0.procedure", "The deployed tables know no procedure five-stage for the kind Corporate; they know"
                        + " code, general, three-stage, kent-two-stage, kent-one-stage. A new one comes with rows of the tables and the next deployment.")),
                ofAnotherKind -> assertThat(ofAnotherKind.place()).isEqualTo("procedures.1.procedure"),
                noSuchKind -> assertThat(noSuchKind).isEqualTo(new Wrong("procedures.2.kind", "The deployed tables know no kind of complaint planning; they know adult-care, children, corporate, public-health.")),
                atOnce -> assertThat(atOnce).isEqualTo(new Wrong("procedures.3.from", "Another procedure of the kind Corporate begins at the same moment; keep one of them.")));
    }

    @Test
    void needsAProcedureForWhatComesUnderNoLaw() {
        var wanted = with(profile("borset"), "BORSET", List.of(new Profile.Procedure("children", "statutory", FROM_2015)));

        assertThat(wrong(() -> councils.keep(wanted, null))).singleElement().satisfies(one -> assertThat(one.sentence())
                .isEqualTo("A council needs a procedure of the kind Corporate: it is for every complaint that comes under no statutory procedure."));
    }

    @Test
    void staysWithWhatWasInForceWhenACaseWasReceived() {
        office.on(MON_2026_06_01);
        keep(with(profile("ambridge"), "AMBRIDGE", List.of(corporate("general", FROM_2015), corporate("code", FROM_APRIL_2026))));
        people.people(councils.find("ambridge").orElseThrow(), Office.PASSWORD);
        var bound = casework.accepted("ambridge");
        var open = casework.acknowledged("ambridge", Map.of("receivedOn", "2026-05-29"));
        var now = councils.find("ambridge").orElseThrow();

        assertThat(wrong(() -> councils.keep(with(now, "AMBRIDGE", List.of(corporate("general", FROM_2015), corporate("three-stage", FROM_APRIL_2026))), null)))
                .containsExactly(new Wrong("procedures.1.from", open + ", " + bound + " were received since Wed 1 Apr 2026 and follow code; let the change begin later."));
        assertThat(wrong(() -> councils.keep(with(now, "AMBRIDGE", List.of(corporate("general", FROM_2015))), null))).extracting(Wrong::place).containsExactly("procedures");
        assertThat(wrong(() -> councils.keep(with(now, "AMBRIDGE", List.of(corporate("general", FROM_2015), corporate("code", FROM_APRIL_2026),
                corporate("three-stage", MON_2026_06_01.atStartOfDay()))), null))).extracting(Wrong::sentence)
                .containsExactly(bound + " was received since Mon 1 Jun 2026 and follows code; let the change begin later.");
        assertThat(councils.keep(with(now, "AMBRIDGE", List.of(corporate("kent-one-stage", FROM_2015), corporate("code", FROM_APRIL_2026),
                corporate("three-stage", MON_2026_06_01.atTime(10, 0)), new Profile.Procedure("children", "statutory", FROM_2015))), null)).isEqualTo(Kept.CHANGED);

        office.complete(open, "Assess complaint", Answers.accept(LocalDate.of(2026, 5, 29), Map.of()));
        assertThat(cases.get(open).procedure()).isEqualTo("code");
        assertThat(cases.get(open).status()).isEqualTo(CaseStatus.OPEN);
        office.at(MON_2026_06_01.atTime(11, 0));
        var later = casework.accepted("ambridge", Map.of("receivedTime", "10:30"), Map.of());
        assertThat(cases.get(later).procedure()).isEqualTo("three-stage");
    }

    @Test
    void isNotChangedByWhoeverSawItAsItWasBefore() {
        keep(profile("borset"));
        var seen = councils.find("borset").orElseThrow().stand();
        var theirs = with(profile("borset"), "BORCHESTER", profile("borset").procedures());
        councils.keep(theirs, seen);

        assertThat(wrong(() -> councils.keep(with(theirs, "BORSETSHIRE", theirs.procedures()), seen))).extracting(Wrong::sentence)
                .containsExactly("Somebody else has changed it meanwhile; look at what it says now, and change it again.");
        assertThat(councils.of("borset")).contains("BORCHESTER");
    }

    @Test
    void isNotRemovedWhilePeopleBelongToIt() {
        keep(profile("borset"));
        identity.createTenantUserMembership("borset", "process-owner");

        assertThat(wrong(() -> councils.remove("borset"))).extracting(Wrong::sentence)
                .containsExactly("1 person belongs to Borset Council; take them out of it in Admin first, under Tenants.");

        identity.deleteTenantUserMembership("borset", "process-owner");
        councils.remove("borset");
        assertThat(councils.find("borset")).isEmpty();
        assertThatThrownBy(() -> councils.remove("borset")).isInstanceOf(CouncilRefused.class).hasMessage("There is no such council.");
    }

    @ParameterizedTest
    @CsvSource({"borset, Borsetshire, BORSETSHIRE, borset-two, Borsetshire, SHIRE-OF-BORSET", "borset, Borset, BORSET-SHIRE, borset-two, Borsetshire, BORSETSHIRE"})
    void isAloneWithItsNameAndPrefixWhenTwoAreAddedAtOnce(String id, String name, String prefix, String otherId, String otherName, String otherPrefix) {
        added.addAll(List.of(id, otherId));

        var said = AtOnce.run(transaction, database, () -> councils.keep(called(id, name, prefix), null), () -> councils.keep(called(otherId, otherName, otherPrefix), null));

        assertThat(said.get(0)).isEmpty();
        assertThat(said.get(1)).contains(name.equals(otherName) ? "There is Borsetshire (borset) already." : "BORSET-SHIRE is the prefix of Borset; choose another one.");
        assertThat(councils.find(otherId)).isEmpty();
        assertThat(identity.createTenantQuery().tenantId(otherId).count()).isZero();
    }

    @Test
    void isNotRemovedWhileSomebodyComesToIt() {
        keep(profile("borset"));

        assertThat(AtOnce.run(transaction, database, () -> identity.createTenantUserMembership("borset", "process-owner"), () -> councils.remove("borset")))
                .containsExactly("", "1 person belongs to Borset Council; take them out of it in Admin first, under Tenants.");

        identity.deleteTenantUserMembership("borset", "process-owner");
        assertThat(AtOnce.run(transaction, database, () -> councils.remove("borset"), () -> identity.createTenantUserMembership("borset", "process-owner")).get(0)).isEmpty();
        assertThat(database.queryForObject("select count(*) from ACT_ID_TENANT_MEMBER where TENANT_ID_ = 'borset'", Integer.class)).as("nobody belongs to what there is not").isZero();
    }

    @Test
    void endsAServiceThatIsNotSaidAnyMore() {
        keep(profile("borset"));
        var wanted = profile("borset");
        councils.keep(new Profile("borset", false, wanted.name(), wanted.prefix(), wanted.calendar(), wanted.contact(), List.of(new Profile.Service("buses", "Buses")),
                wanted.procedures()), null);

        assertThat(councils.find("borset").orElseThrow().services()).containsExactly(new Profile.Service("buses", "Buses"));
        assertThat(database.queryForList("select ended from council_service where council = 'borset' and code = 'ferries'", Boolean.class)).containsExactly(true);
    }

    @Test
    void mayBeAnOmbudsmanWhoHasNeitherPrefixNorProcedures() {
        var wanted = new Profile("scottish-ombudsman", true, "Scottish Ombudsman", "SO", "england-and-wales", Profile.Contact.UNKNOWN,
                List.of(new Profile.Service("buses", "Buses")), List.of(corporate("code", FROM_2015)));

        assertThat(wrong(() -> councils.keep(wanted, null))).extracting(Wrong::place).containsExactly("prefix", "services", "procedures");
        assertThat(keep(new Profile("scottish-ombudsman", true, "Scottish Ombudsman", null, "england-and-wales", Profile.Contact.UNKNOWN, List.of(), List.of())))
                .isEqualTo(Kept.ADDED);
    }

    private Kept keep(Profile profile) {
        added.add(profile.id());
        return councils.keep(profile, null);
    }

    private static List<Wrong> wrong(org.assertj.core.api.ThrowableAssert.ThrowingCallable change) {
        return catchThrowableOfType(CouncilRefused.class, change).wrong();
    }

    private static Profile called(String id, String name, String prefix) {
        return new Profile(id, false, name, prefix, "england-and-wales", Profile.Contact.UNKNOWN, List.of(), List.of(corporate("code", FROM_2015)));
    }

    private static Profile profile(String id) {
        var name = id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1);
        return new Profile(id, false, name + " Council", id.toUpperCase(java.util.Locale.ROOT), "england-and-wales",
                new Profile.Contact("1 High Street\nBorchester", "complaints@example.gov.uk", "0300 061 0614", "https://example.gov.uk/complaints"),
                List.of(new Profile.Service("ferries", "Ferries"), new Profile.Service("highways", "Roads and paths")), List.of(corporate("general", FROM_2015),
                        corporate("code", FROM_APRIL_2026)));
    }

    private static Profile with(Profile profile, String prefix, List<Profile.Procedure> procedures) {
        return new Profile(profile.id(), profile.ombudsman(), profile.name(), prefix, profile.calendar(), profile.contact(), profile.services(), procedures);
    }

    private static Profile.Procedure corporate(String procedure, LocalDateTime from) {
        return new Profile.Procedure("corporate", procedure, from);
    }
}
