package org.redress.casefile;

/** Whether a case is shut to whoever the product works for: then it is not found, like one that does not exist. */
public interface CaseDoor {
    /** Whether whoever is signed in and belongs to the council must not know of the case. */
    boolean shut(String council, String reference);
}
