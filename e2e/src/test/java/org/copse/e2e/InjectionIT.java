package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever people write stays text in a real browser: in names, reasons, attributes, and on every page that shows them. */
class InjectionIT {
    private static final String SCRIPT = "<img src=x onerror=\"window.hacked=1\"><svg onload=\"window.hacked=1\"></svg>"
            + "'\"><script>window.hacked=1</script>";

    @RegisterExtension
    static final SampleCity CITY = new SampleCity();

    @Test
    void textsStayTexts() {
        try (Visit visit = CITY.desktop()) {
            Page page = visit.signedInAs("planner");
            String answers = write(page);
            assertThat(answers).isEqualTo("201 201 201");
            page.reload();
            // The layer's row, with its name as it was written.
            assertThat(page.locator("copse-layers-panel")
                            .getByText("window.hacked=1")
                            .first())
                    .isVisible();
            for (var box : page.getByRole(AriaRole.CHECKBOX).all()) {
                if (box.isVisible() && box.isEnabled() && !box.isChecked()) {
                    box.click();
                    Visit.settled(page);
                    explains(page.locator("dialog[open]"));
                    assertThat(box).isChecked();
                }
            }
            Visit.settled(page);
            page.mouse().move(640, 430);
            Visit.settled(page);
            harmless(page);
            visit.wentQuietly();
        }
        try (Visit visit = CITY.desktop()) {
            Page page = visit.at("/login");
            page.getByLabel("User name").fill("auditor");
            page.getByLabel("Password").fill(CITY.server().password());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();
            page.waitForURL("**/audit");
            assertThat(page.locator("table.log tbody tr").first()).isVisible();
            for (var details : page.locator("table.log summary").all()) {
                details.click();
            }
            assertThat(page.getByText("window.hacked=1").first()).isVisible();
            harmless(page);
            visit.isAccessible("/audit");
            visit.at("/permissions");
            assertThat(page.locator("table.matrix tbody tr").first()).isVisible();
            visit.isAccessible("/permissions");
            visit.wentQuietly();
        }
        for (String path :
                List.of("/", "/resident", "/login?error=" + "<script>window.hacked=1</script>", "/nowhere<script>")) {
            try (Visit visit = CITY.desktop()) {
                harmless(visit.at(path));
            }
        }
    }

    /** Points of incidents are asked about; what is answered goes into the log. */
    private static void explains(Locator dialog) {
        if (dialog.isVisible()) {
            dialog.getByRole(AriaRole.TEXTBOX).fill(SCRIPT);
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show the points"))
                    .click();
        }
    }

    private static void harmless(Page page) {
        assertThat(page.evaluate("window.hacked === undefined && !document.querySelector('img[src=\"x\"]')"))
                .as("no script of a text ran, and no tag of one is in %s", page.url())
                .isEqualTo(true);
    }

    /** Imports a layer of units and one of places, and makes a scenario, all of them named by the script. */
    private static String write(Page page) {
        return String.valueOf(page.evaluate(
                """
                async ({script}) => {
                  const {csrf} = await (await fetch("/api/v1/session")).json();
                  const square = (x) => [[[x, 51.4], [x + 0.01, 51.4], [x + 0.01, 51.41], [x, 51.41], [x, 51.4]]];
                  const feature = (i, geometry) => ({type: "Feature", properties: {id: "a" + i + script, name: script,
                    pop: 1000, type: script}, geometry});
                  const send = async (kind, features) => {
                    const form = new FormData();
                    form.set("kind", kind);
                    form.set("name", script + kind);
                    form.set("source", script);
                    form.set("licence", script);
                    form.set("purpose", script);
                    form.set("legalBasis", script);
                    form.set("roles", JSON.stringify(kind === "UNITS" ? {ID: "id", NAME: "name", POPULATION: "pop"} : {NAME: "name"}));
                    form.set("file", new Blob([JSON.stringify({type: "FeatureCollection", features})]), "x.geojson");
                    return fetch("/api/v1/layers", {method: "POST", body: form, headers: {[csrf.header]: csrf.token}});
                  };
                  const units = await send("UNITS", [0, 1, 2].map((i) => feature(i, {type: "Polygon", coordinates: square(2.7 + i / 100)})));
                  const places = await send("PLACES", [feature(0, {type: "Point", coordinates: [2.705, 51.405]})]);
                  const scenario = await fetch("/api/v1/scenarios", {method: "POST",
                    headers: {"Content-Type": "application/json", [csrf.header]: csrf.token},
                    body: JSON.stringify({name: script, layers: {units: (await units.json()).layer.id}, officers: 2, sectors: 1})});
                  return [units.status, places.status, scenario.status].join(" ");
                }
                """,
                Map.of("script", SCRIPT)));
    }
}
