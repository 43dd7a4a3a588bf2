package org.redress.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts with which somebody tries to become more than text, each with the mark by which it is found wherever it comes out. */
final class Payloads {
    static final String MARK = "qzxmark";

    /** Where a request would go if any of them made one. */
    static final String ELSEWHERE = "pwned.example";

    private static final String RUN = "window.pwned=1;alert(1)";

    /** One line each. */
    static final List<String> LINES = marked(
            "${1+1}",
            "#{1+1}",
            "{{7*7}}",
            "{{constructor.constructor('" + RUN + "')()}}",
            "= 1+1",
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(1+1)",
            "=HYPERLINK(\"//pwned.example\")",
            "<script>" + RUN + "</script>",
            "\"><script>" + RUN + "</script>",
            "<img src=x onerror=" + RUN + ">",
            "<img src=//pwned.example/i.png>",
            "<svg onload=" + RUN + ">",
            "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
            "<iframe src=\"javascript:alert(1)\"></iframe>",
            "<iframe srcdoc=\"<script>parent.pwned=1</script>\"></iframe>",
            "<style>@import '//pwned.example/s.css';</style>",
            "<b ng-click=\"" + RUN + "\" style=\"background:url(//pwned.example/b)\">b</b>",
            "<details open ontoggle=" + RUN + ">",
            "[a](javascript:alert(1))",
            "![a](https://pwned.example/m.png)",
            "[a](https://pwned.example/l)",
            "javascript:alert(1)",
            "'; drop table complaint; --",
            "&lt;script&gt;%3Cscript%3E%0d%0aX: y",
            "a\tb \u202Egnp.exe\u202C c\u200B\u200D\uFEFFd");

    /** Lines that would be headers of an answer, or entries of a log. */
    private static final List<String> BROKEN = List.of(
            "a\r\nSet-Cookie: pwned=1\r\n\r\n<script>alert(1)</script> " + MARK + "97",
            "a\r\n2026-06-01T09:30:00 ERROR org.redress: all is lost " + MARK + "98");

    /** What is no text at all. */
    static final List<String> NO_TEXT = List.of("a\u0000b", "a\u0007b", "a\u001B[31mb", "a\uD83Db", "\uDE00a", "a\u007Fb", "a\u009B31mb");

    private int next;

    private static List<String> marked(String... texts) {
        var marked = new ArrayList<String>();
        Stream.of(texts).forEach(text -> marked.add(text + " " + MARK + "%02d".formatted(marked.size() + 1)));
        return List.copyOf(marked);
    }

    /** How long the shortest of them is. */
    static int shortest() {
        return LINES.stream().mapToInt(String::length).min().orElseThrow();
    }

    /** As many of them as a field takes, another first each time. */
    String asLongAs(int maxLength) {
        var all = Stream.concat(turned(), BROKEN.stream()).collect(Collectors.joining("\n"));
        if (all.length() <= maxLength) {
            return all;
        }
        var taken = new StringBuilder();
        turned().takeWhile(line -> taken.length() + line.length() < maxLength).forEach(line -> taken.append(taken.isEmpty() ? "" : "\n").append(line));
        return taken.isEmpty() ? one(maxLength) : taken.toString();
    }

    /** Another one each time, in one line. */
    String one(int maxLength) {
        return turned().filter(line -> line.length() <= maxLength).findFirst().orElseThrow();
    }

    /** All of them in one line. */
    static String inOneLine() {
        return String.join(" · ", LINES);
    }

    /** What of a text can be seen: the gate keeps no orders to turn the direction, and no blanks without width. */
    static String seen(String text) {
        return text.replaceAll("[\\u202E\\u202C\\u200B\\uFEFF]", "");
    }

    private Stream<String> turned() {
        int first = next++ % LINES.size();
        return Stream.concat(LINES.stream().skip(first), LINES.stream().limit(first));
    }
}
