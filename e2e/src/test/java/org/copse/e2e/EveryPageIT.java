package org.copse.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page, and every panel and dialog of the workspace, in each of the five languages, on a desk and on the narrowest phone: no message is missing,
 * nothing sticks out sideways, and axe finds nothing.
 */
class EveryPageIT {
    private static final int DESK = 1280;
    private static final int PHONE = 320;
    private static final int HEIGHT = 800;

    /** Panels of the workspace, by their tabs. */
    private static final List<String> PANELS = List.of("units", "checks", "engine", "weights", "history", "beats");

    /** Dialogs, by how each is opened. */
    private static final List<String> DIALOGS = List.of(
            "copse-keys-dialog.open()",
            "copse-why-dialog.ask(border)",
            "copse-scenario-list.ask()",
            "copse-scenario-form.ask()",
            "copse-publish-dialog.open()");

    /** Opens a dialog in place of the one before; a border is that of the first beat that has a neighbour. */
    private static final String OPEN =
            """
            ([tag, call]) => {
              const { plan, ground } = document.querySelector("copse-workspace").draft;
              const unit = plan.beatOf.findIndex((beat, i) => ground.neighbours[i].some((other) => plan.beatOf[other] !== beat));
              const border = [unit, ground.neighbours[unit].find((other) => plan.beatOf[other] !== plan.beatOf[unit])].map((one) => plan.beatOf[one]);
              document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
              document.querySelector(tag)[call.split("(")[0]](...(call.includes("border") ? [border] : []));
            }
            """;

    private static final String FOUND =
            """
            async (deep) => {
              const { violations } = deep ? await axe.run(document, { resultTypes: ["violations"] }) : { violations: [] };
              const said = violations.map((rule) => `${rule.id}: ${rule.help} ${rule.nodes.map((node) => node.html).slice(0, 3)}`);
              const raw = document.body.innerText.match(/(?<![\\w./@-])[a-z]{3,}\\.[a-z][A-Za-z]+(?![\\w./(@-])/g) ?? [];
              const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
              return [...said, ...raw.filter((key) => !/\\.(csv|json|geojson|pdf|zip|com|org|test)$/.test(key)).map((key) => `no message for ${key}`), ...(wide > 0 ? [`${wide} pixels stick out`] : [])];
            }
            """;

    /** Counts what a page has asked and not heard of, so that one need not wait for the network to be quiet for a while. */
    private static final String COUNTING =
            """
            window.openRequests = 0;
            const ask = window.fetch;
            window.fetch = (...what) => {
              window.openRequests++;
              return ask(...what).finally(() => setTimeout(() => window.openRequests--));
            };
            """;

    @RegisterExtension
    static final SampleCity CITY = new SampleCity();

    private static final Map<String, Visit> VISITS = new HashMap<>();

    private static String plan = "";

    /** The path of a beat's own page after its language. */
    private static String beat = "";

    @BeforeAll
    static void start() {
        Visit planner = CITY.desktop();
        VISITS.put("planner", planner);
        new PlanningDay(planner.signedInAs("planner"))
                .asksForBeats("For every page", 40, 6, "Balanced", 4)
                .seesBeats(40);
        new RedrawingDay(planner.page()).beginsFrom("Balanced");
        String consultation = new PlanningDay(planner.page())
                .drafts("Drawn by hand", "Plan of every page", "To be looked at")
                .opensTheConsultation("What do you think?");
        plan = consultation.substring(consultation.lastIndexOf('/') + 1);
        Visit anybody = CITY.desktop();
        VISITS.put("anybody", anybody);
        beat = anybody.at("/en/areas")
                .locator("main a[href*='/beats/']")
                .first()
                .getAttribute("href")
                .replaceFirst(".*(?=/beats/)", "");
        for (String role : List.of("auditor", "admin", "officer")) {
            Visit visit = CITY.desktop();
            visit.signedIn(role);
            VISITS.put(role, visit);
        }
        VISITS.values().forEach(visit -> visit.context().addInitScript(COUNTING));
    }

    @AfterAll
    static void stop() {
        VISITS.values().forEach(Visit::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "fr", "de", "ar"})
    void everyPageIsForEverybody(String language) {
        List<String> found = new ArrayList<>();
        pages(language).forEach((role, paths) -> {
            Visit visit = visit(role);
            visit.at("/problems");
            visit.page().evaluate("language => localStorage.setItem('copse.language', language)", language);
            for (String path : paths) {
                opened(visit, path);
                look(visit.page(), role + " at " + path, language, found);
                if (path.endsWith("#redraw")) {
                    lookAtTheWorkspace(visit.page(), language, found);
                }
            }
        });

        assertThat(found).as("pages in %s", language).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithAPage() {
        try (Visit visit = CITY.desktop()) {
            visit.context().addInitScript(COUNTING);
            opened(visit, "/problems");
            visit.page()
                    .evaluate(
                            """
                            document.querySelector("main").insertAdjacentHTML("beforeend", `<img src="/nothing.png"> planner.nosuchwords <div class="wide"></div>`);
                            document.querySelector(".wide").attributeStyleMap.set("width", CSS.px(2000));
                            document.querySelector(".wide").attributeStyleMap.set("height", CSS.px(10));
                            """);
            assertThat((List<?>) visit.page().evaluate(FOUND, true))
                    .extracting(Object::toString)
                    .anyMatch(finding -> finding.startsWith("image-alt"))
                    .contains("no message for planner.nosuchwords")
                    .anyMatch(finding -> finding.endsWith("pixels stick out"));
        }
    }

    private static void lookAtTheWorkspace(Page page, String language, List<String> found) {
        page.locator("copse-beats-panel table").waitFor();
        for (String panel : PANELS) {
            page.evaluate("panel => document.querySelector('#tab-' + panel).click()", panel);
            settled(page);
            look(page, "workspace " + panel, language, found);
        }
        for (String dialog : DIALOGS) {
            page.evaluate(OPEN, dialog.split("\\."));
            settled(page);
            look(page, "workspace " + dialog, language, found);
        }
    }

    private static Map<String, List<String>> pages(String language) {
        return Map.of(
                "anybody",
                List.of(
                        "/" + language,
                        "/" + language + "/areas",
                        "/" + language + "/privacy",
                        "/" + language + beat,
                        "/login",
                        "/login?error",
                        "/setup",
                        "/loading",
                        "/problems",
                        "/problems/validation",
                        "/nowhere",
                        "/plans",
                        "/changes",
                        "/changes?plan=" + plan,
                        "/compare/shared#nothing",
                        "/consultation/" + plan + "?lang=" + language),
                "planner",
                List.of(
                        "/planner",
                        "/planner#redraw",
                        "/compare",
                        "/import",
                        "/team",
                        "/officers",
                        "/handover",
                        "/contact",
                        "/account",
                        "/adoption",
                        "/adoption?plan=" + plan,
                        "/consultation-desk?plan=" + plan),
                "auditor",
                List.of("/audit", "/permissions"),
                "admin",
                List.of("/accounts", "/contact"),
                "officer",
                List.of("/duty", "/handover"));
    }

    private static void opened(Visit visit, String path) {
        Page page = visit.page();
        page.setViewportSize(DESK, HEIGHT);
        page.navigate("about:blank"); // else another fragment is no other page
        visit.at(path);
        settled(page);
        page.evaluate(AxeBuilder.getAxeScript());
    }

    private static void settled(Page page) {
        page.evaluate(
                """
                async () => {
                  while (document.readyState !== "complete" || window.openRequests > 0) await new Promise((next) => setTimeout(next, 10));
                }
                """);
        drawn(page);
    }

    private static void drawn(Page page) {
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    private static void look(Page page, String what, String language, List<String> found) {
        String name = ("every-" + language + " " + what)
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]+", "")
                .replaceAll("\\W+", "-");
        for (int width : new int[] {DESK, PHONE}) {
            page.setViewportSize(width, HEIGHT);
            drawn(page);
            Chromium.picture(page, name + "-" + width);
            for (Object finding : (List<?>) page.evaluate(FOUND, isDeep(language, width))) {
                found.add(what + ", " + width + " pixels: " + finding);
            }
        }
        String lang = page.locator("html").getAttribute("lang");
        if (!language.equals(lang)) {
            found.add(what + ": is in " + lang);
        }
    }

    /**
     * Axe takes a second a page: it looks at phones in a language of each direction, whose pages hold what those of the others hold, and at all
     * where {@code COPSE_EVERY_LANGUAGE} is true. Messages and widths are looked at everywhere.
     */
    private static boolean isDeep(String language, int width) {
        return "true".equals(System.getenv("COPSE_EVERY_LANGUAGE"))
                || (width == PHONE && Set.of("en", "ar").contains(language));
    }

    private static Visit visit(String role) {
        return requireNonNull(VISITS.get(role), role);
    }
}
