package org.redress.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Pages;
import org.redress.audit.AccessLog;
import org.redress.casefile.Dates;
import org.redress.identity.Authority;
import org.redress.identity.Reader;
import org.redress.identity.Role;
import org.redress.identity.Sight;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who was given what, from the record of changes: for supervisors the tasks, roles and accounts of their own council and who was refused a file of it, for administrators all
 * accounts and filters and no case.
 */
@Controller
@ConditionalOnWebApplication
class AccessPage {
    static final String PATH = "/redress/access";
    /** How many lines a page shows, the newest first. */
    static final int MOST_SHOWN = 200;

    private final Reader reader;
    private final AccessLog log;
    private final Sight sight;
    private final Authority authority;

    AccessPage(Reader reader, AccessLog log, Sight sight, Authority authority) {
        this.reader = reader;
        this.log = log;
        this.sight = sight;
        this.authority = authority;
    }

    /**
     * The newest lines.
     *
     * @param before the place in the chain before which to begin, from the link of the page before
     */
    @GetMapping(PATH)
    ResponseEntity<String> show(HttpServletRequest request, @RequestParam(required = false) @Nullable String before) {
        boolean supervises = reader.has(Role.SUPERVISORS) && reader.councils().size() == 1;
        if (!supervises && !reader.administers()) {
            return Pages.answer(403, Pages.page(request, "Not for you",
                    "<h1>Access</h1>\n<p class=\"refusal\">Supervisors see this list, of their own council, and administrators that of accounts and filters.</p>"));
        }
        if (before != null && !before.matches("[0-9]{1,18}")) {
            return Pages.answer(400, Pages.page(request, "Access", "<h1>Access</h1>\n<p class=\"refusal\">Go on with the link Older of the page before.</p>"));
        }
        long from = before == null ? Long.MAX_VALUE : Long.parseLong(before);
        var lines = supervises ? log.of(reader.councils().get(0), from, MOST_SHOWN) : log.ofAccounts(from, MOST_SHOWN);
        var shut = supervises ? sight.barred(reader.user().orElseThrow(), reader.councils().get(0)) : List.<String>of();
        var shown = lines.stream().filter(line -> line.reference() == null || !shut.contains(line.reference())).toList();
        var back = supervises ? "<a href=\"/camunda/app/tasklist/default/\">Tasklist</a> · <a href=\"/camunda/app/cockpit/default/\">Cockpit</a>" : "<a href=\"/camunda/app/admin/default/\">Admin</a>";
        return Pages.answer(200, Pages.page(request, "Access", "<p>" + back + "</p>\n<h1>Access</h1>\n<p>Who was given what, newest first"
                + (supervises ? ", at your council, and who asked for a file that is not theirs." : ": accounts, roles, councils, passwords, second factors, tokens, and who sees which filter.") + "</p>\n"
                + (shown.isEmpty() ? "<p>Nothing.</p>\n" : table(shown, supervises, names(shown, supervises)))
                + (lines.size() < MOST_SHOWN ? "" : "<p><a href=\"" + PATH + "?before=" + lines.get(lines.size() - 1).sequence() + "\">Older</a></p>\n")));
    }

    private static String table(List<AccessLog.Line> lines, boolean withCases, UnaryOperator<String> named) {
        return withCases ? Pages.table("Who was given what", List.of("When", "By", "What", "Whom", Pages.CASE, "Task"), lines.stream().map(line -> List.of(when(line), named.apply(line.who()), what(line), named.apply(or(line.concerns())),
                        or(line.reference()), line.kind().equals("refused") ? "" : or(line.task()))).toList())
                : Pages.table("Who was given what", List.of("When", "By", "What", "Whom", "Council"), lines.stream().map(line -> List.of(when(line), named.apply(line.who()), what(line), named.apply(or(line.concerns())), or(line.council()))).toList());
    }

    /** By name; an administrator, whose list is about accounts, also by what the account is called. */
    private UnaryOperator<String> names(List<AccessLog.Line> lines, boolean supervises) {
        var names = new Names(authority);
        names.prepare(lines.stream().flatMap(line -> Stream.of(line.who(), or(line.concerns()))).filter(id -> !id.isEmpty()).toList());
        return id -> {
            var name = id.isEmpty() ? id : names.of(id);
            return supervises || name.equals(id) ? name : name + " (" + id + ")";
        };
    }

    private static String when(AccessLog.Line line) {
        return Dates.dayInFull(line.at().toLocalDate()) + ", " + line.at().toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }

    private static String what(AccessLog.Line line) {
        var what = or(line.what());
        return switch (line.kind()) {
            case "task-given" -> line.who().equals(line.concerns()) ? "took a task" : "gave a task";
            case "task-given-back" -> line.who().equals(line.concerns()) ? "gave a task back" : "took a task away";
            case "account-made" -> "made an account";
            case "account-changed" -> "changed an account";
            case "account-deleted" -> "deleted an account";
            case "password-set" -> line.who().equals(line.concerns()) ? "changed the own password" : "set a password";
            case "role-given" -> "gave the role " + what;
            case "role-taken" -> "took away the role " + what;
            case "council-joined" -> joined(what);
            case "council-left" -> "took out of the council " + what;
            case "second-factor-set-up" -> "set up a second factor";
            case "second-factor-reset" -> "reset a second factor";
            case "token-made" -> "made a token for a program";
            case "feed-made" -> "made an address for deadlines in a calendar";
            case "feed-revoked" -> "revoked an address for deadlines in a calendar";
            case "token-revoked" -> "revoked a token of a program";
            case "filter-saved" -> "saved the filter " + what;
            case "filter-deleted" -> "deleted the filter " + what;
            case "filter-shared" -> "showed the filter " + what;
            case "filter-unshared" -> "stopped showing the filter " + what;
            case "refused" -> "asked for a file that is not theirs";
            default -> (line.kind().replace('-', ' ') + " " + what).strip();
        };
    }

    private static String joined(String what) {
        var words = what.split(" ", 2);
        return "let into the council " + words[0] + (words.length > 1 ? ", with the roles " + words[1].replace(" ", ", ") : "");
    }

    private static String or(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
