package org.redress.start;

import org.redress.identity.StartRefused;

/** The product does not start now; the same start may do when what the sentence names has changed by itself. */
public class StartLater extends StartRefused {
    public StartLater(String sentence) {
        super(sentence);
    }
}
