package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every place in the product, the webapps and the engine's REST API at which a password is compared, and what stands before it. */
class PasswordDoorTests {
    private static final Map<String, String> DOORS = Map.of(
            "PasswordSignIn.authenticate", "asks PasswordTries",
            "Administration.checkOwnPassword", "asks PasswordTries for whoever is signed in",
            "GatedIdentityService.checkPassword", "goes through Administration for whoever is signed in",
            "Accounts.matches", "is called by the two first",
            "PasswordKeeper.matches", "is called by Accounts",
            "Administrator.isLeftAlone", "is asked once by a start, of the settings of the operator alone",
            "UserResourceImpl.updateCredentials", "goes through GatedIdentityService",
            "IdentityRestServiceImpl.verifyUser", "is closed (WebSecurity.SIDE_DOORS)",
            "UserAuthenticationResource.doLogin", "is closed (WebSecurity.SIDE_DOORS)",
            "HttpBasicAuthenticationProvider.isAuthenticated", "belongs to a filter that is not there");

    @Test
    void areAllCounted() {
        var found = classes().stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream()).filter(PasswordDoorTests::comparesAPassword)
                .collect(Collectors.toMap(PasswordDoorTests::door, call -> DOORS.getOrDefault(door(call), "nothing"), (one, same) -> one, TreeMap::new));

        assertThat(found).isEqualTo(new TreeMap<>(DOORS));
    }

    /** Calls are known by their names; what else the classes rest on need not be read, which would take most of the time. */
    private static JavaClasses classes() {
        return ArchConfiguration.withThreadLocalScope(settings -> {
            settings.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.redress", "org.camunda.bpm.engine.rest", "org.camunda.bpm.webapp", "org.camunda.bpm.cockpit",
                    "org.camunda.bpm.tasklist", "org.camunda.bpm.admin", "org.camunda.bpm.spring.boot");
        });
    }

    private static boolean comparesAPassword(JavaMethodCall call) {
        var owner = call.getTargetOwner().getSimpleName();
        return call.getName().equals("checkPassword") || call.getName().equals("matches") && (owner.equals("Accounts") || owner.equals("PasswordKeeper"))
                || call.getName().equals("check") && owner.equals("PasswordManager") || owner.equals("PasswordEncoder") || owner.equals("CheckPassword");
    }

    private static String door(JavaMethodCall call) {
        return call.getOriginOwner().getSimpleName() + "." + call.getOrigin().getName().replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1");
    }
}
