package org.redress.casefile;

import java.util.Optional;

/** What the references of a council's cases begin with; whoever keeps the councils knows, and the case file does not know them. */
public interface CouncilPrefixes {
    /** The prefix of a council; none of an Ombudsman, or of nobody's. */
    Optional<String> of(String council);
}
