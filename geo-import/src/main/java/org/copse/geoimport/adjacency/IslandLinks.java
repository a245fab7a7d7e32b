package org.copse.geoimport.adjacency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.copse.geoimport.adjacency.Contact.Kind;
import org.jspecify.annotations.Nullable;

/** Links each part that nothing joins to the nearest unit of another part, unless a barrier stands between. */
final class IslandLinks {

    private static final double STEP_METRES = 10;

    private final BoundarySegments segments;
    private final SegmentTree tree;
    private final BarrierField barriers;
    private final ContactBook book;
    private final double reach;

    IslandLinks(BoundarySegments segments, BarrierField barriers, ContactBook book, double reach) {
        this.segments = segments;
        this.tree = SegmentTree.of(segments);
        this.barriers = barriers;
        this.book = book;
        this.reach = reach;
    }

    private record Link(int from, int to, double metres) {}

    /** Links until nothing is left to link. Each round links every part but the largest, so that there are few rounds. */
    void linkAll() {
        boolean joined = true;
        while (joined && book.parts().count() > 1) {
            joined = false;
            for (List<Integer> island : islands()) {
                Link link = nearest(island);
                if (link != null) {
                    book.link(link.from(), link.to(), link.metres(), Kind.NEAREST, OptionalInt.empty());
                    joined = true;
                }
            }
        }
    }

    /** Returns the units of all parts but the largest, smallest part first. */
    private List<List<Integer>> islands() {
        Map<Integer, List<Integer>> byPart = new TreeMap<>();
        for (int unit = 0; unit < segments.ownerCount(); unit++) {
            byPart.computeIfAbsent(book.parts().of(unit), part -> new ArrayList<>())
                    .add(unit);
        }
        List<List<Integer>> parts = new ArrayList<>(byPart.values());
        parts.sort(Comparator.comparingInt(List::size));
        return parts.subList(0, parts.size() - 1);
    }

    private @Nullable Link nearest(List<Integer> island) {
        Link best = null;
        for (int unit : island) {
            for (int s = segments.firstOf(unit); s < segments.firstOf(unit + 1); s++) {
                int steps = (int) Math.ceil(segments.length(s) / STEP_METRES);
                for (int step = 0; step < steps; step++) {
                    double place = (double) step / steps;
                    double x = segments.ax(s) + place * (segments.bx(s) - segments.ax(s));
                    double y = segments.ay(s) + place * (segments.by(s) - segments.ay(s));
                    best = closer(best, unit, x, y);
                }
            }
        }
        return best;
    }

    private @Nullable Link closer(@Nullable Link best, int unit, double x, double y) {
        double limit = best == null ? reach : best.metres();
        int own = book.parts().of(unit);
        int found = tree.nearest(
                x, y, limit, t -> book.parts().of(segments.owner(t)) != own && !book.isCut(unit, segments.owner(t)));
        if (found < 0) {
            return best;
        }
        double metres = Math.sqrt(segments.distanceSquared(found, x, y));
        boolean better = best == null || metres < best.metres();
        return better && !isCut(x, y, found) ? new Link(unit, segments.owner(found), metres) : best;
    }

    private boolean isCut(double x, double y, int to) {
        double place = segments.placeOfNearest(to, x, y);
        double nearX = segments.ax(to) + place * (segments.bx(to) - segments.ax(to));
        double nearY = segments.ay(to) + place * (segments.by(to) - segments.ay(to));
        return barriers.cutBetween(x, y, nearX, nearY) >= 0;
    }
}
