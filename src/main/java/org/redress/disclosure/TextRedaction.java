package org.redress.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes what a list names out of a text, paragraph by paragraph; the copy is a text of its own, so nothing of the first can be left in it. */
final class TextRedaction {
    /** What stands where something was; as wide for a long name as for a short one. */
    static final String MARK = "[taken out]";

    private final NameList names;
    private final List<TakenOut.Place> places = new ArrayList<>();
    private int paragraph;

    TextRedaction(NameList names) {
        this.names = names;
    }

    /** The next paragraph without it. */
    String next(String text) {
        paragraph++;
        return without(text, "paragraph " + paragraph);
    }

    /** A text that counts with the last paragraph, such as a cell. */
    String without(String text, String where) {
        var found = names.toTakeOut(text).stream().sorted(Comparator.comparingInt(NameList.Found::from)).toList();
        var copy = new StringBuilder();
        int at = 0;
        int times = 0;
        for (int i = 0; i < found.size(); i++) {
            int from = Math.max(at, found.get(i).from());
            int to = found.get(i).to();
            while (i + 1 < found.size() && found.get(i + 1).from() < to) {
                to = Math.max(to, found.get(++i).to());
            }
            if (to > from) {
                copy.append(text, at, from).append(MARK);
                at = to;
                times++;
            }
        }
        if (times > 0) {
            places.add(new TakenOut.Place(Math.max(1, paragraph), where + (times > 1 ? ", " + times + " times" : "")));
        }
        return copy.append(text.substring(at)).toString();
    }

    List<TakenOut.Place> places() {
        return places;
    }
}
