package org.redress.gate;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.engine.Inside;
import org.redress.engine.KeptAccount;

/**
 * An account that somebody saves: their own or, for administrators, that of others. The engine writes whatever it was read as over the row
 * of the id that it has now, password and all, so whose it is is asked here.
 */
final class SavedAccount {
    private static final int LONGEST_NAME = 100;
    private static final Set<UnicodeScript> OF_NO_SCRIPT = Set.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);

    private SavedAccount() {}

    /** Refuses to save an account over another, and under a name that somebody else has or that hides what it says. */
    static void check(Inside inside, User account) {
        if (AccountRules.byHand(inside)) {
            boolean made = KeptAccount.isNew(account);
            // who has no right to it learns nothing of what is there
            inside.refuseWithout(made ? Permissions.CREATE : Permissions.UPDATE, Resources.USER, made ? null : account.getId());
            var known = inside.unchecked(() -> inside.account(account.getId()));
            if (made && known != null) {
                throw new BadUserRequestException("There is an account " + account.getId() + " already.");
            }
            if (!made && (known == null || !KeptAccount.same(account, known))) {
                throw new AuthorizationException("This is not the account of " + account.getId() + ", and a user id stays as it is: make a new account for another id.");
            }
            checkNames(inside, account, known);
        }
    }

    private static void checkNames(Inside inside, User account, @Nullable User known) {
        // what stays is not asked about: it may be from before a rule, and its owner has to be able to change their password
        Stream.<Function<User, @Nullable String>>of(User::getFirstName, User::getLastName, User::getEmail)
                .filter(part -> known == null || !text(part.apply(known)).equals(text(part.apply(account)))).map(part -> text(part.apply(account))).forEach(SavedAccount::checkText);
        if (known != null && name(known).equals(name(account)) || name(account).isEmpty()) {
            return;
        }
        if (plain(CaseFiles.PRODUCT).equals(name(account))) {
            throw new BadUserRequestException("What the product does by itself stands under this name in the files; a person has another.");
        }
        others(inside, account).stream().filter(other -> name(other).equals(name(account)) || plain(other.getId()).equals(name(account))).findFirst().ifPresent(other -> {
            throw new BadUserRequestException("Somebody else is known by this name. Add what tells the two apart, such as the service.");
        });
    }

    private static void checkText(String text) {
        if (text.length() > LONGEST_NAME) {
            throw new BadUserRequestException("A name or address of a person has at most " + LONGEST_NAME + " characters.");
        }
        var scripts = text.codePoints().mapToObj(UnicodeScript::of).filter(script -> !OF_NO_SCRIPT.contains(script)).collect(Collectors.toSet());
        if (!text.equals(PlainText.line(text)) || PlainText.noText(text).isPresent() || scripts.size() > 1) {
            throw new BadUserRequestException("A name is one line of letters of one script, without characters that nobody sees.");
        }
    }

    /** An administrator sees everybody; whoever changes their own name is told of colleagues only. */
    private static List<User> others(Inside inside, User account) {
        boolean administers = Objects.requireNonNull(inside.person()).groups().contains(Groups.CAMUNDA_ADMIN);
        return inside.unchecked(() -> {
            var seen = administers ? inside.users().list().stream() : AccountRules.councils(inside, account.getId()).stream()
                    .flatMap(council -> inside.users().memberOfTenant(council).list().stream());
            return seen.filter(other -> !other.getId().equals(account.getId())).toList();
        });
    }

    private static String name(User user) {
        return plain(text(user.getFirstName()) + " " + text(user.getLastName()));
    }

    /** As people read it: the same letters in whatever width and case, without what shows nothing. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().filter(c -> !PlainText.blank(Character.toString(c)) || c == ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().replaceAll(" +", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
