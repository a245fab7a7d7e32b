package org.copse.planning.problem;

import java.util.Arrays;
import java.util.List;

/**
 * How many officers there are and how they form sectors. One officer has one beat, so officers and beats are the same number. The whole
 * number of officers of each sector is fixed before the search; a sector's target follows it.
 */
public sealed interface Staffing {

    /** Returns the number of officers, which is the number of beats. */
    int officers();

    /** Returns the officers of each sector, largest teams first unless given one by one. */
    List<Integer> teams();

    /** Returns a staffing of {@code sectors} teams that differ by one officer at most. */
    static Staffing sectors(int officers, int sectors) {
        return new EvenSectors(officers, sectors);
    }

    /** Returns a staffing whose teams have {@code min} to {@code max} officers, both included, and are as even as possible. */
    static Staffing teamSize(int officers, int min, int max) {
        return new TeamSize(officers, min, max);
    }

    /** Returns a staffing with the officers of each sector given one by one. */
    static Staffing perSector(int... officers) {
        return new PerSector(Arrays.stream(officers).boxed().toList());
    }

    /**
     * A fixed number of sectors.
     *
     * @param officers officers in all, 1 or more
     * @param count sectors, 1 to {@code officers}
     */
    record EvenSectors(int officers, int count) implements Staffing {
        /** Checks that each sector gets an officer. */
        public EvenSectors {
            requireOfficers(officers);
            if (count < 1 || count > officers) {
                throw new IllegalArgumentException(officers + " officers cannot form " + count + " sectors");
            }
        }

        @Override
        public List<Integer> teams() {
            return even(officers, count);
        }
    }

    /**
     * A range of team sizes.
     *
     * @param officers officers in all, 1 or more
     * @param min smallest team, 1 or more
     * @param max largest team, {@code min} or more
     */
    record TeamSize(int officers, int min, int max) implements Staffing {
        /** Checks that some number of sectors fits the range. */
        public TeamSize {
            requireOfficers(officers);
            if (min < 1 || max < min) {
                throw new IllegalArgumentException("a team size of " + min + " to " + max + " is no range");
            }
            if (fewest(officers, max) > officers / min) {
                throw new IllegalArgumentException(
                        officers + " officers cannot be divided into teams of " + min + " to " + max);
            }
        }

        @Override
        public List<Integer> teams() {
            double wanted = 2.0 * officers / (min + max);
            int count = (int) Math.round(wanted);
            return even(officers, Math.max(fewest(officers, max), Math.min(officers / min, count)));
        }

        private static int fewest(int officers, int max) {
            return (officers + max - 1) / max;
        }
    }

    /**
     * Officers of each sector, one by one.
     *
     * @param teams officers per sector, each 1 or more
     */
    record PerSector(List<Integer> teams) implements Staffing {
        /** Checks and copies the teams. */
        public PerSector {
            teams = List.copyOf(teams);
            if (teams.isEmpty()) {
                throw new IllegalArgumentException("a staffing needs at least 1 sector");
            }
            for (int team : teams) {
                if (team < 1) {
                    throw new IllegalArgumentException("a sector cannot have " + team + " officers");
                }
            }
        }

        @Override
        public int officers() {
            return teams.stream().mapToInt(Integer::intValue).sum();
        }
    }

    private static void requireOfficers(int officers) {
        if (officers < 1) {
            throw new IllegalArgumentException("a plan needs at least 1 officer, not " + officers);
        }
    }

    private static List<Integer> even(int officers, int count) {
        Integer[] teams = new Integer[count];
        for (int i = 0; i < count; i++) {
            teams[i] = officers / count + (i < officers % count ? 1 : 0);
        }
        return List.of(teams);
    }
}
