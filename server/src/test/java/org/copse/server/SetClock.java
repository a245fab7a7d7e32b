package org.copse.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test sets it. */
public final class SetClock extends Clock {
    private volatile Instant now;

    /** Standing at that instant. */
    public SetClock(String now) {
        this.now = Instant.parse(now);
    }

    /** Goes on by that long. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Goes to that instant. */
    public void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
