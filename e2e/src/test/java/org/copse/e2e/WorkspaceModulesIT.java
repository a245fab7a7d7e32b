package org.copse.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The workspace's modules by themselves, over a town of squares: what they count is counted again here. */
class WorkspaceModulesIT {

    private static final int SIDE = SquareTown.SIDE;
    private static final int UNITS = SquareTown.UNITS;
    private static final int BEATS = 9;

    private static SquareTown town;

    @BeforeAll
    static void open() {
        town = SquareTown.open();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void countsSumsBoundsAndPiecesAsTheyAreAfterManyMoves() {
        Random random = new Random(7);
        int[] beatOf = IntStream.range(0, UNITS)
                .map(i -> 1 + (i % SIDE) / 4 + 3 * (i / SIDE / 4))
                .toArray();
        List<Map<String, Object>> moves = new ArrayList<>();
        for (int move = 0; move < 200; move++) {
            int to = random.nextInt(BEATS + 1);
            List<Integer> units = List.of(random.nextInt(UNITS), random.nextInt(UNITS));
            moves.add(Map.of("units", units, "to", to));
        }
        @SuppressWarnings("unchecked")
        Map<String, List<Object>> counted = (Map<String, List<Object>>) town.run(
                """
                const zero = (number) => ({ number, sector: 1, units: 0, hours: 0, deviation: 0, residents: 0, areaSquareKilometres: 0, pieces: 0, hoursByTerm: {}, withinBounds: true });
                const beats = Array.from({ length: 9 }, (_, i) => ({ number: i + 1, name: "", colour: 0, sector: 1, locked: false }));
                const plan = new Plan(ground, { units: ground.ids.map(() => null), beats, sectors: [{ number: 1 }], lockedUnits: [] },
                  { beats: beats.map(({ number }) => zero(number)), sectors: [zero(1)], plan: { targetHours: 100, lowerHours: 85, upperHours: 115, unassignedUnits: ground.count, unassignedResidents: 0 } });
                town.beatOf.forEach((beat, unit) => plan.move([unit], beat));
                for (const { units, to } of town.moves) plan.move(units, to);
                const all = [...plan.beats.values()];
                return { beatOf: [...plan.beatOf], hours: all.map((beat) => beat.hours), pieces: all.map((beat) => beat.pieces), within: all.map((beat) => beat.withinBounds), out: [plan.figures.beatsOutOfBounds, plan.figures.unassignedUnits] };
                """,
                Map.of("beatOf", IntStream.of(beatOf).boxed().toList(), "moves", moves));

        for (Map<String, Object> move : moves) {
            for (Object unit : (List<?>) requireNonNull(move.get("units"))) {
                beatOf[(Integer) unit] = (Integer) requireNonNull(move.get("to"));
            }
        }
        assertThat(listed(counted, "beatOf").stream().mapToInt(each -> (Integer) each))
                .containsExactly(IntStream.of(beatOf).boxed().toArray(Integer[]::new));
        int out = 0;
        for (int beat = 1; beat <= BEATS; beat++) {
            int number = beat;
            double hours = IntStream.range(0, UNITS)
                    .filter(i -> beatOf[i] == number)
                    .mapToDouble(SquareTown::hours)
                    .sum();
            boolean within = hours >= 85 && hours <= 115;
            out += within ? 0 : 1;
            assertThat(((Number) listed(counted, "hours").get(beat - 1)).doubleValue())
                    .isCloseTo(hours, within(1e-9));
            assertThat(listed(counted, "pieces").get(beat - 1)).isEqualTo(pieces(beatOf, beat));
            assertThat(listed(counted, "within").get(beat - 1)).isEqualTo(within);
        }
        assertThat(listed(counted, "out")).containsExactly(out, (int)
                IntStream.of(beatOf).filter(beat -> beat == 0).count());
    }

    @Test
    void leavesWhatIsLockedOrFilteredWhereItIs() {
        assertThat(town.run(
                        """
                        const beats = [1, 2, 3].map((number) => ({ number, sector: 1, locked: number === 3 }));
                        const plan = new Plan(ground, { units: ground.ids.map((_, i) => (i < 50 ? 1 : i < 100 ? 2 : i < 120 ? 3 : null)), beats, sectors: [{ number: 1, locked: false }], lockedUnits: ["u0"] }, { beats: [], sectors: [], plan: {} });
                        const all = ground.ids.map((_, i) => i);
                        const count = (moved) => [moved.units.length, moved.locked, moved.filtered];
                        return [count(plan.movable(all, 2)), count(plan.movable(all, 3)), count(plan.movable(all, 2, { onlyFrom: 1 })), count(plan.movable(all, 2, { onlyUnassigned: true }))];
                        """,
                        Map.of()))
                .isEqualTo(List.of(List.of(73, 21, 0), List.of(0, 124, 0), List.of(49, 1, 44), List.of(24, 0, 70)));
    }

    @Test
    void knowsWhichUnitsAnEdgeLiesBetween() {
        // A town of 12 by 12 squares has 2 · 12 · 11 edges inside and 4 · 12 at its rim.
        assertThat(town.run(
                        """
                        const { edges, neighbours } = ground;
                        let [inside, rim, wrong] = [0, 0, 0];
                        for (let edge = 0; edge < edges.count; edge++) {
                          if (edges.second[edge] < 0) rim++;
                          else inside++;
                          if (edges.second[edge] >= 0 && !neighbours[edges.first[edge]].includes(edges.second[edge])) wrong++;
                        }
                        return [inside, rim, wrong];
                        """,
                        Map.of()))
                .isEqualTo(List.of(264, 48, 0));
    }

    @Test
    void brushLassoAndRectangleTouchWhatTheyCover() {
        // One square is 0.01°, on this map higher than wide; unit x + 12 y has its middle at 5.005 + x / 100, 50.005 +
        // y / 100.
        assertThat(town.run(
                        """
                        const at = (x, y) => worldPixel(5.005 + x / 100, 50.005 + y / 100);
                        const sorted = (units) => [...units].sort((a, b) => a - b);
                        const step = at(1, 0)[0] - at(0, 0)[0];
                        return [
                          ground.shapes.at(...at(3, 2)), ground.shapes.at(...worldPixel(4.9, 50)),
                          sorted(touched.underBrush(ground.shapes, at(1, 1), step * 1.01)),
                          sorted(touched.alongLine(ground.shapes, at(0, 5), at(11, 5), step * 0.3)),
                          sorted(touched.inRectangle(ground.shapes, at(1.6, 1.6), at(3.4, 2.4))),
                          sorted(touched.inLasso(ground.shapes, [at(-0.4, -0.4), at(1.4, -0.4), at(-0.4, 1.4)])),
                          touched.neighbourTowards(ground, 13, [0, -1]), touched.neighbourTowards(ground, 13, [1, 0]), touched.neighbourTowards(ground, 0, [-1, 0]),
                        ];
                        """,
                        Map.of()))
                .isEqualTo(List.of(
                        27,
                        -1,
                        List.of(12, 13, 14),
                        IntStream.range(60, 72).boxed().toList(),
                        List.of(26, 27),
                        List.of(0, 1, 12),
                        25,
                        14,
                        -1));
    }

    @Test
    void aLayerIsDressedWhereItLiesAndStaysSoWhenItIsRaised() {
        assertThat(town.run(
                        """
                        const { LayerShelf } = await import("/assets/js/planner/layer-shelf.js");
                        const { dressed, faded, PLAIN, readLooks } = await import("/assets/js/planner/layer-look.js");
                        const { LayerDrawing } = await import("/assets/js/map/layer-drawing.js");
                        const seen = [];
                        const drawing = new LayerDrawing({}, {}, ({ look }) => look.strength);
                        drawing.draw = ({ data }) => ({ addTo() { return this; }, setStyle: (style) => seen.push(`${data} ${style}`), bringToFront: () => seen.push(data), remove() {} });
                        const shelf = new LayerShelf(() => {});
                        shelf.layers = ["places", "barriers"].map((id) => ({ id, kind: id.toUpperCase(), features: 1 }));
                        for (const { id } of shelf.layers) shelf.data.set(id, id), (shelf.shown = new Set(shelf.shown).add(id));
                        shelf.update();
                        drawing.show(shelf.drawn);
                        const before = shelf.drawn;
                        shelf.update();
                        const same = shelf.drawn === before;
                        shelf.style(shelf.layers[0], { ...PLAIN, strength: 0.5, colour: 3, size: 1.7 });
                        drawing.show(shelf.drawn);
                        shelf.raise(shelf.layers[0]);
                        drawing.show(shelf.drawn);
                        const { opacity, fillOpacity } = faded({ opacity: 0.5, fillOpacity: 1 }, 0.5);
                        const kept = readLooks().get("places");
                        const dot = dressed("PLACES", kept), line = dressed("BARRIERS", kept), usual = dressed("PLACES", PLAIN);
                        const beat = getComputedStyle(document.documentElement).getPropertyValue("--beat-3").trim();
                        localStorage.setItem("copse.layer-looks", "[nonsense");
                        return [same, seen.join(), opacity, fillOpacity, dot.fillColor === beat, line.color === beat, dot.radius / usual.radius, readLooks().size];
                        """,
                        Map.of()))
                .isEqualTo(List.of(
                        true,
                        "places,barriers,places 0.5,places,barriers,barriers,places",
                        0.25,
                        0.5,
                        true,
                        true,
                        1.7,
                        0));
    }

    @Test
    void measuresUnitsInSquareKilometres() {
        // 0.01° by 0.01° at 50.005° N on a sphere of 6,371.0088 km: 0.7948 km²; the map's scale is that of the
        // ellipsoid's equator.
        double expected = Math.pow(Math.toRadians(0.01) * 6378.137, 2) * Math.cos(Math.toRadians(50.005));
        assertThat(((Number) town.run("return ground.areas[0];", Map.of())).doubleValue())
                .isCloseTo(expected, within(expected * 0.001));
    }

    private static List<Object> listed(Map<String, List<Object>> counted, String figure) {
        return requireNonNull(counted.get(figure), figure);
    }

    private static int pieces(int[] beatOf, int beat) {
        boolean[] seen = new boolean[UNITS];
        int pieces = 0;
        for (int start = 0; start < UNITS; start++) {
            if (beatOf[start] != beat || seen[start]) {
                continue;
            }
            pieces++;
            Deque<Integer> open = new ArrayDeque<>(List.of(start));
            seen[start] = true;
            while (!open.isEmpty()) {
                for (int next : SquareTown.neighbours(open.pop())) {
                    if (beatOf[next] == beat && !seen[next]) {
                        seen[next] = true;
                        open.push(next);
                    }
                }
            }
        }
        return pieces;
    }
}
