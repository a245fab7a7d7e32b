package org.copse.server.redraw;

/**
 * A sector of a working plan.
 *
 * @param key tells it from every other sector of the plan; more than 0
 * @param number that people see, from 1
 * @param locked whether no unit leaves or enters any of its beats
 */
record DrawnSector(int key, int number, String name, boolean locked) {
    DrawnSector {
        DrawnBeat.requireParticulars("sector", key, number, name);
    }

    DrawnSector withNumber(int other) {
        return new DrawnSector(key, other, name, locked);
    }

    DrawnSector withName(String other) {
        return new DrawnSector(key, number, other, locked);
    }

    DrawnSector withLock(boolean other) {
        return new DrawnSector(key, number, name, other);
    }
}
