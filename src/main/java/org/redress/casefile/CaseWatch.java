package org.redress.casefile;

import java.util.Map;
import java.util.Set;

/** Something that follows what case files say: told at the end of each transaction that changed one, before it is committed, and kept with it or not at all. */
public interface CaseWatch {
    /**
     * Rows of these cases were added, changed or removed.
     *
     * @param tables the names of the tables by the reference of the case
     */
    void changed(Map<String, Set<String>> tables);
}
