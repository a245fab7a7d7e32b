package org.copse.server.walk;

import java.util.UUID;

/**
 * A walk as it is read: its track without its ends, unless the walk says otherwise.
 *
 * @param knownMetres how long the whole track is, gaps not counted; of the phone that has most of it
 * @param trimmed whether the track lacks its ends
 */
public record WalkView(UUID id, Walk walk, long knownMetres, boolean trimmed, Track track) {}
