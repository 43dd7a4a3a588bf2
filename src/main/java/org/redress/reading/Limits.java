package org.redress.reading;

/**
 * What a file may ask of us before its reading ends with a sentence.
 *
 * @param bytes how long it may be
 * @param pages how many pages of a PDF
 * @param characters how much text in all its parts
 * @param parts how many parts an e-mail may have, those of e-mails within it included
 * @param nesting how deep e-mails may lie in one another
 * @param times how many times larger a part of an archive may become
 * @param seconds how long the reading of it may take
 * @param megabytes how much memory the reading of it may use
 */
public record Limits(long bytes, int pages, int characters, int parts, int nesting, int times, int seconds, int megabytes) {
    /** What the product begins with; docs/reading.md has the same. */
    public static final Limits USUAL = new Limits(20_000_000, 300, 400_000, 50, 3, 100, 20, 256);

    public Limits {
        if (bytes < 1 || pages < 1 || characters < 1 || parts < 1 || nesting < 0 || times < 1 || seconds < 1 || megabytes < 32) {
            throw new IllegalArgumentException("redress.reading: each limit is at least 1, nesting at least 0, memory at least 32 megabytes.");
        }
    }
}
