package org.redress.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Appointed;
import org.redress.casefile.Appointments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseRestrictions;
import org.redress.casefile.Dates;
import org.redress.casefile.DutyDone;
import org.redress.casefile.ReadOnce;
import org.redress.engine.Engine;
import org.redress.engine.Inside;
import org.redress.identity.Accounts.Account;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The one place that answers: may this person do this task of this case now? They have an account at the council, a role that the model
 * names and, where the work was given to a service, belong to it, and the separation of duties allows it (CORP-26, CHD-22, CHD-41).
 */
@Component
public class Authority {
    private static final Set<String> INDEPENDENT = Set.of(Role.INDEPENDENT_PERSONS.group(), Role.PANEL_MEMBERS.group());
    /** Whoever has one of these works for the council; an Investigating Officer may be an independent one. */
    private static final List<Role> OFFICERS = List.of(Role.COMPLAINTS_TEAM, Role.RESPONDERS, Role.APPROVERS, Role.ADJUDICATING_OFFICERS, Role.PANEL_CLERKS, Role.LINK_OFFICERS,
            Role.SERVICES, Role.SUPERVISORS);
    private static final String NO_OFFICER = "independent persons are neither members nor officers of the council (CHD-22).";

    private final Accounts accounts;
    private final IdentityService identity;
    private final Engine engine;
    private final SeparationOfDuties separation;
    private final Absences absences;
    private final Appointments appointments;
    private final Services services;
    private final RestrictedCases restricted;
    private final Clock clock;
    private final Known known;
    private final BiPredicate<String, Work> about;

    @Autowired
    Authority(@Lazy Accounts accounts, @Lazy IdentityService identity, Engine engine, SeparationOfDuties separation, Absences absences,
            Appointments appointments, Services services, RestrictedCases restricted, Clock clock) {
        this(accounts, identity, engine, separation, absences, appointments, services, restricted, clock, new OfTheStep(),
                (person, work) -> keepsSomebodyOut(restricted, work.reference())
                        && ReadOnce.get(CaseRestrictions.class, List.of(person, work.organisation()), () -> restricted.about(person, work.organisation())).contains(work.reference()));
    }

    private Authority(Accounts accounts, IdentityService identity, Engine engine, SeparationOfDuties separation, Absences absences,
            Appointments appointments, Services services, RestrictedCases restricted, Clock clock, Known known,
            BiPredicate<String, Work> about) {
        this.accounts = accounts;
        this.identity = identity;
        this.engine = engine;
        this.separation = separation;
        this.absences = absences;
        this.appointments = appointments;
        this.services = services;
        this.restricted = restricted;
        this.clock = clock;
        this.known = known;
        this.about = about;
    }

    /** The accounts that were read. */
    private interface Known {
        Optional<Optional<Account>> get(String person);

        void put(String person, Optional<Account> account);
    }

    private record OfTheStep() implements Known {
        @Override
        public Optional<Optional<Account>> get(String person) {
            return ReadOnce.known(Accounts.class, person);
        }

        @Override
        public void put(String person, Optional<Account> account) {
            ReadOnce.came(Accounts.class, person, account);
        }
    }

    private record OfTheLook(Map<String, Optional<Account>> read) implements Known {
        @Override
        public Optional<Optional<Account>> get(String person) {
            return Optional.ofNullable(read.get(person));
        }

        @Override
        public void put(String person, Optional<Account> account) {
            read.put(person, account);
        }
    }

    /** The same, for a look at many tasks: every person is looked up once. */
    public Authority remembering() {
        var named = new HashMap<List<String>, Set<String>>();
        return new Authority(accounts, identity, engine, separation, absences, appointments, services, restricted, clock,
                new OfTheLook(new HashMap<>()),
                (person, work) -> named.computeIfAbsent(List.of(person, work.organisation()), key -> restricted.about(person, work.organisation())).contains(work.reference()));
    }

    /**
     * Work of a council, as the model gives it: to whoever is in one of the groups.
     *
     * @param council the tenant of the engine; that of a restricted case is a council's too
     * @param duty what doing it means for the separation of duties, if it means something
     * @param own whose own matter it is, whatever their role
     * @param notBy who asked for what it confirms, or decided what it looks at again: somebody else does it
     */
    public record Work(String council, Collection<String> groups, @Nullable String reference, int stage, @Nullable String duty, @Nullable String own, Collection<String> notBy) {
        /** Work of whoever is in one of the groups. */
        public Work(String council, Collection<String> groups, @Nullable String reference, int stage, @Nullable String duty) {
            this(council, groups, reference, stage, duty, null, List.of());
        }

        /** The council to which its people belong. */
        String organisation() {
            return RestrictedCases.council(council);
        }
    }

    /** To whom work goes: a person, or nobody and why; {@code standsInFor} is whom a deputy stands in for. */
    public record Bound(@Nullable String person, @Nullable String why, @Nullable String standsInFor) {}

    /** The sentence with which a person is turned down, if they are. */
    public Optional<String> objection(String person, Work work) {
        return unchecked(() -> {
            var found = account(person, work.reference()).filter(one -> one.councils().contains(work.organisation()));
            if (found.isPresent() && isAbout(person, work)) {
                return Optional.of(found.get().name() + " does no work of a case that is about them.");
            }
            // the same for somebody whom the restriction of a case does not name; by the account, as whoever asks has written it
            if (found.isEmpty() || !restricted.lets(work.council(), person)) {
                return Optional.of("There is no " + person + " at this council.");
            }
            if (!work.groups().isEmpty() && !person.equals(work.own()) && work.groups().stream().noneMatch(found.get().groups()::contains)) {
                return Optional.of(otherGroup(found.get(), work));
            }
            var officer = officer(found.get(), work);
            if (officer.isPresent()) {
                return officer;
            }
            if (work.notBy().contains(person)) {
                return Optional.of(found.get().name() + " has decided on this already; a second person does it.");
            }
            return work.duty() == null || work.reference() == null ? Optional.empty()
                    : separation.objection(work.reference(), work.stage(), work.duty(), person);
        });
    }

    /** The same for work that somebody else gives them: whoever is away is not given any. */
    public Optional<String> objectionToGiving(String person, Work work) {
        return objection(person, work).or(() -> unchecked(() -> absences.now(person)).map(leave -> accounts.named(person) + " is away until " + Dates.text(leave.untilDay()) + "."));
    }

    /** Whose the work is when it is made for a person: theirs, their deputy's while they are away, or nobody's if neither may do it. */
    public Bound bound(String person, Work work) {
        var why = objection(person, work);
        if (why.isPresent()) {
            return new Bound(null, why.get(), null);
        }
        var leave = unchecked(() -> absences.now(person));
        if (leave.isEmpty()) {
            return new Bound(person, null, null);
        }
        var away = accounts.named(person) + " is away until " + Dates.text(leave.get().untilDay());
        var deputy = leave.get().deputy();
        if (deputy == null) {
            return new Bound(null, away + " and has no deputy.", null);
        }
        return objectionToGiving(deputy, work).map(no -> new Bound(null, away + ", and the deputy cannot do it: " + no, null))
                .orElseGet(() -> new Bound(deputy, null, person));
    }

    /** The sentence that the service has ended to which work was given, if it has: then somebody gives it to another. */
    public Optional<String> ended(Work work) {
        return work.groups().stream().flatMap(group -> Services.service(group).stream()).filter(code -> services.ended(work.organisation(), code)).findFirst()
                .map(code -> services.name(work.organisation(), code) + ", to which this was given, has ended.");
    }

    /** Everybody who may do it, by user id. */
    public List<String> who(Work work) {
        return unchecked(() -> {
            var people = work.groups().stream().flatMap(group -> members(group, work.organisation(), all -> accounts(all, null))).distinct().toList();
            accounts(people, work.reference());
            return people.stream().filter(person -> objection(person, work).isEmpty()).toList();
        });
    }

    /** Whether there is anybody who may do it. */
    public boolean anyone(Work work) {
        return unchecked(() -> work.groups().stream().flatMap(group -> members(group, work.organisation(), people -> { }))
                // whoever was found by role and council needs nothing more where no duty is meant
                .anyMatch(person -> work.duty() == null && work.notBy().isEmpty() && !RestrictedCases.restricted(work.council()) && !isAbout(person, work) || objection(person, work).isEmpty()));
    }

    /** Whether not everybody with the role may do it, whatever the separation of duties says: its case is restricted, or about somebody. */
    public boolean isNotForAll(Work work) {
        return work.reference() != null && keepsSomebodyOut(restricted, work.reference());
    }

    private boolean isAbout(String person, Work work) {
        return work.reference() != null && about.test(person, work);
    }

    private static boolean keepsSomebodyOut(RestrictedCases restricted, @Nullable String reference) {
        return reference != null && ReadOnce.get(CaseRestrictions.class, reference, () -> restricted.keepsSomebodyOut(reference));
    }

    /** Everybody at a council who is in one of these groups, role and service together. */
    public List<String> members(Collection<String> groups, String council) {
        return who(new Work(council, groups, null, 0, null));
    }

    /** The sentence with which a person is turned down for a role of a case, if they are: they must be able to have it, and not have another that excludes it; {@code service} is that of the work. */
    public Optional<String> objectionToNaming(String person, CaseRole role, String council, String reference, int stage, @Nullable String service) {
        var today = LocalDate.now(clock);
        var planned = appointments.of(reference).stream().filter(one -> one.on(today) && !CaseRole.of(one.role()).equals(role)).map(Authority::planned).toList();
        return objectionToGiving(person, new Work(ReadOnce.get(CaseRestrictions.class, List.of("tenant", reference), () -> restricted.tenantOf(council, reference)), List.of(group(role.role(), service)), reference, role.stage(stage), role.duty()))
                .or(() -> separation.objection(planned, role.stage(stage), role.duty(), person));
    }

    /** The people of a council who can have a role of a case. */
    public List<Person> whoCanBeNamed(CaseRole role, String council, String reference, int stage, @Nullable String service) {
        return group(role, council, service).stream()
                .filter(person -> objectionToNaming(person.id(), role, council, reference, stage, service).isEmpty()).toList();
    }

    /** The people in the group of a role of a case; who cannot have it this time stands after those who can, with the reason. */
    List<Person> whoCanBeNamedAndWhoNot(CaseRole role, String council, String reference, int stage) {
        var possible = new ArrayList<Person>();
        var others = new ArrayList<Person>();
        for (var person : group(role, council, null)) {
            objectionToNaming(person.id(), role, council, reference, stage, null).ifPresentOrElse(
                    why -> others.add(new Person(person.id(), person.name() + ", not possible: " + why)), () -> possible.add(person));
        }
        possible.addAll(others);
        return possible;
    }

    private List<Person> group(CaseRole role, String council, @Nullable String service) {
        return unchecked(() -> people(members(List.of(group(role.role(), service)), council)));
    }

    /** Somebody to choose. */
    public record Person(String id, String name) {}

    /** These people with their names. */
    public List<Person> people(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return new TreeMap<>(unchecked(() -> accounts(ids, null))).values().stream().flatMap(Optional::stream).map(one -> new Person(one.id(), one.name())).toList();
    }

    /** Their names by their ids, as people read them; of one without an account any more the id. The product has a name of its own. */
    public Map<String, String> names(Collection<String> ids) {
        var names = new HashMap<String, String>();
        ids.forEach(id -> names.put(id, id.equals(CaseFiles.PRODUCT) ? id : id + ", who has no account any more"));
        people(names.keySet()).forEach(person -> names.put(person.id(), person.name()));
        return names;
    }

    /** What people call somebody, whoever asks. */
    public String named(String person) {
        return accounts.named(person);
    }

    /** With whom work is that nobody has by name: the complaints team, or the responders of Housing. */
    public String inWords(Work work) {
        var groups = work.groups().stream().map(group -> "the " + lower(title(Services.role(group)))
                + Services.service(group).map(code -> " of " + services.name(work.council(), code)).orElse("")).distinct().toList();
        return groups.isEmpty() ? "nobody by name" : String.join(" or ", groups);
    }

    /** A name of a role inside a sentence; what is a proper name keeps its capitals. */
    private static String lower(String title) {
        boolean proper = title.startsWith("Ombudsman") || title.chars().skip(1).anyMatch(Character::isUpperCase);
        return proper ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    /** The group in which work of a role waits. */
    public static String group(Role role, @Nullable String service) {
        return service == null || !role.ofServices() ? role.group() : Services.group(role.group(), service);
    }

    private static DutyDone planned(Appointed appointed) {
        return new DutyDone(appointed.stage(), CaseRole.of(appointed.role()).duty(), appointed.person(), appointed.from());
    }

    /** A person's account, read for work of a case if it is for one. */
    private Optional<Account> account(String person, @Nullable String reference) {
        return known.get(person).orElseGet(() -> accounts(List.of(person), reference).getOrDefault(person, Optional.empty()));
    }

    /** Accounts of several people, read in one statement as far as they are not known. */
    private Map<String, Optional<Account>> accounts(Collection<String> people, @Nullable String reference) {
        var all = new HashMap<String, Optional<Account>>();
        people.forEach(person -> known.get(person).ifPresent(account -> all.put(person, account)));
        accounts.ofProduct(people.stream().filter(person -> !all.containsKey(person)).toList(), reference).forEach((person, account) -> {
            known.put(person, account);
            all.put(person, account);
        });
        return all;
    }

    /** Everybody in a group at a council; {@code all} hears of those whose accounts decide, when all of them are asked for. */
    private Stream<String> members(String group, String council, Consumer<List<String>> all) {
        var people = identity.createUserQuery().memberOfGroup(Services.role(group)).memberOfTenant(council).orderByUserId().asc().list().stream().map(User::getId).toList();
        if (ofServices(group)) {
            all.accept(people);
        }
        return people.stream()
                // role and service together; for all other roles the group says it all
                .filter(person -> !ofServices(group) || account(person, null).filter(one -> one.groups().contains(group)).isPresent());
    }

    private static boolean ofServices(String group) {
        return Stream.of(Role.values()).anyMatch(role -> role.ofServices() && role.group().equals(Services.role(group)));
    }

    private String otherGroup(Account account, Work work) {
        var roles = work.groups().stream().map(Services::role).distinct().toList();
        if (roles.stream().anyMatch(role -> ofServices(role) && has(account.id(), role)) && services.lostAll(account.id(), work.organisation())) {
            return account.name() + " belongs to no service any more; an administrator puts them into one, or into the whole council.";
        }
        var service = work.groups().stream().flatMap(group -> Services.service(group).stream()).findFirst();
        if (service.isPresent() && services.ended(work.organisation(), service.get()) && roles.stream().anyMatch(account.groups()::contains)) {
            return ended(work).orElseThrow();
        }
        if (service.isPresent() && roles.stream().anyMatch(account.groups()::contains)) {
            return account.name() + " does not work for " + services.name(work.organisation(), service.get()) + ", to which this was given.";
        }
        boolean independent = roles.stream().anyMatch(INDEPENDENT::contains);
        return account.name() + " is not one of the " + roles.stream().map(Authority::title).collect(Collectors.joining(" or "))
                + (independent ? ", who are neither members nor officers of the council (CHD-22)." : ".");
    }

    /** Work of the Independent Person or the panel is for people who are neither members nor officers of the council, whatever other role an administrator gave them. */
    private Optional<String> officer(Account account, Work work) {
        if (work.groups().isEmpty() || !work.groups().stream().allMatch(INDEPENDENT::contains)) {
            return Optional.empty();
        }
        return OFFICERS.stream().filter(role -> account.groups().contains(role.group()) || has(account.id(), role.group())).findFirst()
                .map(role -> account.name() + " is also one of the " + role.title() + "; " + NO_OFFICER);
    }

    private boolean has(String person, String role) {
        return identity.createUserQuery().userId(person).memberOfGroup(role).count() > 0;
    }

    private static String title(String group) {
        return Stream.of(Role.values()).filter(role -> role.group().equals(group)).map(Role::title).findFirst().orElse(group);
    }

    /** What is asked here is asked by the product, whoever it works for. */
    private <T> T unchecked(Supplier<T> question) {
        return Inside.any() ? Inside.now().unchecked(question) : engine.unchecked(question);
    }
}
