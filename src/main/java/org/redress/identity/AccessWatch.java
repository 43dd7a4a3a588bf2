package org.redress.identity;

/** Something that keeps who was given what. */
public interface AccessWatch {
    /** Told in the transaction of the change, and kept with it or not at all. */
    void changed(AccessChange change);
}
