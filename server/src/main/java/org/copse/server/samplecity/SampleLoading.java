package org.copse.server.samplecity;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How far the sample city is.
 *
 * @param layer the layer that is being loaded; null before, after and between
 * @param done layers loaded so far
 * @param of all layers; 0 while that is not known
 */
record SampleLoading(State state, @Nullable String layer, int done, int of) {
    /** Where it stands. */
    enum State {
        /** Whether there is something to load is being looked at. */
        @JsonProperty("starting")
        STARTING,
        /** This server loads it. */
        @JsonProperty("loading")
        LOADING,
        /** Another server on the same database loads it. */
        @JsonProperty("loading-elsewhere")
        LOADING_ELSEWHERE,
        /** There is nothing to wait for. */
        @JsonProperty("done")
        DONE,
        /** It could not be loaded; the log says why. */
        @JsonProperty("failed")
        FAILED
    }

    static SampleLoading of(State state) {
        return new SampleLoading(state, null, 0, 0);
    }

    /** Returns whether requests have to wait. */
    boolean goesOn() {
        return state != State.DONE && state != State.FAILED;
    }

    /** Returns it in words, for a client. */
    String words() {
        return switch (state) {
            case STARTING -> "The server is starting.";
            case LOADING ->
                "The sample city is being loaded: " + (of == 0 ? "it begins." : done + " of " + of + " layers are in.");
            case LOADING_ELSEWHERE -> "Another server is loading the sample city into the same database.";
            case DONE -> "There is nothing to load.";
            case FAILED -> "The sample city could not be loaded.";
        };
    }
}
