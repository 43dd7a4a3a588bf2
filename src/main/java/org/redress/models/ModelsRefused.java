package org.redress.models;

import java.util.List;
import java.util.stream.Collectors;

/** Models, tables or forms hold something that the product does not run; nothing was deployed, and the versions before it stay. */
public final class ModelsRefused extends RuntimeException {
    private final transient List<Finding> findings;

    ModelsRefused(List<Finding> findings) {
        super("Nothing was deployed, and the versions before stay, because of:\n"
                + findings.stream().map(finding -> "  " + finding).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    List<Finding> findings() {
        return findings;
    }
}
