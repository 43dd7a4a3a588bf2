package org.redress.identity;

/** Somebody who looks after work that nobody can do: told wherever some may have come about. */
public interface WorkWatch {
    /** Work of this council may wait for nobody. */
    void lookAt(String council);

    /** Work of this council that waited for nobody may have somebody again. */
    void lookAgainAt(String council);
}
