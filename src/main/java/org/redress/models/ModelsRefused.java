package org.redress.models;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.ExitCodeGenerator;

/** Models, tables or forms hold something that the product does not run; nothing was deployed, and the versions before it stay. */
public final class ModelsRefused extends RuntimeException implements ExitCodeGenerator {
    private static final int MOST_SHOWN = 500;
    /** EX_CONFIG, as for every other start that somebody has to do something about. */
    private static final int REFUSED = 78;

    private final transient List<Finding> findings;

    ModelsRefused(List<Finding> findings) {
        super("Nothing was deployed, and the versions before stay, because of:\n"
                + findings.stream().limit(MOST_SHOWN).map(finding -> "  " + finding).collect(Collectors.joining("\n"))
                + (findings.size() > MOST_SHOWN ? "\n  and " + (findings.size() - MOST_SHOWN) + " more." : ""));
        this.findings = List.copyOf(findings);
    }

    /** A start that is refused; the reason that the program gives is longer than one sentence. */
    @Override
    public int getExitCode() {
        return REFUSED;
    }

    List<Finding> findings() {
        return findings;
    }
}
