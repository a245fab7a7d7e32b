package org.copse.server.scenario;

import java.util.UUID;

/** Which scenarios were planned: what is proposed for them is known above, and a scenario says whether there is something to read. */
public interface Planned {

    /** Returns whether a scenario has a proposal. */
    boolean hasProposal(UUID scenario);
}
