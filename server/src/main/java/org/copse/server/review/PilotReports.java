package org.copse.server.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.UnitGraph;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.review.MeasuredPlans.MeasuredPlan;
import org.copse.server.review.PilotReport.Balance;
import org.copse.server.review.PilotReport.Measure;
import org.copse.server.review.PilotReport.Pair;
import org.copse.server.review.PilotReport.Site;
import org.copse.server.system.ProblemException;
import org.springframework.stereotype.Service;

/** Finds control sites for pilot sites. */
@Service
class PilotReports {
    private static final double SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6;

    private final MeasuredPlans plans;

    PilotReports(MeasuredPlans plans) {
        this.plans = plans;
    }

    /** Sites, and the site of each unit. */
    private record Sites(List<SiteFigures> figures, int[] ofUnit) {}

    /**
     * Reports on pilots.
     *
     * @param plan {@code current}, or the id of a published plan
     * @throws ProblemException when something asked for is not there, or out of bounds
     */
    PilotReport report(String plan, PilotQuestion question) {
        PublishedPlan reviewed = plans.get(plan);
        MeasuredPlan measured = plans.measure(reviewed, plans.scenario(reviewed, question.by()));
        List<SiteMeasure> measures = question.measures(SiteMeasure.list(measured.hasIncidents()));
        Sites sites = sites(measured, plans.listBeats(reviewed), question.beats());
        List<Integer> pilots =
                question.pilots(sites.figures.stream().map(SiteFigures::id).toList());
        double[][] values = values(sites.figures, measures);
        SiteMatching matching = new SiteMatching(values);
        Set<Integer> bordering = bordering(sites, measured.ruler().district().graph(), pilots);
        List<Integer> candidates = IntStream.range(0, values.length)
                .filter(site -> !pilots.contains(site) && (question.neighboursToo() || !bordering.contains(site)))
                .boxed()
                .toList();
        List<SiteMatching.Pair> pairs =
                pilots.isEmpty() ? List.of() : matching.match(pilots, candidates, question.controlsEach());
        Set<Integer> controls = new TreeSet<>();
        pairs.forEach(pair -> controls.add(pair.control()));
        List<Site> views = new ArrayList<>();
        for (int s = 0; s < values.length; s++) {
            String role = pilots.contains(s)
                    ? "pilot"
                    : controls.contains(s) ? "control" : bordering.contains(s) ? "neighbour" : "other";
            SiteFigures site = sites.figures.get(s);
            views.add(new Site(
                    site.id(),
                    site.name(),
                    role,
                    DoubleStream.of(values[s]).boxed().toList()));
        }
        return new PilotReport(
                reviewed.id(),
                reviewed.name(),
                measured.scenario().id(),
                measured.scenario().name(),
                IntStream.range(0, measures.size())
                        .mapToObj(m -> new Measure(measures.get(m).key(), matching.spread(m)))
                        .toList(),
                views,
                pairs.stream()
                        .map(pair -> new Pair(
                                views.get(pair.pilot()).id(),
                                views.get(pair.control()).id(),
                                pair.distance()))
                        .toList(),
                pilots.isEmpty() ? List.of() : balance(measures, values, matching, pilots, controls));
    }

    private static double[][] values(List<SiteFigures> sites, List<SiteMeasure> measures) {
        return sites.stream()
                .map(site -> measures.stream()
                        .mapToDouble(measure -> measure.of(site))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static List<Balance> balance(
            List<SiteMeasure> measures,
            double[][] values,
            SiteMatching matching,
            List<Integer> pilots,
            Set<Integer> controls) {
        List<Balance> balance = new ArrayList<>();
        for (int m = 0; m < measures.size(); m++) {
            double piloted = mean(values, m, pilots::contains);
            double others = mean(values, m, site -> !pilots.contains(site));
            double matched = controls.isEmpty() ? 0 : mean(values, m, controls::contains);
            double spread = matching.spread(m);
            balance.add(new Balance(
                    measures.get(m).key(),
                    piloted,
                    others,
                    controls.isEmpty() ? null : matched,
                    spread > 0 ? (piloted - others) / spread : 0,
                    controls.isEmpty() ? null : Double.valueOf(spread > 0 ? (piloted - matched) / spread : 0)));
        }
        return balance;
    }

    private static double mean(double[][] values, int measure, IntPredicate which) {
        return IntStream.range(0, values.length)
                .filter(which)
                .mapToDouble(site -> values[site][measure])
                .average()
                .orElseThrow();
    }

    /** What happens in a pilot spills over to its neighbours. */
    private static Set<Integer> bordering(Sites sites, UnitGraph graph, List<Integer> pilots) {
        Set<Integer> bordering = new LinkedHashSet<>();
        for (int e = 0; e < graph.edgeCount(); e++) {
            Edge edge = graph.edge(e);
            int a = sites.ofUnit[edge.a()];
            int b = sites.ofUnit[edge.b()];
            if (pilots.contains(a) != pilots.contains(b)) {
                bordering.add(pilots.contains(a) ? b : a);
            }
        }
        return bordering;
    }

    private static Sites sites(MeasuredPlan measured, List<BeatTerritory> beats, boolean perBeat) {
        Plan plan = measured.measured().plan();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        int[] ofBeat = new int[beats.size()];
        for (int beat = 0; beat < ofBeat.length; beat++) {
            BeatTerritory territory = beats.get(beat);
            String id = perBeat ? territory.id() : territory.sectorId();
            if (!numbers.containsKey(id)) {
                numbers.put(id, numbers.size());
                names.add(perBeat ? territory.name() : territory.sectorName());
            }
            ofBeat[beat] = numbers.get(id);
        }
        int[] ofUnit = IntStream.range(0, plan.unitCount())
                .map(unit -> ofBeat[plan.beatOf(unit)])
                .toArray();
        List<SiteFigures> figures = new ArrayList<>();
        for (Map.Entry<String, Integer> site : numbers.entrySet()) {
            int number = site.getValue();
            figures.add(figures(measured, site.getKey(), names.get(number), ofUnit, number));
        }
        return new Sites(figures, ofUnit);
    }

    private static SiteFigures figures(MeasuredPlan measured, String id, String name, int[] ofUnit, int site) {
        int[] units = IntStream.range(0, ofUnit.length)
                .filter(unit -> ofUnit[unit] == site)
                .toArray();
        double residents = 0;
        double squareMetres = 0;
        double hours = 0;
        for (int unit : units) {
            residents += measured.ruler().residents()[unit];
            squareMetres += measured.ruler().district().territories().get(unit).getArea();
            hours += measured.ruler().hours().hours(unit);
        }
        return new SiteFigures(
                id,
                name,
                residents,
                squareMetres / SQUARE_METRES_PER_SQUARE_KILOMETRE,
                measured.incidentsPerMonth(units),
                hours,
                measured.ruler().hours().reactiveShare(units));
    }
}
