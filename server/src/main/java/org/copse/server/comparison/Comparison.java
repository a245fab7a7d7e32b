package org.copse.server.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.copse.geoimport.district.MixTwin;
import org.copse.planning.measure.BeatMeasures;
import org.copse.planning.measure.Fairness;
import org.copse.planning.measure.FairnessMeasuring;
import org.copse.planning.measure.Group;
import org.copse.planning.plan.Plan;
import org.copse.planning.workload.Criterion;
import org.copse.server.comparison.ComparisonDocument.BeatView;
import org.copse.server.comparison.ComparisonDocument.ChangeView;
import org.copse.server.comparison.ComparisonDocument.FairnessOfPlan;
import org.copse.server.comparison.ComparisonDocument.FairnessView;
import org.copse.server.comparison.ComparisonDocument.PlanView;

/** Two to five plans of the same units, measured alike and set against the first of them. */
public final class Comparison {
    /** The fewest plans that can be compared. */
    public static final int FEWEST = 2;

    /** The most plans that can be compared: more find no room beside each other. */
    public static final int MOST = 5;

    private final Ruler ruler;
    private final List<ComparedPlan> plans;
    private final List<Correspondence> correspondences = new ArrayList<>();
    private final ComparisonGround ground;

    /** @throws IllegalArgumentException when the plans are too few or too many, or of other units */
    public Comparison(Ruler ruler, List<ComparedPlan> plans) {
        if (plans.size() < FEWEST || plans.size() > MOST) {
            throw new IllegalArgumentException(
                    "plans to compare are " + FEWEST + " to " + MOST + ", not " + plans.size());
        }
        for (ComparedPlan plan : plans) {
            if (plan.plan().unitCount() != ruler.residents().length) {
                throw new IllegalArgumentException(plan.name() + " has "
                        + plan.plan().unitCount() + " units, and the district " + ruler.residents().length);
            }
        }
        this.ruler = ruler;
        this.plans = List.copyOf(plans);
        plans.forEach(plan -> correspondences.add(new Correspondence(ruler, plans.get(0), plan)));
        this.ground = new ComparisonGround(ruler, plans, correspondences);
    }

    /** Returns the maps. */
    public ComparisonGround ground() {
        return ground;
    }

    /** Returns the plans. */
    public List<ComparedPlan> plans() {
        return plans;
    }

    /** Returns whether a unit has another beat in a plan than in the first. */
    public boolean changes(int plan, int unit) {
        return correspondences.get(plan).changes(unit);
    }

    /**
     * Measures the plans, and returns what the comparison says.
     *
     * @param special whether groups of residents, and the twins, which tell of the mix, are among it
     */
    public ComparisonDocument document(boolean special) {
        List<Measured> measured =
                plans.stream().map(plan -> new Measured(ruler, plan)).toList();
        List<Group> groups = special ? ruler.groups() : List.of();
        List<PlanView> views = new ArrayList<>();
        List<ChangeView> changes = new ArrayList<>();
        for (int plan = 0; plan < plans.size(); plan++) {
            views.add(view(plan, measured.get(plan)));
            if (plan > 0) {
                changes.add(correspondences.get(plan).view(plan, groups));
            }
        }
        return new ComparisonDocument(
                ruler.name(),
                ruler.residents().length,
                ruler.totalResidents(),
                !special,
                views,
                Measure.table(ruler, measured),
                changes,
                fairness(measured, groups, special));
    }

    private PlanView view(int number, Measured measured) {
        ComparedPlan plan = plans.get(number);
        Correspondence correspondence = correspondences.get(number);
        List<BeatView> beats = new ArrayList<>();
        for (BeatMeasures beat : measured.measures().beats()) {
            beats.add(new BeatView(
                    plan.beatIds().get(beat.beat()),
                    correspondence.label(beat.beat()),
                    plan.beatNames().get(beat.beat()),
                    ground.colour(number, beat.beat()),
                    correspondence.matchedTo(beat.beat()) >= 0,
                    beat.units(),
                    beat.hours(),
                    beat.deviation(),
                    beat.residents()));
        }
        return new PlanView(
                plan.name(),
                plan.variant(),
                plan.plan().beatCount(),
                plan.plan().sectorCount(),
                beats);
    }

    private FairnessView fairness(List<Measured> measured, List<Group> groups, boolean special) {
        List<FairnessOfPlan> rows = new ArrayList<>();
        for (int plan = 0; plan < plans.size(); plan++) {
            Measured here = measured.get(plan);
            rows.add(FairnessOfPlan.of(plan, false, 0, 0, fairness(here, here.plan(), groups)));
            Optional<MixTwin> twin = special ? twin(here) : Optional.empty();
            if (twin.isPresent()) {
                rows.add(FairnessOfPlan.of(
                        plan,
                        true,
                        moved(here.plan(), twin.get().plan()),
                        twin.get().residentsByChance(),
                        fairness(here, twin.get().plan(), groups)));
            }
        }
        List<Double> shares = groups.stream()
                .map(group -> Arrays.stream(group.people()).sum() / ruler.totalResidents())
                .toList();
        return new FairnessView(
                special && ruler.hours().totalHours(Criterion.MIX) > 0,
                groups.stream().map(Group::name).toList(),
                shares,
                rows);
    }

    private Optional<MixTwin> twin(Measured here) {
        return MixTwin.of(
                ruler.district(),
                ruler.hours(),
                here.problem(),
                here.plan(),
                here.favour(),
                here.compared().seed());
    }

    private Fairness fairness(Measured here, Plan plan, List<Group> groups) {
        return new FairnessMeasuring(here.problem(), plan, ruler.hoursPerOfficer(), ruler.metresPerMinute()).of(groups);
    }

    private double moved(Plan plan, Plan twin) {
        double residents = 0;
        for (int unit = 0; unit < plan.unitCount(); unit++) {
            residents += plan.beatOf(unit) == twin.beatOf(unit) ? 0 : ruler.residents()[unit];
        }
        return residents;
    }
}
