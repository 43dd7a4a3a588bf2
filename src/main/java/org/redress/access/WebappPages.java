package org.redress.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.redress.identity.Accounts;
import org.redress.identity.Role;
import org.redress.identity.Services;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.HtmlUtils;

/**
 * The four pages of the webapps, as they leave: the sign-in is ours instead of theirs, the demonstration says that it is one, those who
 * keep the product running are told what needs them, people find our own pages in the menus, and the content security policy names
 * the one script that stands in the page. Their own policy allows scripts of every site, and takes the script's mark from a place that
 * all requests share.
 */
class WebappPages extends OncePerRequestFilter {
    private static final Pattern PAGE = Pattern.compile("/camunda/app/[a-z]+/[^/]+/");
    private static final Pattern MARK = Pattern.compile("nonce=\"([\\w-]+)\"");
    private static final String POLICY = "default-src 'self'; script-src 'self' 'nonce-%s'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self' data:; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; "
            + "sandbox allow-forms allow-scripts allow-same-origin allow-popups allow-downloads allow-modals";
    private static final String OURS = "<link rel=\"stylesheet\" href=\"/redress/webapps.css\">\n<link rel=\"stylesheet\" href=\"/redress/case.css\">\n<script src=\"/redress/webapps.js\"></script>\n<script type=\"module\" src=\"/redress/find-header.js\"></script>\n<script type=\"module\" src=\"/redress/names.js\"></script>\n</head>";

    /** Where the menu of a webapp ends; Welcome has none. */
    private static final Pattern MENU_END = Pattern.compile("</ul>\\s*</div>");
    /** {@code _self}, because the webapps would take the address for one of their own. */
    private static final String DEADLINES = "<li class=\"redress-deadlines\"><a href=\"/redress/deadlines\" target=\"_self\">Deadlines</a></li>";
    private static final String ACCESS = "<li class=\"redress-access\"><a href=\"/redress/access\" target=\"_self\">Access</a></li>";
    private static final String COUNCILS = "<li class=\"redress-councils\"><a href=\"/redress/councils\" target=\"_self\">Councils</a></li>"
            + "<li class=\"redress-tokens\"><a href=\"/redress/tokens\" target=\"_self\">Tokens</a></li>"
            + "<li class=\"redress-second-factors\"><a href=\"/redress/second-factors\" target=\"_self\">Second factors</a></li>";

    private static final String START = "<li class=\"redress-start\"><a href=\"/\" target=\"_self\">Start</a></li>";
    /** A link, of which the script in the header makes a box. */
    private static final String FIND = "<li class=\"redress-find\"><a href=\"/redress/cases\" target=\"_self\">Find a case</a></li>";
    private static final Pattern WITH_CASES = Pattern.compile("/camunda/app/(tasklist|cockpit)/[^/]+/");
    private static final String SESSIONS = "<li class=\"redress-sessions\"><a href=\"/redress/sessions\" target=\"_self\">Sign-ins</a></li>";

    /** Who can do something about it, or see to it that somebody does. */
    private static final Set<String> TOLD = Set.of(Role.SUPERVISORS.group(), Groups.CAMUNDA_ADMIN);

    private final boolean demonstration;
    private final Accounts accounts;
    private final Supplier<Optional<String>> warning;

    WebappPages(boolean demonstration, Accounts accounts, Supplier<Optional<String>> warning) {
        this.demonstration = demonstration;
        this.accounts = accounts;
        this.warning = warning;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PAGE.matcher(Asked.path(request)).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        var page = new String(kept.getContentAsByteArray(), StandardCharsets.UTF_8);
        var mark = MARK.matcher(page);
        if (!mark.find()) {
            kept.copyBodyToResponse();
            return;
        }
        var ours = withMenu(page.replace("</head>", OURS), WITH_CASES.matcher(Asked.path(request)).matches());
        var marked = ours.replaceFirst("<body[^>]*>", "$0\n" + Matcher.quoteReplacement((demonstration ? Pages.DEMONSTRATION : "") + told()));
        response.setHeader("Content-Security-Policy", POLICY.formatted(mark.group(1)));
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(marked.getBytes(StandardCharsets.UTF_8));
    }

    private String withMenu(String page, boolean withCases) {
        var finds = withCases && person().filter(account -> account.councils().size() == 1 && Stream.of(Role.values()).anyMatch(role -> role != Role.PROCESS_OWNERS
                && account.groups().stream().map(Services::role).anyMatch(role.group()::equals))).isPresent();
        var supervisor = person().filter(account -> account.groups().contains(Role.SUPERVISORS.group()) && account.councils().size() == 1).isPresent();
        var administrator = person().filter(account -> account.groups().contains(Groups.CAMUNDA_ADMIN)).isPresent();
        return MENU_END.matcher(page).replaceFirst(Matcher.quoteReplacement((finds ? FIND : "") + START + (supervisor ? DEADLINES : "") + (administrator ? COUNCILS : "")
                + (supervisor || administrator ? ACCESS : "") + SESSIONS) + "$0");
    }

    private String told() {
        return warning.get().filter(sentence -> person().filter(account -> account.groups().stream().anyMatch(TOLD::contains)).isPresent())
                .map(sentence -> "<p class=\"redress-warning\" role=\"status\">" + HtmlUtils.htmlEscape(sentence) + "</p>").orElse("");
    }

    private Optional<Accounts.Account> person() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication()).flatMap(person -> accounts.find(person.getName()));
    }
}
