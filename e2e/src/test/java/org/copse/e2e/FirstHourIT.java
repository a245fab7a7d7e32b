package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a planner, a resident and an administrator meet in their first hour. */
class FirstHourIT {

    @RegisterExtension
    static final SampleCity CITY = new SampleCity();

    @BeforeAll
    static void start() {
        try (Visit planner = CITY.desktop()) {
            new PlanningDay(planner.signedInAs("planner"))
                    .asksForBeats("First hour", 40, 6, "Several alternatives", 4)
                    .seesBeats(40);
        }
    }

    @Test
    void aProposalBeginsWithOneSentenceThenAChartThenTheAlternatives() {
        try (Visit visit = CITY.desktop()) {
            Page page = visit.signedInAs("planner");
            new PlanningDay(page).seesBeats(40);
            Locator verdict = page.locator(".verdict");
            assertThat(verdict).containsText(Pattern.compile("^40 beats.*residents change officer"));
            Locator chart = page.getByRole(
                    AriaRole.IMG, new Page.GetByRoleOptions().setName(Pattern.compile("deviations of 40 beats")));
            assertThat(chart.locator("g.bar")).hasCount(40);
            assertThat(chart.locator("rect.band")).hasCount(1);
            Locator alternatives = page.getByRole(
                    AriaRole.TABLE, new Page.GetByRoleOptions().setName(Pattern.compile("Alternatives")));
            assertThat(verdict.boundingBox().y).isLessThan(chart.boundingBox().y);
            assertThat(chart.boundingBox().y).isLessThan(alternatives.boundingBox().y);
        }
    }

    @Test
    void aBarOfTheChartPicksItsBeat() {
        try (Visit visit = CITY.desktop()) {
            Page page = visit.signedInAs("planner");
            new PlanningDay(page).seesBeats(40);
            Locator bar = page.locator("svg g.bar").first();
            String beat = bar.getAttribute("data-id");
            bar.locator(".reach").click();
            assertThat(page.locator("tr[data-id='" + beat + "'] button")).hasAttribute("aria-pressed", "true");
            assertThat(page.locator("svg g.bar.picked")).hasCount(1);
        }
    }

    @Test
    void anotherAlternativeIsShownByItsRow() {
        try (Visit visit = CITY.desktop()) {
            Page page = visit.signedInAs("planner");
            new PlanningDay(page).seesBeats(40);
            Locator rows = page.locator("table.alternatives tbody button");
            assertThat(rows.nth(0)).hasAttribute("aria-pressed", "true");
            rows.nth(1).click();
            assertThat(rows.nth(1)).hasAttribute("aria-pressed", "true");
            assertThat(rows.nth(0)).hasAttribute("aria-pressed", "false");
            assertThat(page.locator(".verdict")).containsText("40 beats");
        }
    }

    @Test
    void theSidesFoldAwayAndTheMapTakesTheirPlace() {
        try (Visit visit = CITY.desktop()) {
            Page page = visit.signedInAs("planner");
            new PlanningDay(page).seesBeats(40);
            Locator map = page.getByLabel("Map of layers and proposed beats");
            double before = map.boundingBox().width;
            Locator layers = page.getByRole(
                    AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName("Layers").setExact(true));
            Locator proposal = page.getByRole(
                    AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName("Proposal").setExact(true));
            layers.click();
            proposal.click();
            assertThat(page.locator("#side")).isHidden();
            assertThat(page.locator("#results")).isHidden();
            assertThat(layers).hasAttribute("aria-expanded", "false");
            assertThat(map.boundingBox().width).isGreaterThan(before + 200);
            layers.click();
            assertThat(page.locator("#side")).isVisible();
        }
    }

    @Test
    void onAPhoneThePagesAreBehindOneButton() {
        try (Visit visit = CITY.phone(390)) {
            Page page = visit.signedInAs("planner");
            Locator pages = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Pages"));
            assertThat(pages).isHidden();
            page.locator("details.menu > summary").click();
            assertThat(pages.getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("Contact")))
                    .isVisible();
            page.keyboard().press("Escape");
            assertThat(pages).isHidden();
            assertThat(page.locator("details.menu > summary")).isFocused();
            assertThat(page.locator("header.bar").boundingBox().height).isLessThan(80);
        }
    }

    @Test
    void hoursAreReadInTheReadersLanguage() {
        try (Visit visit =
                CITY.visit(new Browser.NewContextOptions().setLocale("nl").setViewportSize(390, 780))) {
            Page page = visit.at("/resident");
            page.locator("input[name=address]").fill("51.42, 2.72");
            page.keyboard().press("Enter");
            assertThat(page.getByText(Pattern.compile("ma–zo 08:00–20:00")).first())
                    .isVisible();
            assertThat(page.getByText("Mon-Sun")).hasCount(0);
        }
    }

    @Test
    void whileTheSampleLoadsThePageSaysHowFarItIs() {
        try (Visit visit = CITY.phone(390)) {
            visit.context()
                    .route(
                            "**/api/v1/loading",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody("{\"state\":\"loading\",\"layer\":\"Streets\",\"done\":6,\"of\":16}")));
            Page page = visit.at("/loading");
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Layer 7 of 16: Streets");
            assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasJSProperty("value", 6);
            visit.context().unroute("**/api/v1/loading");
            page.waitForURL("**/en");
        }
    }

    @Test
    void anAdministratorSetsHowThePoliceAreReachedAndIsToldWhatIsNoNumber() {
        try (Visit visit = CITY.desktop()) {
            visit.signedIn("admin");
            Page page = visit.at("/contact");
            Locator phone = page.getByLabel("Telephone");
            phone.fill("call us");
            Locator save = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"));
            save.click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("This is not a telephone number");
            assertThat(phone).isFocused();
            assertThat(phone).hasValue("call us");
            phone.fill("+32 2 555 01 99");
            save.click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved");
            Page resident = visit.at("/resident");
            resident.getByLabel("Your address").fill("50.0, 5.0"); // so far away that no beat is named
            resident.keyboard().press("Enter");
            assertThat(resident.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("+32 2 555 01 99")))
                    .isVisible();
        }
    }

    @Test
    void aPlannerSaysWithAReasonThatAColumnIsOrdinary() {
        try (Visit visit = CITY.desktop()) {
            Page page = visit.signedInAs("planner");
            Object units = page.evaluate(
                    "fetch('/api/v1/layers').then(r => r.json()).then(all => all.find(one => one.kind === 'UNITS').id)");
            visit.at("/import-report?layer=" + units);
            Locator row = page.getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions()
                            .setHas(page.getByRole(
                                    AriaRole.ROWHEADER,
                                    new Page.GetByRoleOptions()
                                            .setName("INCOME")
                                            .setExact(true))));
            assertThat(row).containsText("special category");
            row.getByRole(AriaRole.BUTTON).click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByLabel("special category")).isChecked();
            dialog.getByLabel("ordinary").check();
            Locator save = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"));
            save.click();
            assertThat(dialog).isVisible(); // without a reason nothing is decided
            dialog.getByLabel("Reason").fill("Published by the statistics office for all");
            save.click();
            assertThat(dialog).isHidden();
            assertThat(row).containsText("ordinary");
            assertThat(row).containsText("Published by the statistics office for all");
        }
    }

    @Test
    void whoProposesAtOnceGetsBeatsForTheOfficersThatThereAre() {
        try (Visit visit = CITY.desktop()) {
            Page page = visit.signedInAs("planner");
            List<Route> counting = new ArrayList<>();
            page.route("**/api/v1/staffing", counting::add);
            page.route(url -> url.endsWith("/api/v1/scenarios"), route -> {
                if (route.request().method().equals("POST")) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New scenario"))
                    .click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByText("The officers that there are are being counted…"))
                    .isVisible();
            Request asked = page.waitForRequest(
                    request -> request.method().equals("POST") && request.url().endsWith("/api/v1/scenarios"), () -> {
                        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Propose beats"))
                                .click();
                        counting.forEach(Route::resume);
                    });
            assertThat(asked.postData()).contains("\"officers\":40");
        }
    }

    @Test
    void aLayerImportedSinceIsOfferedAndTheLastScenariosStays() {
        try (Visit visit = CITY.desktop()) {
            Page page = visit.signedInAs("planner");
            visit.at("/import");
            new ImportVisit(page)
                    .sends(
                            "places.geojson",
                            "{\"type\":\"FeatureCollection\",\"features\":["
                                    + "{\"type\":\"Feature\",\"properties\":{\"id\":\"h1\",\"name\":\"Night shelter\",\"category\":\"shelter\"},"
                                    + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[2.72,51.42]}}]}")
                    .sees("Focal places")
                    .named("Shelters")
                    .imports();
            visit.at("/planner");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New scenario"))
                    .click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            Locator places = dialog.locator("#s-layer-places");
            assertThat(places.locator("option", new Locator.LocatorOptions().setHasText("Shelters")))
                    .hasCount(1);
            assertThat(places.locator("option:checked")).not().containsText("Shelters");
            assertThat(dialog.getByText("Imported since: Shelters")).isVisible();
        }
    }
}
