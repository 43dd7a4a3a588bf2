package org.redress.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseRestrictions;
import org.redress.casefile.ReadOnce;
import org.redress.engine.Engine;
import org.redress.engine.KeptAccount;
import org.redress.engine.PasswordKeeper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may sign in: the engine's users, with their groups and councils as they are at this moment. */
@Component
public class Accounts {
    /** As the engine keeps it. */
    private static final int LONGEST_NAME = 64;

    private static final String AT_ONCE = """
            select ID_ as who, 'account' as what, SALT_ as value_of, cast(null as varchar(200)) as name_of, cast(null as bigint) as id_of, false as ended_of from ACT_ID_USER where ID_ in (:ids)
            union all select ID_, 'first-name', FIRST_, null, null, false from ACT_ID_USER where ID_ in (:ids)
            union all select ID_, 'last-name', LAST_, null, null, false from ACT_ID_USER where ID_ in (:ids)
            union all select USER_ID_, 'group', GROUP_ID_, null, null, false from ACT_ID_MEMBERSHIP where USER_ID_ in (:ids)
            union all select USER_ID_, 'council', TENANT_ID_, null, null, false from ACT_ID_TENANT_MEMBER where USER_ID_ in (:ids)
            union all select m.USER_ID_, 'council-of-group', t.TENANT_ID_, null, null, false from ACT_ID_MEMBERSHIP m join ACT_ID_TENANT_MEMBER t on t.GROUP_ID_ = m.GROUP_ID_ where m.USER_ID_ in (:ids)
            union all select person, case when left_at is null then 'service' else 'once' end, code, null, null, false from service_member where person in (:ids) and not account_gone
            union all select t.USER_ID_, 'of-council', s.code, s.name, s.id, s.ended from council_service s join ACT_ID_TENANT_MEMBER t on t.TENANT_ID_ = s.council where t.USER_ID_ in (:ids)
            """;
    /** As the services of a council are read alone. */
    private static final String IN_ORDER = " order by 4, 3";

    private final IdentityService identity;
    private final Engine engine;
    private final PasswordKeeper passwords;
    private final Services services;
    private final SlowHash hash;
    private final JdbcClient database;
    private final Kept decoy;

    Accounts(IdentityService identity, Engine engine, PasswordKeeper passwords, Services services, SlowHash hash, JdbcClient database) {
        this.identity = identity;
        this.services = services;
        this.hash = hash;
        this.database = database;
        this.engine = engine;
        this.passwords = passwords;
        var salt = passwords.newSalt();
        this.decoy = new Kept("nobody", salt, passwords.keep(Passwords.random(), salt));
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
        return engine.unchecked(() -> find(id));
    }

    /** The same for the product itself, which asks about several people in each step. */
    Optional<Account> ofProduct(String id) {
        return ofProduct(List.of(id), null).getOrDefault(id, Optional.empty());
    }

    /** The same of several people in one statement; if it is for work of a case, whether the case keeps somebody out is asked together with it. */
    Map<String, Optional<Account>> ofProduct(Collection<String> ids, @Nullable String reference) {
        var known = ids.stream().filter(Accounts::isName).distinct().toList();
        var accounts = new HashMap<String, Optional<Account>>();
        ids.forEach(id -> accounts.put(id, Optional.empty()));
        if (known.isEmpty()) {
            return accounts;
        }
        var asked = reference == null ? database.sql(AT_ONCE + IN_ORDER) : database.sql(AT_ONCE + RestrictedCases.KEEPS_OUT_AT_ONCE + IN_ORDER).param("reference", reference);
        var said = asked.param("ids", known).query((found, number) ->
                new Said(found.getString(1), found.getString(2), found.getString(3), found.getString(4), found.getLong(5), found.getBoolean(6))).list();
        if (reference != null) {
            ReadOnce.came(CaseRestrictions.class, reference, said.stream().anyMatch(one -> one.what().equals(RestrictedCases.KEPT)));
        }
        said.stream().collect(Collectors.groupingBy(Said::who)).forEach((id, own) -> accounts.computeIfPresent(id, (person, none) -> account(id, own)));
        return accounts;
    }

    private Optional<Account> account(String id, List<Said> said) {
        return said.stream().filter(one -> one.what().equals("account")).findFirst().map(account -> {
            var groups = values(said, "group");
            var councils = Stream.of("council", "council-of-group").flatMap(what -> values(said, what).stream()).distinct().sorted().toList();
            if (values(said, "council-of-group").isEmpty()) {
                services.came(councils, said.stream().filter(one -> one.what().equals("of-council")).map(one -> new Services.Row(one.id(), String.valueOf(one.value()), String.valueOf(one.name()), one.ended())).toList());
            }
            var codes = values(said, "service").stream().distinct().toList();
            var membership = new ServiceMembers.Membership(codes, !codes.isEmpty() || !values(said, "once").isEmpty());
            return new Account(id, name(id, text(said, "first-name"), text(said, "last-name")), services.withServices(() -> membership, groups, councils), councils, new Standing(Standing.mark(account.value()), groups, councils));
        });
    }

    private record Said(String who, String what, @Nullable String value, @Nullable String name, long id, boolean ended) {}

    private static @Nullable String text(List<Said> said, String what) {
        return said.stream().filter(one -> one.what().equals(what)).map(Said::value).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static List<String> values(List<Said> said, String what) {
        return said.stream().filter(one -> one.what().equals(what)).map(one -> String.valueOf(one.value())).sorted().toList();
    }

    /** What people call whoever has this account, whoever asks; without one, or without a name, it is what the account is called. */
    public String named(String id) {
        return engine.unchecked(() -> Optional.ofNullable(user(id)).map(Accounts::name).orElse(id));
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
        return Standing.mark(KeptAccount.salt(user));
    }

    /**
     * Whether this is the person's password. It takes as long for somebody unknown, and, unlike the engine's own check, it never
     * locks anybody: a stranger could keep colleagues out with wrong passwords. One that was kept in an older way is kept anew.
     */
    public boolean matches(String id, String password) {
        boolean bounded = password.length() <= Passwords.LONGEST;
        var user = user(id);
        var kept = KeptAccount.password(user);
        boolean usable = bounded && user != null && kept != null;
        var compared = usable ? new Kept(user.getId(), KeptAccount.salt(user), kept) : decoy;
        if (!passwords.matches(bounded ? password : "", compared.salt(), compared.password()) || !usable) {
            hash.makeUpFor(compared.password());
            return false;
        }
        if (hash.isBehind(compared.password())) {
            // unless somebody has changed it meanwhile
            database.sql("update ACT_ID_USER set PWD_ = ?, REV_ = REV_ + 1 where ID_ = ? and PWD_ = ?")
                    .params(passwords.keep(password, compared.salt()), compared.id(), compared.password()).update();
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

    /** A password as it is kept. */
    private record Kept(String id, @Nullable String salt, String password) {}
}
