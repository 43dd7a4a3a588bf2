package org.redress.letters;

/**
 * Something that is wrong with a template.
 *
 * @param rule which rule is not kept
 * @param line where, counted from 1; 0 where it is about the whole file
 * @param why what stands there and what to do
 */
public record Fault(Rule rule, String file, int line, String why) {
    /** What templates keep. */
    public enum Rule {
        /** Named after a letter that the product sends, and a procedure and stage that there is, so that it is used. */
        KIND,
        /** Can be read, and every part that it takes in is there. */
        READABLE,
        /** Names only what can be filled in. */
        NAMES,
        /** Has every part that the law wants. */
        PARTS,
        /** Headings, paragraphs, lists and tables, one title, and the person's words once. */
        WRITING,
        /** Nothing from elsewhere. */
        REMOTE
    }
}
