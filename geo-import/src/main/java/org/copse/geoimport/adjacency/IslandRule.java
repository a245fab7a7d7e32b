package org.copse.geoimport.adjacency;

/** How units that nothing joins on foot are linked to the rest. */
public enum IslandRule {
    /** Islands are reported and stay apart; a crossing that reaches them still links them. */
    REPORT,
    /** An island that no crossing reaches is linked to the nearest unit within the island reach. */
    NEAREST
}
