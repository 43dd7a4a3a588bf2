package org.redress.identity;

import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
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
        return new ByRole(council);
    }

    private SpinJsonNode options(Role role, String council) {
        return Spin.JSON(in(role, council).stream()
                .map(user -> Map.of("label", user.getFirstName() + " " + user.getLastName(), "value", user.getId()))
                .toList());
    }

    /** Each role is looked up when somebody asks for it: a form asks for one. */
    private final class ByRole extends AbstractMap<String, SpinJsonNode> {
        private final String council;

        private ByRole(String council) {
            this.council = council;
        }

        @Override
        public boolean containsKey(Object property) {
            return role(property).isPresent();
        }

        @Override
        public @Nullable SpinJsonNode get(Object property) {
            return role(property).map(role -> options(role, council)).orElse(null);
        }

        @Override
        public Set<Map.Entry<String, SpinJsonNode>> entrySet() {
            var all = new LinkedHashSet<Map.Entry<String, SpinJsonNode>>();
            for (var role : Role.values()) {
                all.add(Map.entry(role.property(), options(role, council)));
            }
            return all;
        }

        private static Optional<Role> role(Object property) {
            return Stream.of(Role.values()).filter(role -> role.property().equals(property)).findFirst();
        }
    }

    private List<User> in(Role role, String council) {
        return identity.createUserQuery().memberOfGroup(role.group()).memberOfTenant(council).orderByUserId().asc().list();
    }
}
