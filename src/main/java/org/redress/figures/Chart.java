package org.redress.figures;

import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** Bars for the numbers of a table, drawn without a script; the table beside them says the same (WCAG 1.1.1). */
final class Chart {
    private static final int LINE = 28;
    private static final int LABELS = 200;
    private static final int BARS = 240;
    private static final int WIDTH = LABELS + BARS + 60;
    private static final int LONGEST_LABEL = 27;

    private Chart() {}

    static String of(String title, Map<String, Long> counts) {
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        if (counts.size() < 2 || most == 0) {
            return "";
        }
        var svg = new StringBuilder("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 %d %d\"><title>%s, as bars; the table has the numbers</title>\n"
                .formatted(WIDTH, counts.size() * LINE, HtmlUtils.htmlEscape(title)));
        int line = 0;
        for (var count : counts.entrySet()) {
            int top = line++ * LINE;
            long width = Math.max(1, BARS * count.getValue() / most);
            svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/><text x=\"%d\" y=\"%d\">%d</text>\n".formatted(LABELS - 8, top + 18,
                    HtmlUtils.htmlEscape(shortened(Figure.words(count.getKey()))), LABELS, top + 4, width, LINE - 8, LABELS + width + 6, top + 18, count.getValue()));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_LABEL ? words : words.substring(0, LONGEST_LABEL - 1).strip() + "…";
    }
}
