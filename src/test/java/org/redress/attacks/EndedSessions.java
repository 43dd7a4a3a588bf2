package org.redress.attacks;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.redress.api.Browsers;
import org.redress.api.Browsers.Browser;
import org.redress.identity.Role;
import org.redress.testing.Office;

/** Sessions that somebody has copied the cookie of, and that have ended since: by name, each with its cookie. */
final class EndedSessions {
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String OTHER_PASSWORD = "Quay-Lantern-58";

    private final IdentityService identity;
    private final Office office;
    private final Browsers browsers;
    private final Map<String, String> cookies = new HashMap<>();

    EndedSessions(IdentityService identity, Office office, Browsers browsers) {
        this.identity = identity;
        this.office = office;
        this.browsers = browsers;
    }

    Map<String, String> set() {
        var changed = stolen("changed password");
        done(changed.put("/user/" + id("changed password") + "/credentials", Map.of("password", OTHER_PASSWORD, "authenticatedUserPassword", Office.PASSWORD)));
        stolen("reset password");
        var administrator = browsers.signedIn(Person.ADMINISTRATOR.id);
        done(administrator.put("/user/" + id("reset password") + "/credentials", Map.of("password", OTHER_PASSWORD, "authenticatedUserPassword", Office.PASSWORD)));
        stolen("deleted account");
        identity.deleteUser(id("deleted account"));
        stolen("account made again");
        identity.deleteUser(id("account made again"));
        hire("account made again");
        stolen("lost role");
        identity.deleteMembership(id("lost role"), Role.COMPLAINTS_TEAM.group());
        identity.createMembership(id("lost role"), Role.COMPLAINTS_TEAM.group());
        hire("lost service");
        identity.createMembership(id("lost service"), "service-highways");
        signedIn("lost service");
        identity.deleteMembership(id("lost service"), "service-highways");
        stolen("lost council");
        done(administrator.send(administrator.request(ENGINE + "/tenant/kent/user-members/" + id("lost council")).DELETE()));
        stolen("left behind");
        var here = browsers.signedIn(id("left behind"));
        here.send(here.form("/redress/sessions/others", here.get("/redress/sessions").body(), Map.of()));
        var out = stolen("signed out");
        out.send(out.request("/camunda/api/admin/auth/user/default/logout").POST(BodyPublishers.noBody()));
        return cookies;
    }

    private Browser stolen(String what) {
        hire(what);
        return signedIn(what);
    }

    private Browser signedIn(String what) {
        var browser = browsers.signedIn(id(what));
        cookies.put("session: " + what, browser.cookie("JSESSIONID"));
        return browser;
    }

    private void hire(String what) {
        office.hires("kent", what.replace(' ', '-'), Role.COMPLAINTS_TEAM.group());
    }

    private static String id(String what) {
        return "kent-" + what.replace(' ', '-');
    }

    private static void done(HttpResponse<String> answer) {
        if (answer.statusCode() != 204) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }
}
