package org.redress.engine;

import java.util.Map;

/** Looks at all files of a new deployment before the engine reads any of them, whoever deploys; what it throws keeps all of them out. */
public interface ModelLook {
    void look(Map<String, byte[]> files, Inside inside);
}
