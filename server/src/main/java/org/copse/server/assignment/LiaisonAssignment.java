package org.copse.server.assignment;

import java.util.UUID;

/**
 * An officer's time as liaison to a community or for a need.
 *
 * @param topic a language's code or a community's own name; empty where the need says it all
 */
public record LiaisonAssignment(UUID id, UUID officer, Need need, String topic, Days days) {
    static final int LONGEST_TOPIC = 120;

    public LiaisonAssignment {
        topic = topic.strip();
        if (topic.length() > LONGEST_TOPIC) {
            throw new IllegalArgumentException(
                    "a topic has at most " + LONGEST_TOPIC + " characters, not " + topic.length());
        }
        if (topic.isEmpty() && need.needsTopic()) {
            throw new IllegalArgumentException("which " + need.key() + " must be said");
        }
    }
}
