package org.redress.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.sql.DatabaseMetaData;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullMarked;
import org.redress.casefile.CaseFiles;
import org.redress.engine.EngineClock;
import org.redress.gate.SubmissionHandler;
import org.redress.gate.SubmissionListener;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.Repository;

/** How the packages stand to each other, and what only some of them may touch. */
@AnalyzeClasses(packages = "org.redress", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {
    private static final String ROOT = "org.redress";
    private static final Set<String> BELOW_FEATURES = Set.of("calendar", "decision", "casefile", "engine", "identity", "gate", "council", "deadline", "post", "parties", "confirmation", "course", "promise", "reading");

    /** What a package may know of the others; arrows point down, and features meet in the models only. */
    private static final Map<String, Set<String>> KNOWS = new TreeMap<>(Map.ofEntries(
            Map.entry("calendar", Set.of()),
            Map.entry("casefile", Set.of()),
            Map.entry("database", Set.of()),
            Map.entry("documents", Set.of()),
            Map.entry("engine", Set.of("casefile", "database")),
            Map.entry("decision", Set.of("engine")),
            Map.entry("identity", Set.of("casefile", "engine", "database")),
            Map.entry("start", Set.of("identity", "database")),
            Map.entry("operation", Set.of("audit", "identity", "start", "retention", "sending", "versions", "database")),
            Map.entry("audit", Set.of("casefile", "identity", "start")),
            Map.entry("gate", Set.of("calendar", "decision", "casefile", "identity", "database", "engine")),
            Map.entry("council", Set.of("calendar", "decision", "casefile", "identity", "gate", "start")),
            Map.entry("tally", Set.of("calendar", "identity", "engine")),
            Map.entry("deadline", Set.of("calendar", "decision", "casefile", "identity", "gate", "council", "tally", "start", "database", "engine")),
            Map.entry("board", Set.of("calendar", "casefile", "documents", "identity", "gate", "council", "deadline", "tally", "handover", "sending", "database")),
            Map.entry("post", Set.of("decision", "casefile", "gate", "deadline", "engine")),
            Map.entry("parties", Set.of("engine", "decision", "casefile", "identity", "gate")),
            Map.entry("promise", Set.of("engine", "casefile", "gate")),
            Map.entry("disclosure", Set.of("attachments", "audit", "casefile", "decision", "documents", "gate", "identity")),
            Map.entry("request", Set.of("casefile", "gate", "parties")),
            Map.entry("quality", Set.of("calendar", "casefile")),
            Map.entry("complaint", BELOW_FEATURES),
            Map.entry("confirmation", Set.of("casefile", "identity", "gate")),
            Map.entry("course", Set.of("casefile", "gate", "confirmation")),
            Map.entry("correction", BELOW_FEATURES),
            Map.entry("ombudsman", and(BELOW_FEATURES, "disclosure")),
            Map.entry("liaison", BELOW_FEATURES),
            Map.entry("remedy", BELOW_FEATURES),
            Map.entry("stage", BELOW_FEATURES),
            Map.entry("investigation", BELOW_FEATURES),
            Map.entry("panel", BELOW_FEATURES),
            Map.entry("mail", Set.of()),
            Map.entry("notices", Set.of("calendar", "casefile", "identity", "gate", "deadline", "mail")),
            Map.entry("sending", Set.of("attachments", "letters", "casefile", "council", "documents", "engine", "identity", "gate", "mail")),
            Map.entry("feed", Set.of("identity", "gate", "deadline")),
            Map.entry("draft", Set.of("casefile", "gate")),
            Map.entry("attachments", Set.of("audit", "casefile", "identity")),
            Map.entry("handover", Set.of("casefile", "identity", "gate", "draft")),
            Map.entry("retention", Set.of("audit", "casefile", "identity", "gate", "deadline")),
            Map.entry("step", Set.of("documents", "letters", "audit", "casefile", "identity", "gate", "deadline", "calendar", "reading")),
            Map.entry("models", Set.of("letters", "council", "decision", "deadline", "gate", "identity", "start", "engine")),
            Map.entry("reading", Set.of("calendar", "casefile", "deadline", "start")),
            Map.entry("versions", Set.of("identity", "models", "start")),
            Map.entry("access", Set.of("casefile", "identity", "deadline", "database")),
            Map.entry("api", Set.of("documents", "letters", "reading", "access", "attachments", "audit", "calendar", "casefile", "identity", "council", "draft", "gate", "deadline", "quality", "find", "finding", "step", "board", "tally", "notices", "feed", "handover", "sending", "database", "versions")),
            Map.entry("takeover", Set.of("casefile", "identity", "gate", "deadline", "replay", "start")),
            Map.entry("integration", Set.of("api", "attachments", "audit", "casefile", "identity", "gate", "deadline")),
            Map.entry("figures", Set.of("access", "audit", "casefile", "documents", "gate", "identity", "tally")),
            Map.entry("find", Set.of("audit", "casefile", "identity", "gate", "deadline", "council", "database")),
            Map.entry("finding", Set.of("casefile", "gate", "quality")),
            Map.entry("duty", BELOW_FEATURES),
            Map.entry("move", Set.of("database", "engine", "casefile", "identity", "gate", "deadline", "models", "start")),
            Map.entry("letters", Set.of("attachments", "casefile", "council", "decision", "deadline", "documents", "engine", "gate", "identity")),
            Map.entry("load", Set.of("audit", "casefile", "council", "identity", "replay", "start", "tally", "database")),
            Map.entry("replay", Set.of("decision", "casefile", "identity", "council", "gate", "deadline", "quality", "models", "engine", "database"))));

    private static Set<String> and(Set<String> packages, String another) {
        var all = new TreeSet<>(packages);
        all.add(another);
        return all;
    }

    @ArchTest
    static void hasAPlaceForEveryPackage(JavaClasses classes) {
        var packages = classes.stream().map(JavaClass::getPackageName).filter(name -> !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length() + 1)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages).as("flat packages; a new one gets its line in KNOWS").isEqualTo(KNOWS.keySet());
    }

    @ArchTest
    static void pointsDownOnly(JavaClasses classes) {
        KNOWS.forEach((name, known) -> {
            var others = KNOWS.keySet().stream().filter(other -> !other.equals(name) && !known.contains(other)).map(other -> ROOT + "." + other);

            noClasses().that().resideInAPackage(ROOT + "." + name)
                    .should().dependOnClassesThat().resideInAnyPackage(others.toArray(String[]::new)).check(classes);
        });
    }

    @ArchTest
    static final ArchRule goesRoundInNoCircle = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    /** Another engine, or another version of it, is met in one package. */
    @ArchTest
    static final ArchRule knowsTheEnginesInsideInOnePlace = noClasses().that().resideOutsideOfPackage("..engine")
            .should().dependOnClassesThat(resideInAnyPackage("org.camunda.bpm.engine.impl..", "org.camunda.bpm.dmn.engine.impl..", "org.camunda.bpm.dmn.feel.impl.."));

    @ArchTest
    static final ArchRule asksTheClockBeanForTheTime = noClasses()
            // begins from the real day on which the demonstration is first started
            .that().doNotHaveFullyQualifiedName("org.redress.replay.Demonstration")
            .should().callMethodWhere(describe("it reads the system's clock", ArchitectureTests::readsTheSystemClock))
            .orShould().callConstructor(Date.class);

    @ArchTest
    static final ArchRule touchesTheEnginesClockInOnePlace = noClasses().that().doNotHaveFullyQualifiedName("org.redress.engine.EngineClock")
            .should().dependOnClassesThat().areAssignableTo(ClockUtil.class);

    /** Time passes by itself, and in simulations only. */
    @ArchTest
    static final ArchRule movesTheEnginesClockInSimulationsOnly = noClasses().that().doNotHaveFullyQualifiedName("org.redress.replay.SimulatedTime")
            .should().callMethod(EngineClock.class, "set", Instant.class).orShould().callMethod(EngineClock.class, "reset");

    @ArchTest
    static final ArchRule keepsEntitiesToTheirPackage = classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    /** A number of a case comes from a form, where the gate reads it, or is looked for as it was written: never as a text that has to be equal. */
    @ArchTest
    static final ArchRule readsTheNumberOfACaseAsPeopleWriteIt = noClasses()
            // goes through the list that it made itself
            .that().doNotHaveFullyQualifiedName("org.redress.retention.Retention").should().callMethod(CaseFiles.class, "find", String.class);

    /** Hibernate never writes what changes in one: the change would be lost without a word. */
    @ArchTest
    static final ArchRule changesNothingInWhatNeverChanges = methods().that().areDeclaredInClassesThat().areAnnotatedWith(Immutable.class).should().notHaveRawReturnType(void.class);

    @ArchTest
    static final ArchRule keepsRepositoriesToTheirPackage = classes().that().areAssignableTo(Repository.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule keepsDelegatesToTheirPackage = classes().that().implement(JavaDelegate.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule keepsHandlersToTheirPackage = classes().that().implement(SubmissionHandler.class).or().implement(SubmissionListener.class)
            .should().bePackagePrivate();

    /** With the council beside it, a reference is read as people write it, and a case of another council is none. */
    @ArchTest
    static final ArchRule looksForTypedReferencesInOneWay = noClasses().that().implement(SubmissionHandler.class)
            .should().callMethod(CaseFiles.class, "find", String.class)
            .orShould().callMethod(String.class, "toUpperCase", Locale.class)
            .orShould().callMethod(String.class, "toUpperCase");

    @ArchTest
    static final ArchRule keepsEnginePluginsToTheirPackage = classes().that().implement(ProcessEnginePlugin.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule letsOnlyTheCaseFileTheDeadlinesTheCouncilsWhatIsSentAndWhatIsSaidOfAYearHaveTables = classes().that().areAnnotatedWith(Entity.class)
            .should().resideInAnyPackage("..casefile", "..deadline", "..council", "..sending", "..figures");

    @ArchTest
    static final ArchRule hasNoRepositoryThatCanDelete = noClasses().should().beAssignableTo(CrudRepository.class);

    @ArchTest
    static final ArchRule printsInCommandsOnly = noClasses().that().doNotHaveFullyQualifiedName("org.redress.Redress")
            .should().accessFieldWhere(describe("it is System.out or System.err",
                    access -> access.getTargetOwner().isEquivalentTo(System.class) && access.getTarget().getName().matches("out|err")));

    @ArchTest
    static final ArchRule asksInOnePlaceWhichDatabaseItIs = noClasses().that().doNotHaveFullyQualifiedName("org.redress.database.Postgres")
            // prints its name
            .and().doNotHaveFullyQualifiedName("org.redress.operation.Inspection")
            .should().callMethod(DatabaseMetaData.class, "getDatabaseProductName");

    @ArchTest
    static final ArchRule logsInOneWay = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..", "org.apache.log4j..");

    @ArchTest
    static void saysOfEveryPackageWhatItKnowsAndThatNothingIsNull(JavaClasses classes) {
        for (var name : KNOWS.keySet()) {
            var javaPackage = classes.getPackage(ROOT + "." + name);

            assertThat(javaPackage.tryGetPackageInfo()).as("package-info of " + name).isPresent();
            assertThat(javaPackage.isAnnotatedWith(NullMarked.class)).as(name + " is null-marked").isTrue();
        }
    }

    private static boolean readsTheSystemClock(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        var parameters = call.getTarget().getRawParameterTypes();
        boolean now = owner.getPackageName().equals("java.time") && call.getName().equals("now")
                && (parameters.isEmpty() || !parameters.get(0).isEquivalentTo(Clock.class));
        boolean clock = owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system");
        boolean system = owner.isEquivalentTo(System.class) && call.getName().matches("currentTimeMillis|nanoTime");
        return now || clock || system;
    }
}
