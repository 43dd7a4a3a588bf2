package org.redress.attacks;

import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Attack.page;
import static org.redress.attacks.Person.ADMINISTRATOR;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.OWNER;
import static org.redress.attacks.Person.STRANGER;

import java.util.List;
import java.util.stream.Stream;

/** Finding cases without an account, without a part, from elsewhere, and with questions that are none. What nobody may find is in {@code CaseSearchTests}: looking is noted, and so it changes something. */
final class FindAttacks {
    private static final String SEARCH = "/redress/api/cases/search";
    private static final String PAGE = "/redress/cases";

    static final List<Attack> ALL = List.of(
            page("A980", STRANGER, "look for cases", "GET", PAGE, "", 302),
            page("A981", List.of(OWNER, ADMINISTRATOR), "open the page on which cases are found", "GET", PAGE, "", 403),
            page("A982", OFFICER, "look for cases without the page's token", "POST", SEARCH, "{\"words\": \"bins\"}", 403),
            other("A983", OFFICER, "look for more than anybody needs", "browser", scene -> Stream.of(
                    scene.change(OFFICER, "POST", SEARCH, "{\"words\": \"" + "a".repeat(5000) + "\"}")), 413),
            other("A984", OFFICER, "look for what is no question", "browser", scene -> Stream.of("", "null", "[]", "{\"state\": \"lost\"}", "{\"stage\": \"x\"}", "{\"dueFrom\": \"yesterday\"}",
                    "{\"after\": \"2026-13-45 x\"}", "{\"words\": \"" + "a".repeat(300) + "\"}").map(body -> scene.change(OFFICER, "POST", SEARCH, body)), 400));

    private FindAttacks() {}
}
