package org.redress.identity;

/** The product does not start like this; the message says why and what to do, in one sentence where that is enough. */
public class StartRefused extends RuntimeException {
    public StartRefused(String sentence) {
        super(sentence);
    }
}
