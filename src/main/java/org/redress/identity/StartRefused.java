package org.redress.identity;

/** The product does not start like this; the message is the one sentence that says why and what to do. */
public class StartRefused extends RuntimeException {
    public StartRefused(String sentence) {
        super(sentence);
    }
}
