package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product's main job from end to end, as a planner and a resident live it; the same on either database. */
abstract class MainJob {

    /** Two beats' worth of city on either side of the river: the market square and a place by the southern rim. */
    private static final String MARKET = "51.42, 2.72";

    @TempDir
    Path folder;

    /** Starts the server on this test's database. */
    abstract RunningServer start(Path folder) throws Exception;

    @Test
    void plannerDividesTheCityAndResidentsFindTheirOfficer() throws Exception {
        try (Chromium browser = Chromium.start();
                RunningServer server = start(folder)) {
            try (Visit planner = browser.desktop(server)) {
                new PlanningDay(planner.signedInAs("planner"))
                        .imports(mobilePosts(), "Focal places", "Mobile posts")
                        .asksForBeats("Twelve officers", 12, 3, "Balanced", 4)
                        .seesBeats(12);
                new RedrawingDay(planner.page())
                        .beginsFrom("Balanced")
                        .paintsIntoBeat(7)
                        .undoesAndRedoes("move (a unit|\\d+ units)")
                        .reloads()
                        .saves()
                        .givesUnitsByKeyboard("12")
                        .anotherSaves(10, 11)
                        .savesOverAnothersPlanKeepingBoth()
                        .mergesAndTakesItBack(7)
                        .locksSome()
                        .looksAtChecks()
                        .saves()
                        .goesTo("Wervelring");
                AdoptionDay day = new PlanningDay(planner.page())
                        .drafts(
                                "Drawn by hand",
                                "Plan of the day",
                                "Beats in force leave the centre with twice the work of the rim.");
                String consultation = day.opensTheConsultation("New beats from spring. What do you think?");
                try (Visit resident = browser.phone(server, 390)) {
                    AdoptionDay.says(resident.at(consultation), "Our school would lie on the border.");
                    resident.isAccessible("the page of a consultation");
                    resident.wentQuietly();
                }
                day.answersAndCloses("The school lies on the border", "It stays where it was")
                        .assessesAndAdopts()
                        .putsInForce("Council, 3 May");
                planner.isAccessible("the page of a plan");
                planner.wentQuietly();
            }
            try (Visit resident = browser.phone(server, 390)) {
                findsAnOfficer(resident.at("/resident"));
                resident.wentQuietly();
            }
            try (Visit planner = browser.desktop(server)) {
                planner.signedInAs("planner");
                planner.at("/adoption");
                planner.page()
                        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Plan of the day"))
                        .click();
                new AdoptionDay(planner.page()).takesBack("The school lies on the border after all.");
            }
        }
    }

    private static void findsAnOfficer(Page page) {
        // A plan takes force some seconds after its publication, so that all servers switch together.
        Locator inForce = page.getByText(Pattern.compile("According to the plan .Plan of the day."));
        for (int attempt = 0; attempt < 300 && !inForce.isVisible(); attempt++) {
            page.getByLabel("Your address").fill(MARKET);
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Find").setExact(true))
                    .click();
            page.waitForTimeout(1000);
        }
        assertThat(inForce).isVisible();
        Locator card = page.getByRole(AriaRole.ARTICLE);
        assertThat(card.first()).containsText(Pattern.compile("Beat .+ · Sector .+"));
        String atTheMarket = card.first().textContent();

        Locator map = page.getByLabel("Map of the beats");
        assertThat(map).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(300_000));
        Visit.settled(page);
        map.click(new Locator.ClickOptions().setPosition(120, 300));
        assertThat(card.first()).not().hasText(atTheMarket);
    }

    private Path mobilePosts() throws IOException {
        return Files.writeString(
                folder.resolve("posts.csv"),
                """
                id,name,type,lon,lat
                1,Post at the market,mobile post,2.7201,51.4203
                2,Post by the station,mobile post,2.7250,51.4104
                3,Post nowhere,mobile post,,
                """);
    }
}
