package org.redress.identity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may sign in: the engine's users, with their groups and councils as they are at this moment. */
@Component
public class Accounts {
    /** As the engine keeps it. */
    private static final int LONGEST_NAME = 64;

    private static final String AT_ONCE = """
            select 'account' as what, SALT_ as value_of from ACT_ID_USER where ID_ = :id
            union all select 'first-name', FIRST_ from ACT_ID_USER where ID_ = :id
            union all select 'last-name', LAST_ from ACT_ID_USER where ID_ = :id
            union all select 'group', GROUP_ID_ from ACT_ID_MEMBERSHIP where USER_ID_ = :id
            union all select 'council', TENANT_ID_ from ACT_ID_TENANT_MEMBER where USER_ID_ = :id
                or GROUP_ID_ in (select GROUP_ID_ from ACT_ID_MEMBERSHIP where USER_ID_ = :id)
            union all select case when left_at is null then 'service' else 'once' end, code from service_member where person = :id and not account_gone
            """;

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl configuration;
    private final Services services;
    private final SlowHash hash;
    private final JdbcClient database;
    private final UserEntity decoy;

    Accounts(IdentityService identity, ProcessEngine engine, Services services, SlowHash hash, JdbcClient database) {
        this.identity = identity;
        this.services = services;
        this.hash = hash;
        this.database = database;
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.decoy = decoy();
    }

    /** A person, as people call them, with everything that the engine decides by; the groups are those of roles and services, and what follows from both. */
    public record Account(String id, String name, List<String> groups, List<String> councils, Standing standing) {}

    /** The account of a person, unless it was removed or there never was one. */
    public Optional<Account> find(@Nullable String id) {
        return Optional.ofNullable(user(id)).map(user -> {
            var groups = identity.createGroupQuery().groupMember(user.getId()).list().stream().map(Group::getId).toList();
            var councils = identity.createTenantQuery().userMember(user.getId()).includingGroupsOfUser(true).list().stream().map(Tenant::getId).toList();
            return new Account(user.getId(), name(user), services.withServices(user.getId(), groups, councils), councils, new Standing(mark(user), groups, councils));
        });
    }

    /** The same, whoever asks. */
    Optional<Account> whoever(String id) {
        return configuration.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(() -> find(id)));
    }

    /** The same in one statement, for the product itself, which asks about several people in each step. */
    Optional<Account> ofProduct(String id) {
        if (!isName(id)) {
            return Optional.empty();
        }
        var said = database.sql(AT_ONCE).param("id", id).query((found, number) -> new Said(found.getString(1), found.getString(2))).list();
        return said.stream().filter(one -> one.what().equals("account")).findFirst().map(account -> {
            var groups = values(said, "group");
            var councils = values(said, "council").stream().distinct().toList();
            var codes = values(said, "service").stream().distinct().toList();
            var membership = new ServiceMembers.Membership(codes, !codes.isEmpty() || !values(said, "once").isEmpty());
            return new Account(id, name(id, text(said, "first-name"), text(said, "last-name")), services.withServices(() -> membership, groups, councils), councils, new Standing(Standing.mark(account.value()), groups, councils));
        });
    }

    private record Said(String what, @Nullable String value) {}

    private static @Nullable String text(List<Said> said, String what) {
        return said.stream().filter(one -> one.what().equals(what)).map(Said::value).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static List<String> values(List<Said> said, String what) {
        return said.stream().filter(one -> one.what().equals(what)).map(one -> String.valueOf(one.value())).sorted().toList();
    }

    /** What people call whoever has this account, whoever asks; without one, or without a name, it is what the account is called. */
    public String named(String id) {
        return configuration.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(() -> Optional.ofNullable(user(id)).map(Accounts::name).orElse(id)));
    }

    private static String name(User user) {
        return name(user.getId(), user.getFirstName(), user.getLastName());
    }

    private static String name(String id, @Nullable String first, @Nullable String last) {
        var name = (Objects.requireNonNullElse(first, "") + " " + Objects.requireNonNullElse(last, "")).strip();
        return name.isEmpty() ? id : name;
    }

    /** Whether there is an account with this name. */
    public boolean exists(String id) {
        return user(id) != null;
    }

    /**
     * What an account with its password is known by, without saying what the password is; another one after each change of it. It takes
     * as long for somebody unknown.
     */
    public String mark(@Nullable String id) {
        return mark(user(id));
    }

    private static String mark(@Nullable User user) {
        return Standing.mark(user instanceof UserEntity known ? known.getSalt() : null);
    }

    /**
     * Whether this is the person's password. It takes as long for somebody unknown, and, unlike the engine's own check, it never
     * locks anybody: a stranger could keep colleagues out with wrong passwords. One that was kept in an older way is kept anew.
     */
    public boolean matches(String id, String password) {
        boolean bounded = password.length() <= Passwords.LONGEST;
        var user = user(id);
        boolean usable = bounded && user instanceof UserEntity known && known.getPassword() != null;
        var compared = usable ? (UserEntity) user : decoy;
        var salted = EncryptionUtil.saltPassword(bounded ? password : "", compared.getSalt());
        if (!configuration.getPasswordManager().check(salted, compared.getPassword()) || !usable) {
            hash.makeUpFor(compared.getPassword());
            return false;
        }
        if (hash.isBehind(compared.getPassword())) {
            // unless somebody has changed it meanwhile
            database.sql("update ACT_ID_USER set PWD_ = ?, REV_ = REV_ + 1 where ID_ = ? and PWD_ = ?")
                    .params(configuration.getPasswordManager().encrypt(salted), compared.getId(), compared.getPassword()).update();
        }
        return true;
    }

    /** Whether an account could be called so; no database is asked for anything else, and not every one would take it. */
    public static boolean isName(@Nullable String id) {
        return id != null && !id.isEmpty() && id.length() <= LONGEST_NAME && id.codePoints().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private @Nullable User user(@Nullable String id) {
        return !isName(id) ? null : identity.createUserQuery().userId(id).singleResult();
    }

    private UserEntity decoy() {
        var user = new UserEntity("nobody");
        user.setSalt(configuration.getSaltGenerator().generateSalt());
        user.setDbPassword(configuration.getPasswordManager().encrypt(EncryptionUtil.saltPassword(Passwords.random(), user.getSalt())));
        return user;
    }
}
