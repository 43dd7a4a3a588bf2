package org.redress.models;

import java.util.List;
import org.redress.letters.Fault;

/** What templates of letters keep: known names, all parts that the law wants, and nothing that is not text. */
final class LetterRules {
    static final List<Rule> ALL = List.of(
            rule("letter-kind", Fault.Rule.KIND, "A file in `letters` is called after a letter that the product sends, with a procedure and a stage that there is where it is for one only; in `parts` after a legal part, in `proposals` after a letter whose text a form proposes"),
            rule("letter-readable", Fault.Rule.READABLE, "A template can be read, names stand in two braces, and every part that it takes in is there"),
            rule("letter-names", Fault.Rule.NAMES, "A template names only what can be filled in"),
            rule("letter-parts", Fault.Rule.PARTS, "A letter has every part that the law wants in it, and a part says what it is there for"),
            rule("letter-writing", Fault.Rule.WRITING, "A letter is made of one title, headings, paragraphs, lists and tables, and has what the person wrote once"),
            rule("letter-remote", Fault.Rule.REMOTE, "Nothing of a letter comes from elsewhere: no pictures and no links; an address on the web stands there as text"));

    private LetterRules() {}

    private static Rule rule(String id, Fault.Rule kept, String sentence) {
        return new Rule(id, Rule.About.LETTERS, sentence, models -> models.inLetters().filter(fault -> fault.rule() == kept)
                .map(fault -> new Finding(id, fault.file(), -1, fault.line(), "the letter", fault.why())));
    }
}
