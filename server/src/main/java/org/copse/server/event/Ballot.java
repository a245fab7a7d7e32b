package org.copse.server.event;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.copse.server.account.Secrets;

/**
 * The order in which somebody puts the choices of a poll.
 *
 * @param token of the form, random: the same twice counts once
 * @param ranking numbers of choices from 1, the most important first, none twice; those left out share the places that are left
 */
public record Ballot(String token, List<Integer> ranking) {
    private static final int TOKEN_BYTES = 16;

    public Ballot {
        ranking = List.copyOf(ranking);
        if (ranking.isEmpty() || new HashSet<>(ranking).size() < ranking.size()) {
            throw new IllegalArgumentException("a ballot ranks at least one choice and none twice, not " + ranking);
        }
        if (findToken(token).isEmpty()) {
            throw new IllegalArgumentException("a ballot has the token of a form");
        }
    }

    /** Returns a token for a form. */
    public static String freshToken() {
        return Secrets.text(TOKEN_BYTES);
    }

    /** Returns the token that a form sent; empty where it can be none of ours. */
    public static Optional<String> findToken(String sent) {
        return sent.matches("[A-Za-z0-9_-]{22}") ? Optional.of(sent) : Optional.empty();
    }

    String hash() {
        return Secrets.hash(token);
    }

    @Override
    public String toString() {
        return "Ballot[secret]";
    }
}
