package org.copse.planning.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How officers and sectors are shared out over the parts of a graph that is not connected: by hours, at least one sector for each part.
 */
final class Components {

    private Components() {}

    /**
     * Returns for each component the indices of its teams: teams go one by one, largest first, to the component with most hours per officer
     * had it the team. Empty when there are more components than teams.
     */
    static List<List<Integer>> share(List<Integer> teams, double[] hours, int[] units) {
        int parts = hours.length;
        List<List<Integer>> shared = new ArrayList<>();
        if (parts > teams.size()) {
            return shared;
        }
        int[] officers = new int[parts];
        for (int part = 0; part < parts; part++) {
            shared.add(new ArrayList<>());
        }
        List<Integer> bySize = new ArrayList<>();
        for (int team = 0; team < teams.size(); team++) {
            bySize.add(team);
        }
        bySize.sort(Comparator.comparing((Integer team) -> -teams.get(team)).thenComparing(team -> team));
        int waiting = parts;
        for (int i = 0; i < bySize.size(); i++) {
            int team = bySize.get(i);
            boolean onlyEmpty = bySize.size() - i <= waiting;
            int part = neediest(teams.get(team), hours, units, officers, onlyEmpty);
            if (part < 0) {
                return List.of();
            }
            waiting -= officers[part] == 0 ? 1 : 0;
            officers[part] += teams.get(team);
            shared.get(part).add(team);
        }
        return shared;
    }

    private static int neediest(int team, double[] hours, int[] units, int[] officers, boolean onlyEmpty) {
        int best = -1;
        double most = -1;
        for (int part = 0; part < hours.length; part++) {
            boolean fits = officers[part] + team <= units[part];
            double each = hours[part] / (officers[part] + team);
            if (fits && !(onlyEmpty && officers[part] > 0) && each > most) {
                most = each;
                best = part;
            }
        }
        return best;
    }
}
