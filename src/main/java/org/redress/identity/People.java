package org.redress.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The people of a council by role, as options of a form's select field. */
@Component
public class People {
    private final IdentityService identity;

    People(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** Options by role: {@code people.of(council).responders} is a JSON list of label and value (the user id). */
    public Map<String, SpinJsonNode> of(String council) {
        var options = new LinkedHashMap<String, SpinJsonNode>();
        for (var role : Role.values()) {
            options.put(role.property(), Spin.JSON(in(role, council).stream()
                    .map(user -> Map.of("label", user.getFirstName() + " " + user.getLastName(), "value", user.getId()))
                    .toList()));
        }
        return options;
    }

    private List<User> in(Role role, String council) {
        return identity.createUserQuery().memberOfGroup(role.group()).memberOfTenant(council).orderByUserId().asc().list();
    }
}
