package org.redress.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Tests wait for nothing, skip nothing and mock nothing. */
@AnalyzeClasses(packages = "org.redress", importOptions = OnlyIncludeTests.class)
class TestConventionTests {
    @ArchTest
    static final ArchRule sleepNowhere = noClasses().should().callMethodWhere(describe("it is Thread.sleep",
            call -> call.getTargetOwner().isEquivalentTo(Thread.class) && call.getName().equals("sleep")));

    @ArchTest
    static final ArchRule letTimePassInTheTableOfFaultsAlone = noClasses()
            // in the table of faults time is what happens: an outage of so many seconds, a kill after a moment that nobody knows, people who try again a little later
            .that().haveNameNotMatching("org\\.redress\\.faults\\.(Clocks|DatabaseGone|FullAndPoisoned|Killed|Load)(\\$.*)?")
            .should().callMethodWhere(describe("it is TimeUnit.sleep", call -> call.getTargetOwner().isEquivalentTo(TimeUnit.class) && call.getName().equals("sleep")));

    @ArchTest
    static final ArchRule areNotDisabled = noMethods().should().beAnnotatedWith(Disabled.class);

    @ArchTest
    static final ArchRule areNotDisabledAsAClass = noClasses().should().beAnnotatedWith(Disabled.class);

    @ArchTest
    static final ArchRule mockNothing = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.mockito..", "org.springframework.test.context.bean.override..");

    @ArchTest
    static final ArchRule areNamedAsSentences = methods().that(describe("are tests", TestConventionTests::isTest))
            .should().haveNameMatching("[a-z][A-Za-z0-9]+").andShould().haveNameNotMatching("(test|should)[A-Z].*");

    private static boolean isTest(JavaMethod method) {
        return method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class);
    }
}
