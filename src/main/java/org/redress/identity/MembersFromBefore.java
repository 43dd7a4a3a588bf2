package org.redress.identity;

import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over who was in the group of a service before there were rows of it. From then on the rows count: what the engine's tables say
 * otherwise was not done here, and the start warns of it.
 */
@Component
@Order(13)
class MembersFromBefore implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(MembersFromBefore.class);

    private final IdentityService identity;
    private final ServiceMembers members;

    MembersFromBefore(IdentityService identity, ServiceMembers members) {
        this.identity = identity;
        this.members = members;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        boolean first = members.none();
        for (var group : identity.createGroupQuery().groupType("SERVICE").list()) {
            for (var user : identity.createUserQuery().memberOfGroup(group.getId()).list()) {
                if (first) {
                    members.joined(user.getId(), group.getId());
                } else if (!members.of(user.getId()).codes().contains(group.getId().substring(Services.GROUP.length()))) {
                    LOG.warn("{} is in the group {} of the engine and was not put there by an administrator: it does not count.", user.getId(), group.getId());
                }
            }
        }
    }
}
