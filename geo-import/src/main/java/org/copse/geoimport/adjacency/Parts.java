package org.copse.geoimport.adjacency;

/** Units joined into parts, by union-find. A part's name is its lowest unit, so names do not depend on the order of joining. */
final class Parts {

    private final int[] parent;
    private int count;

    Parts(int units) {
        parent = new int[units];
        for (int unit = 0; unit < units; unit++) {
            parent[unit] = unit;
        }
        count = units;
    }

    int of(int unit) {
        int root = unit;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** Joins the parts of two units; returns whether they were apart. */
    boolean join(int a, int b) {
        int one = of(a);
        int other = of(b);
        if (one == other) {
            return false;
        }
        parent[Math.max(one, other)] = Math.min(one, other);
        count--;
        return true;
    }

    int count() {
        return count;
    }

    /** Returns how many units each part has, under the part's name; 0 elsewhere. */
    int[] sizes() {
        int[] sizes = new int[parent.length];
        for (int unit = 0; unit < parent.length; unit++) {
            sizes[of(unit)]++;
        }
        return sizes;
    }
}
