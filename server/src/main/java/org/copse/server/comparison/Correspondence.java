package org.copse.server.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copse.planning.measure.Group;
import org.copse.planning.plan.Plan;
import org.copse.server.comparison.ComparisonDocument.ChangeView;
import org.copse.server.comparison.ComparisonDocument.FlowView;
import org.copse.server.comparison.ComparisonDocument.GroupChange;
import org.copse.server.comparison.ComparisonDocument.PairView;
import org.jspecify.annotations.Nullable;

/**
 * Which beat of a plan corresponds to which of the first plan, so that as many residents as possible are in corresponding beats. A unit changes
 * beat when its beats do not correspond.
 */
final class Correspondence {
    private static final String TAKEN = "′";

    private final Ruler ruler;
    private final Plan first;
    private final Plan other;
    private final int[] matched;
    private final List<String> firstLabels;
    private final List<String> labels;

    Correspondence(Ruler ruler, ComparedPlan first, ComparedPlan other) {
        this.ruler = ruler;
        this.first = first.plan();
        this.other = other.plan();
        this.matched = this.other.beatsMatchedTo(this.first, ruler.residents());
        this.firstLabels = first.beatIds();
        this.labels = labels(other.beatIds());
    }

    private List<String> labels(List<String> own) {
        Set<String> taken = new HashSet<>(firstLabels);
        List<String> all = new ArrayList<>();
        for (int beat = 0; beat < matched.length; beat++) {
            if (matched[beat] >= 0) {
                all.add(firstLabels.get(matched[beat]));
            } else {
                String label = own.get(beat);
                while (!taken.add(label)) {
                    label += TAKEN;
                }
                all.add(label);
            }
        }
        return all;
    }

    /** Returns the beat of the first plan that a beat corresponds to, or -1. */
    int matchedTo(int beat) {
        return matched[beat];
    }

    String label(int beat) {
        return labels.get(beat);
    }

    boolean changes(int unit) {
        return matched[other.beatOf(unit)] != first.beatOf(unit);
    }

    String from(int unit) {
        return firstLabels.get(first.beatOf(unit));
    }

    String to(int unit) {
        return labels.get(other.beatOf(unit));
    }

    ChangeView view(int plan, List<Group> groups) {
        double[] residents = ruler.residents();
        int units = 0;
        double moving = 0;
        Map<String, FlowView> flows = new TreeMap<>();
        double[] changing = new double[groups.size()];
        for (int unit = 0; unit < residents.length; unit++) {
            if (changes(unit)) {
                units++;
                moving += residents[unit];
                flows.merge(
                        from(unit) + '\n' + to(unit),
                        new FlowView(from(unit), to(unit), 1, residents[unit]),
                        (a, b) -> new FlowView(a.from(), a.to(), a.units() + 1, a.residents() + b.residents()));
                for (int g = 0; g < changing.length; g++) {
                    changing[g] += groups.get(g).people()[unit];
                }
            }
        }
        List<GroupChange> affected = new ArrayList<>();
        for (int g = 0; g < changing.length; g++) {
            affected.add(new GroupChange(
                    groups.get(g).name(), Arrays.stream(groups.get(g).people()).sum(), changing[g]));
        }
        return new ChangeView(
                plan,
                units,
                moving,
                ruler.totalResidents() > 0 ? moving / ruler.totalResidents() : 0,
                pairs(),
                flows.values().stream()
                        .sorted(Comparator.comparingDouble(FlowView::residents).reversed())
                        .toList(),
                affected,
                null);
    }

    private List<PairView> pairs() {
        double[] residents = ruler.residents();
        double[] before = new double[first.beatCount()];
        double[] after = new double[other.beatCount()];
        double[] kept = new double[other.beatCount()];
        for (int unit = 0; unit < residents.length; unit++) {
            before[first.beatOf(unit)] += residents[unit];
            after[other.beatOf(unit)] += residents[unit];
            kept[other.beatOf(unit)] += changes(unit) ? 0 : residents[unit];
        }
        @Nullable PairView[] ofFirst = new PairView[first.beatCount()];
        List<PairView> added = new ArrayList<>();
        for (int beat = 0; beat < matched.length; beat++) {
            int from = matched[beat];
            if (from < 0) {
                added.add(new PairView(null, labels.get(beat), 0, after[beat], 0));
            } else {
                ofFirst[from] =
                        new PairView(firstLabels.get(from), labels.get(beat), before[from], after[beat], kept[beat]);
            }
        }
        List<PairView> pairs = new ArrayList<>();
        for (int from = 0; from < ofFirst.length; from++) {
            PairView pair = ofFirst[from];
            pairs.add(pair == null ? new PairView(firstLabels.get(from), null, before[from], 0, 0) : pair);
        }
        pairs.addAll(added);
        return pairs;
    }
}
