package org.redress.models;

import java.util.List;
import java.util.stream.Collectors;
import org.redress.identity.StartRefused;

/** Models, tables or forms hold something that the product does not run; nothing was deployed, and the versions before it stay. */
public final class ModelsRefused extends StartRefused {
    private static final int MOST_SHOWN = 500;

    private final transient List<Finding> findings;

    ModelsRefused(List<Finding> findings) {
        super("Nothing was deployed, and the versions before stay, because of:\n"
                + findings.stream().limit(MOST_SHOWN).map(finding -> "  " + finding).collect(Collectors.joining("\n"))
                + (findings.size() > MOST_SHOWN ? "\n  and " + (findings.size() - MOST_SHOWN) + " more." : "")
                + "\nCorrect these files, or start with the folder and the product as they were; cases go on with the versions they have.");
        this.findings = List.copyOf(findings);
    }

    List<Finding> findings() {
        return findings;
    }
}
