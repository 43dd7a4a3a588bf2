package org.redress.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What speaks for and against a letter's belonging to a case of a council; no names, because the engine keeps it (LGS-09, DAT-02).
 *
 * @param sameReference whether the papers give its number
 * @param samePeople whether everybody who complains is in it, and who acts for them too
 * @param someone whether at least somebody is in it who is named
 * @param inOrder whether it was received before the complaint to the Ombudsman
 * @param held whether it belongs to another complaint to an Ombudsman
 * @param sameWords whether it says almost the same
 * @param on the day of the complaint to the Ombudsman
 */
public record Signs(String reference, LocalDate receivedOn, boolean sameReference, boolean samePeople, boolean someone, boolean inOrder, boolean held, boolean sameWords, LocalDate on) {

    /** What speaks for it, in words. */
    public List<String> speaksFor() {
        var found = new ArrayList<String>();
        add(found, sameReference, "the papers give its number");
        add(found, samePeople, "the same people complain");
        add(found, someone && !samePeople, "somebody of the same name is in it");
        add(found, inOrder, "it was received on " + Dates.text(receivedOn) + ", before the complaint to the Ombudsman");
        add(found, sameWords, "it says almost the same");
        return found;
    }

    /** What speaks against it, in words. */
    public List<String> speaksAgainst() {
        var found = new ArrayList<String>();
        add(found, !sameReference, "the papers do not give its number");
        add(found, !someone, "nobody who is named is in it");
        add(found, someone && !samePeople, "not everybody who complains is in it");
        add(found, !inOrder, "it was received on " + Dates.text(receivedOn) + ", after the complaint to the Ombudsman of " + Dates.text(on));
        add(found, held, "it holds the letters of another complaint to the Ombudsman");
        return found;
    }

    /** Both, as a line of a list. */
    public String line() {
        return reference + ". For it: " + words(speaksFor()) + ". Against it: " + words(speaksAgainst()) + ".";
    }

    /** How many speak for it. */
    int weight() {
        return (sameReference ? 8 : 0) + (samePeople ? 4 : 0) + (someone ? 2 : 0) + (sameWords ? 2 : 0) + (inOrder ? 1 : 0);
    }

    private static String words(List<String> signs) {
        return signs.isEmpty() ? "nothing" : String.join("; ", signs);
    }

    private static void add(List<String> found, boolean holds, String words) {
        if (holds) {
            found.add(words);
        }
    }
}
