package org.redress.engine;

import java.util.Set;
import org.springframework.core.io.Resource;

/** The models, tables and forms that a start deploys; the description of each is the name under which it is deployed. */
public interface ModelsToDeploy {
    /** What the deployment is called. */
    String name();

    /** None if this start goes on with what is deployed. */
    Set<Resource> toDeploy();
}
