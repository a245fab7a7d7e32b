package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that the server writes for everybody, with and without script. */
class ResidentPagesIT {
    private static final String MARKET = "51.42, 2.72";
    private static final int MOST_BYTES = 150_000;
    private static final int MOST_REQUESTS = 14;

    @RegisterExtension
    static final SampleCity CITY = new SampleCity();

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "fr", "de", "ar"})
    void everyPageIsAccessibleInEveryLanguageAndNarrow(String language) {
        try (Visit visit = CITY.phone(320)) {
            Page page = visit.at("/" + language + "/areas");
            String beat = page.locator(".areas a").first().getAttribute("href");
            String sector = page.locator(".section h2 a").first().getAttribute("href");
            for (String path : List.of(
                    "/" + language + "/areas",
                    beat,
                    sector,
                    "/" + language + "/privacy",
                    "/" + language + "/embed",
                    "/" + language + "/concern",
                    "/" + language + "/concern/status")) {
                visit.at(path);
                assertThat(page.locator("html")).hasAttribute("lang", language);
                assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
                visit.isAccessible(path);
                assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .as("pixels beyond the edge of %s", path)
                        .isEqualTo(0);
            }
            assertThat(visit.context().cookies()).isEmpty();
            assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
            visit.wentQuietly();
        }
    }

    @Test
    void withoutScriptTheFormAsksWhichAndAnswers() {
        try (Visit visit = CITY.visit(new Browser.NewContextOptions()
                .setLocale("nl")
                .setJavaScriptEnabled(false)
                .setViewportSize(320, 700))) {
            Page page = visit.at("/");
            page.waitForURL("**/nl");
            page.locator("#address").fill(MARKET);
            page.locator("form button.primary").click();
            assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
            assertThat(page.locator("#address")).hasValue(MARKET);
            page.getByRole(AriaRole.ARTICLE)
                    .first()
                    .getByRole(AriaRole.LINK)
                    .first()
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING).first()).containsText("Wijk");
            assertThat(page.url()).contains("/nl/beats/");
            assertThat(visit.context().cookies()).isEmpty();
        }
    }

    @Test
    void aConcernIsFiledWithoutScriptAndFollowedToItsEnd() {
        try (Visit visit = CITY.visit(new Browser.NewContextOptions()
                        .setLocale("nl")
                        .setJavaScriptEnabled(false)
                        .setViewportSize(320, 700));
                Visit desk = CITY.desktop()) {
            Page page = visit.at("/nl/concern");
            page.locator("#category").selectOption("lighting");
            page.locator("#words").fill("De lamp op het plein is stuk, er was brand");
            page.locator("#address").fill("Molen");
            page.locator("#concern button.primary").click();
            page.locator("#which input").first().check();
            page.locator("#concern button.primary").click();
            assertThat(page.locator(".summary")).containsText("Molenstraat");
            assertThat(page.locator(".notice.danger")).containsText("112");
            page.locator("#photo").setInputFiles(Pictures.face());
            page.locator("#send button.primary").click();
            assertThat(page.locator("#code")).containsText("-");
            page.locator("form button.primary").click();
            assertThat(page.locator("#status")).containsText("ontvangen");

            desk.signedIn("supervisor");
            Page queue = desk.at("/concerns");
            queue.locator(".finding-list button").first().click();
            assertThat(queue.locator("#open-concern img")).isVisible();
            desk.isAccessible("/concerns");
            Chromium.picture(queue, "concerns");
            queue.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Say what was done"))
                    .click();
            queue.getByLabel("Begin with a text").selectOption("repaired");
            assertThat(queue.getByLabel("What they read")).hasValue("Het is in orde gebracht. Dank u voor uw melding.");
            queue.locator("dialog[open] button.primary").click();
            assertThat(queue.locator("#open-concern .state").first()).hasText("done");
            desk.wentQuietly();

            page.locator("form button.primary").click();
            assertThat(page.locator("#status")).containsText("Het is in orde gebracht.");
            assertThat(page.url()).endsWith("/nl/concern/status");
            assertThat(visit.context().cookies()).isEmpty();
        }
    }

    @Test
    void theLanguageIsSwitchedWithoutScriptAndStaysOnThePage() {
        try (Visit visit =
                CITY.visit(new Browser.NewContextOptions().setLocale("en").setJavaScriptEnabled(false))) {
            Page page = visit.at("/en/areas");
            page.locator(".languages summary").click();
            page.locator(".languages a[lang=ar]").click();
            page.waitForURL("**/ar/areas");
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        }
    }

    @Test
    void whatComesBeforeTheMapKeepsItsBudget() {
        try (Visit visit = CITY.phone(390)) {
            visit.context().route("**/resident-map.js", route -> route.abort());
            List<Request> asked = new CopyOnWriteArrayList<>();
            visit.page().onRequestFinished(asked::add);
            Page page = visit.at("/en");
            page.locator("#address").fill(MARKET);
            page.locator("form button.primary").click();
            assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
            Visit.settled(page);
            List<Request> before = asked.stream()
                    .filter(request -> !request.url().matches(".*(leaflet|map)\\.css"))
                    .toList();
            int bytes = before.stream()
                    .mapToInt(request -> request.sizes().responseBodySize)
                    .sum();
            System.out.println("before the map: " + bytes + " bytes in " + before.size() + " requests");
            assertThat(bytes)
                    .as("bytes of %s", before.stream().map(Request::url).toList())
                    .isLessThan(MOST_BYTES);
            assertThat(before).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
        }
    }
}
