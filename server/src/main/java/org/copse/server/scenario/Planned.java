package org.copse.server.scenario;

import java.util.OptionalInt;
import java.util.UUID;

/** Which scenarios were planned: what is proposed for them is known above, and a scenario says whether there is something to read. */
public interface Planned {

    /** Returns whether a scenario has a proposal. */
    boolean hasProposal(UUID scenario);

    /** Returns the latest revision of a scenario's working plan; empty where it was not begun. */
    OptionalInt findRevision(UUID scenario);
}
