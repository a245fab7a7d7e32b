package org.copse.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A draft in the browser against a server that is late, refuses, or is asked for another scenario meanwhile. */
class DraftModuleIT {

    /** A server that keeps who has which unit, answers when it is let, and refuses what it is told to. */
    private static final String SERVER =
            """
            const { Draft } = await import("/assets/js/workspace/draft.js");
            const zero = (number) => ({ number, units: 0, hours: 0, deviation: 0, residents: 0, areaSquareKilometres: 0, pieces: 1, hoursByTerm: {}, withinBounds: true });
            const figures = { beats: [zero(1), zero(2)], sectors: [zero(1)], plan: { targetHours: 100, lowerHours: 85, upperHours: 115 } };
            const beats = [1, 2].map((number) => ({ number, name: "", colour: 0, sector: 1, locked: false }));
            const server = { version: 0, units: ground.ids.map(() => 1), asked: [], refuses: new Set(), gates: [] };
            const whole = () => ({ plan: { units: [...server.units], beats, sectors: [{ number: 1 }], lockedUnits: [] }, figures, saved: {}, version: server.version, base: { revision: 1 }, latest: { revision: 1 }, pending: { units: 0, residents: 0, changed: false }, undo: null, redo: null });
            const gate = () => new Promise((open) => server.gates.push(open));
            const edited = (edit) => {
              server.version++;
              for (const id of edit.units) server.units[ground.numberOf.get(id)] = edit.to;
              return { version: server.version, units: edit.units.map((unit) => ({ unit, beat: edit.to })), beats: [], removedBeats: [], sectors: [], plan: {}, lockedUnits: { on: [], off: [] }, locked: false, pending: { units: 1, residents: 1, changed: true }, undo: null, redo: null };
            };
            window.fetch = async (address, { method, body }) => {
              const path = address.replace("/api/v1", "");
              const edit = body ? JSON.parse(body) : null;
              if (method === "POST") server.asked.push(path + " " + (edit?.units ?? ""));
              if (path.endsWith("/draft/edits")) await gate();
              const refused = edit?.units?.some((unit) => server.refuses.has(unit));
              const answer = path.endsWith("/units") ? { features: town.features } : method === "GET" || path.endsWith("/save") ? whole() : refused ? { detail: "no" } : edited(edit);
              return new Response(JSON.stringify(answer), { status: refused ? 422 : 200 });
            };
            const draft = new Draft(() => {});
            await draft.open("a");
            const until = async (met) => { while (!met()) await new Promise((next) => setTimeout(next)); };
            const letOne = async () => { await until(() => server.gates.length); server.gates.shift()(); };
            const beatsOf = (...units) => units.map((unit) => draft.plan.beatOf[unit]);
            """;

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
    void aStrokeThatIsRefusedIsTakenBackAndTheOneAfterItStands() {
        assertThat(
                        run(
                                """
                        server.refuses.add("u0");
                        const refused = draft.move([0, 1], 2).done.catch((error) => error.status);
                        const done = draft.move([1, 2], 2).done;
                        const shown = beatsOf(0, 1, 2);
                        await letOne();
                        const status = await refused;
                        const after = beatsOf(0, 1, 2);
                        await letOne();
                        await done;
                        return [shown, status, after, beatsOf(0, 1, 2), draft.shown.length, server.units.slice(0, 3)];
                        """))
                .isEqualTo(List.of(List.of(2, 2, 2), 422, List.of(1, 2, 2), List.of(1, 2, 2), 0, List.of(1, 2, 2)));
    }

    @Test
    void aStrokeOnItsWayStaysDrawnWhenTheWholePlanComesMeanwhile() {
        assertThat(
                        run(
                                """
                        const done = draft.move([5], 2).done;
                        await draft.reload();
                        const meanwhile = beatsOf(5);
                        await letOne();
                        await done;
                        return [meanwhile, beatsOf(5), draft.version];
                        """))
                .isEqualTo(List.of(List.of(2), List.of(2), 1));
    }

    @Test
    void editsOnTheirWayReachTheirScenarioWhenAnotherIsOpened() {
        assertThat(
                        run(
                                """
                        draft.move([3], 2);
                        draft.move([4], 2);
                        const other = draft.open("b");
                        await letOne();
                        await letOne();
                        const begun = await other;
                        return [server.asked, begun, draft.scenario, draft.shown.length, beatsOf(3, 4)];
                        """))
                .isEqualTo(List.of(
                        List.of("/scenarios/a/draft/edits u3", "/scenarios/a/draft/edits u4"),
                        true,
                        "b",
                        0,
                        List.of(2, 2)));
    }

    @Test
    void savesAfterTheEditsBeforeItAndLeavesAnotherScenarioAlone() {
        assertThat(
                        run(
                                """
                        draft.move([7], 2);
                        const saved = draft.save();
                        const other = draft.open("b");
                        await letOne();
                        await saved;
                        const before = draft.plan;
                        await other;
                        return [server.asked, before === null, draft.scenario];
                        """))
                .isEqualTo(List.of(List.of("/scenarios/a/draft/edits u7", "/scenarios/a/draft/save "), true, "b"));
    }

    @Test
    void aScenarioThatIsOpeningHasNoPlanToPublishYet() {
        assertThat(
                        run(
                                """
                        await import("/assets/js/workspace/workspace.js");
                        const workspace = document.createElement("copse-workspace");
                        workspace.draft = draft;
                        draft.pending = { units: 1, residents: 1, changed: true };
                        const told = [];
                        workspace.addEventListener("draft-stands", ({ detail }) => told.push([detail.revision, detail.changed]));
                        workspace.stand();
                        await workspace.load("b");
                        return told;
                        """))
                .isEqualTo(List.of(List.of(1, true), List.of(0, false)));
    }

    @Test
    void aSaveOfAScenarioThatIsNoLongerOpenIsNotSaidOverAnother() {
        assertThat(
                        run(
                                """
                        const { Editing } = await import("/assets/js/workspace/editing.js");
                        customElements.define("test-editing", class extends Editing {});
                        const saving = (opened) => {
                          const editing = document.createElement("test-editing");
                          const said = [];
                          Object.defineProperty(editing, "said", { set: (words) => said.push(words) });
                          const draft = { scenario: "a", base: { revision: 7 }, save: async () => void (draft.scenario = opened) };
                          editing.draft = draft;
                          return editing.save().then(() => said.length);
                        };
                        return [await saving("a"), await saving("b")];
                        """))
                .isEqualTo(List.of(1, 0));
    }

    @Test
    void anOlderSaveThatIsHeardLateIsNotTheNewest() {
        assertThat(
                        run(
                                """
                        const post = window.fetch;
                        let revision = 3;
                        window.fetch = async (address, options) =>
                          address.endsWith("/presence") ? new Response(JSON.stringify({ others: [], latest: { revision } })) : post(address, options);
                        await draft.meet();
                        revision = 2;
                        await draft.meet();
                        return draft.latest.revision;
                        """))
                .isEqualTo(3);
    }

    @Test
    void aSecondFingerMeasuresNoCorner() {
        assertThat(
                        run(
                                """
                        const { Hand } = await import("/assets/js/workspace/hand.js");
                        const box = document.createElement("div");
                        const point = (x, y) => ({ x, y, add: (o) => point(x + o.x, y + o.y) });
                        const map = { getContainer: () => box, on() {}, dragging: { enable() {}, disable() {} }, doubleClickZoom: { enable() {}, disable() {} }, getZoom: () => 0, getPixelOrigin: () => point(0, 0), mouseEventToContainerPoint: (e) => point(e.clientX, e.clientY), containerPointToLayerPoint: (p) => p };
                        const hand = new Hand(map, () => ground, { colours: () => ({}), measures: () => {} });
                        hand.sketch.later = () => {};
                        hand.use("measure");
                        const down = (pointerId, isPrimary, x) => box.dispatchEvent(new PointerEvent("pointerdown", { pointerId, isPrimary, clientX: x, clientY: 0, button: 0 }));
                        down(1, true, 10);
                        down(2, false, 200);
                        down(1, true, 20);
                        return hand.measuring.corners.map(([x]) => x);
                        """))
                .isEqualTo(List.of(10, 20));
    }

    @Test
    void lockingASectorOrAllPaintsItsUnitsAnew() {
        assertThat(
                        run(
                                """
                        const answer = { units: [], beats: [], removedBeats: [], sectors: [{ number: 1, locked: true, figures: {} }], plan: {}, lockedUnits: { on: [], off: [] }, locked: false };
                        const sector = draft.plan.apply(answer).length;
                        const again = draft.plan.apply(answer).length;
                        return [sector, again, draft.plan.apply({ ...answer, locked: true }).length];
                        """))
                .isEqualTo(List.of(SquareTown.UNITS, 0, SquareTown.UNITS));
    }

    @Test
    void aSecondFingerDrawsNothing() {
        assertThat(
                        run(
                                """
                        const { Hand } = await import("/assets/js/workspace/hand.js");
                        const box = document.createElement("div");
                        box.setPointerCapture = () => {};
                        const point = (x, y) => ({ x, y, add: (o) => point(x + o.x, y + o.y) });
                        const map = { getContainer: () => box, on() {}, dragging: { enable() {}, disable() {} }, doubleClickZoom: { enable() {}, disable() {} }, getZoom: () => 0, getPixelOrigin: () => point(0, 0), mouseEventToContainerPoint: (e) => point(e.clientX, e.clientY), containerPointToLayerPoint: (p) => p };
                        const heard = [];
                        const hand = new Hand(map, () => ground, { colours: () => ({}), begins: () => heard.push("begins"), touches: () => {}, ends: () => heard.push("ends"), points: () => {}, clicks: () => {} });
                        hand.sketch.later = () => {};
                        hand.use("lasso");
                        const pointer = (type, pointerId, x) => box.dispatchEvent(new PointerEvent(type, { pointerId, clientX: x, clientY: 0, button: 0 }));
                        pointer("pointerdown", 1, 10);
                        pointer("pointermove", 1, 11);
                        pointer("pointerdown", 2, 200);
                        pointer("pointermove", 2, 201);
                        pointer("pointerup", 2, 202);
                        pointer("pointercancel", 2, 202);
                        const open = hand.line.map(([x]) => x);
                        pointer("pointerup", 1, 12);
                        return [heard, open, hand.line];
                        """))
                .isEqualTo(Arrays.asList(List.of("begins", "ends"), List.of(10, 11), null));
    }

    @Test
    void measuresAlongTheGlobe() {
        // One degree along a meridian of a sphere of 6,371.0088 km, and half of one along the parallel of 60°: the
        // great circle is a little shorter.
        List<?> metres = (List<?>)
                run(
                        """
                const { Measuring } = await import("/assets/js/workspace/measuring.js");
                const line = new Measuring();
                const none = line.metres();
                line.corners.push(worldPixel(5, 50), worldPixel(5, 51));
                const meridian = line.metres();
                line.corners = [worldPixel(5, 60), worldPixel(6, 60)];
                return [none, meridian, line.metres()];
                """);
        double degree = Math.toRadians(1) * 6_371_008.8;
        assertThat(((Number) metres.get(0)).doubleValue()).isZero();
        assertThat(((Number) metres.get(1)).doubleValue()).isCloseTo(degree, within(0.1));
        assertThat(((Number) metres.get(2)).doubleValue()).isBetween(degree / 2 * 0.9999, degree / 2);
    }

    @Test
    void keysInFieldsDialogsAndOnButtonsOfTheMapAreTheirs() {
        assertThat(
                        run(
                                """
                        const { Keys } = await import("/assets/js/workspace/keys.js");
                        const acts = Object.fromEntries(["undo", "redo", "save", "apply", "space", "step"].map((name) => [name, () => name]));
                        document.body.innerHTML = `<div class="map" tabindex="0"><a href="#">+</a></div><input><input type="range"><textarea></textarea><dialog><button>Yes</button></dialog>`;
                        const press = (selector, key, ctrlKey = false) => new Keys(acts).find({ key, ctrlKey, target: document.querySelector(selector), timeStamp: 0 })?.() ?? "";
                        return [
                          press(".map", "Enter"), press(".map a", "Enter"), press(".map a", " "), press(".map a", "z", true),
                          press("input", "z", true), press("input", "y", true), press("input", "s", true), press("[type=range]", "z", true),
                          press("textarea", "z", true), press("dialog button", "z", true), press("dialog button", "s", true),
                        ];
                        """))
                .isEqualTo(List.of("apply", "", "", "undo", "", "", "save", "undo", "", "", ""));
    }

    private static Object run(String script) {
        return town.run(SERVER + script, Map.of());
    }
}
