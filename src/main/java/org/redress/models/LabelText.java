package org.redress.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The place that a name takes on the drawing: lines of Arial at most 90 wide, around the middle of its label. */
final class LabelText {

    private static final double SIZE = 11;
    private static final double LINE_HEIGHT = 13;
    private static final double WIDEST = 90;
    private static final double GAP = 2;
    private static final int USUAL = 556;

    /** Widths in thousandths of the size; all other characters have the usual one. */
    private static final Map<Integer, Integer> WIDTHS = Map.of(
            222, "ijl’'", 278, " !,./:;I[]ft", 333, "()-r", 500, "ckvxyzsJ", 611, "FTZ", 667, "ABEKPSVXY&",
            722, "CDHNRUw", 778, "GOQ", 833, "Mm", 944, "W").entrySet().stream()
            .flatMap(same -> same.getValue().chars().mapToObj(letter -> Map.entry(letter, same.getKey())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private LabelText() {
    }

    /** Where the text stands, whatever size the file gives to its label. */
    static Box place(String text, Box label) {
        var lines = lines(text, WIDEST);
        double middle = label.centre().x();
        double half = lines.stream().mapToDouble(LabelText::width).max().orElse(0) / 2 + GAP;
        return new Box(middle - half, label.top(), middle + half, label.top() + lines.size() * LINE_HEIGHT);
    }

    /** The text in lines that are no wider than this, in the size of names beside a shape; a word that is wider has a line of its own. */
    static List<String> lines(String text, double widest) {
        var lines = new ArrayList<String>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            boolean fits = line.isEmpty() || width(line + " " + word) <= widest;
            if (!fits) {
                lines.add(line);
            }
            line = fits ? (line + " " + word).strip() : word;
        }
        lines.add(line);
        return lines;
    }

    private static double width(String text) {
        return text.chars().map(letter -> WIDTHS.getOrDefault(letter, USUAL)).sum() * SIZE / 1000;
    }
}
