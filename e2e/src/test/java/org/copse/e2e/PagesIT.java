package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every page owes everybody: no barrier, no stranger, no sideways scrolling, any language, the keyboard alone. */
class PagesIT {

    private static final String MARKET = "51.42, 2.72";

    @RegisterExtension
    static final SampleCity CITY = new SampleCity();

    @BeforeAll
    static void start() {
        try (Visit planner = CITY.desktop()) {
            new PlanningDay(planner.signedInAs("planner"))
                    .asksForBeats("For every page", 40, 6, "Several alternatives", 4)
                    .seesBeats(40);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axeFindsNothingOnAnyPage(ColorScheme scheme) {
        try (Visit visit =
                CITY.visit(Chromium.english().setViewportSize(1280, 860).setColorScheme(scheme))) {
            for (String path : new String[] {"/", "/login", "/login?error"}) {
                visit.at(path);
                assertThat(visit.page().getByRole(AriaRole.HEADING).first()).isVisible();
                Chromium.picture(visit.page(), "page" + path.replaceAll("\\W", "-") + "-" + scheme);
                visit.isAccessible(path + " " + scheme);
            }
            answered(visit.at("/resident"));
            mapDrawn(visit.page().getByLabel("Map of the beats"));
            Chromium.picture(visit.page(), "resident-desktop-" + scheme);
            visit.isAccessible("/resident " + scheme);
            new PlanningDay(visit.signedInAs("planner")).seesBeats(40);
            mapDrawn(visit.page().getByLabel("Map of layers and proposed beats"));
            Chromium.picture(visit.page(), "planner-desktop-" + scheme);
            visit.isAccessible("/planner " + scheme);
            visit.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New scenario"))
                    .click();
            visit.isAccessible("/planner, new scenario " + scheme);
            visit.wentQuietly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/resident", "/planner"})
    void aPhoneOf320PixelsScrollsOneWayOnly(String path) {
        try (Visit visit = CITY.phone(320)) {
            if (path.equals("/planner")) {
                new PlanningDay(visit.signedInAs("planner")).seesBeats(40);
            } else {
                visit.at(path);
            }
            if (path.equals("/resident")) {
                answered(visit.page());
            }
            assertThat(visit.page().getByRole(AriaRole.HEADING).first()).isAttached();
            Chromium.picture(visit.page(), "phone-320" + path.replace('/', '-'));
            Object overhang = visit.page()
                    .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(overhang).as("pixels beyond the right edge of %s", path).isEqualTo(0);
        }
    }

    @Test
    void residentFindsTheOfficerWithTheKeyboardAlone() {
        try (Visit visit = CITY.desktop()) {
            Page page = visit.at("/resident");
            Locator position = page.getByLabel("Your address");
            assertThat(position).isVisible();
            tabTo(page, position);
            page.keyboard().type(MARKET);
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
            assertThat(page.locator("#told")).containsText(Pattern.compile("beat|Beat"));
        }
    }

    @Test
    void plannerSignsInAndOpensADialogWithTheKeyboardAlone() {
        try (Visit visit = CITY.desktop()) {
            Page page = visit.at("/login");
            assertThat(page.getByLabel("User name")).isFocused();
            page.keyboard().type("planner");
            page.keyboard().press("Tab");
            page.keyboard().type(CITY.server().password());
            page.keyboard().press("Enter");
            page.waitForURL("**/planner");
            Locator create = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New scenario"));
            assertThat(create).isVisible();
            tabTo(page, create);
            page.keyboard().press("Enter");
            Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("New scenario"));
            assertThat(dialog).isVisible();
            page.keyboard().press("Escape");
            assertThat(dialog).isHidden();
            assertThat(create).isFocused();
        }
    }

    @Test
    void pagesWithoutRoomInTheBarAreBehindMore() {
        try (Visit visit = CITY.desktop()) {
            visit.signedInAs("planner");
            Page page = visit.at("/team");
            Locator last = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Contact"));
            Locator more = page.locator("nav summary");
            page.setViewportSize(1600, 780);
            assertThat(last).isVisible();
            assertThat(more).hasCount(0);
            page.setViewportSize(1000, 780);
            assertThat(more).isVisible();
            assertThat(last).isHidden();
            assertThat(page.locator("header.bar").boundingBox().height).isLessThan(64);
            more.click();
            last.click();
            assertThat(page).hasURL(Pattern.compile("/contact$"));
            visit.wentQuietly();
        }
    }

    @Test
    void arabicReadsFromRightToLeft() {
        try (Visit visit =
                CITY.visit(new Browser.NewContextOptions().setLocale("ar").setViewportSize(390, 780))) {
            Page page = visit.at("/resident");
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
            assertThat(page.locator("html")).hasAttribute("lang", "ar");
            page.locator("input[name=address]").fill(MARKET);
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
            Chromium.picture(page, "resident-arabic");
            visit.isAccessible("/resident in Arabic");
            visit.wentQuietly();
        }
    }

    @Test
    void theAnswerDoesNotNeedTheMap() {
        try (Visit visit = CITY.phone(390)) {
            visit.context().route("**/resident-map.js", route -> route.abort());
            answered(visit.at("/resident"));
            assertThat(visit.page().getByText("The map did not load")).isVisible();
        }
    }

    @Test
    void aPlaceInTheSeaIsOutsideAndNamesTheNearestBeat() {
        try (Visit visit = CITY.phone(390)) {
            Page page = visit.at("/resident");
            ask(page, "51.6, 2.5");
            assertThat(page.getByText("This place is outside the district. The nearest beat is")
                            .last())
                    .isVisible();
            Chromium.picture(page, "resident-outside");
        }
    }

    @Test
    void aTypingErrorIsExplainedWhereItWasMade() {
        try (Visit visit = CITY.phone(390)) {
            Page page = visit.at("/resident");
            ask(page, "xyzzy");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("No such address is known here");
            assertThat(page.getByLabel("Your address")).isFocused();
        }
    }

    @Test
    void anErrorTakesTheAnswerBeforeItAway() {
        try (Visit visit = CITY.phone(390)) {
            Page page = visit.at("/resident");
            answered(page);
            ask(page, "xyzzy");
            assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(0);
        }
    }

    @Test
    void numbersTheWrongWayRoundAreProposedTheOtherWayRound() {
        try (Visit visit = CITY.phone(390)) {
            Page page = visit.at("/resident");
            ask(page, "2.72, 51.42");
            Locator turned =
                    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look at 51.42, 2.72"));
            assertThat(turned).isVisible();
            assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(0);
            turned.click();
            assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
            assertThat(page.getByLabel("Your address")).hasValue("51.42, 2.72");
        }
    }

    @Test
    void aClickOnTheMapAsksInPlaceOfWhatWasTyped() {
        try (Visit visit = CITY.desktop()) {
            Page page = visit.at("/resident");
            answered(page);
            mapDrawn(page.getByLabel("Map of the beats"));
            page.getByLabel("Map of the beats").click();
            assertThat(page.getByLabel("Your address")).hasValue("");
        }
    }

    @Test
    void whoMayNotSeeAPageIsLedOn() {
        try (Visit visit = CITY.desktop()) {
            visit.signedInAs("analyst");
            Page page = visit.at("/audit");
            assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("This page is not open to you");
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Planner")))
                    .isVisible();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("To the first page"))
                    .click();
            page.waitForURL("**/en");
        }
    }

    @Test
    void theResidentsPositionIsInNoAddress() {
        try (Visit visit = CITY.desktop()) {
            StringBuilder addresses = new StringBuilder();
            visit.page().onRequest(request -> addresses.append(request.url()).append('\n'));
            answered(visit.at("/resident"));
            assertThat(addresses.toString()).doesNotContain("51.42").doesNotContain("2.72");
            assertThat(CITY.server().log()).doesNotContain("51.42").doesNotContain("2.72");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/resident"})
    void aPhoneLooksGoodInTheDark(String path) {
        try (Visit visit = CITY.visit(Chromium.english()
                .setViewportSize(390, 780)
                .setIsMobile(true)
                .setHasTouch(true)
                .setColorScheme(ColorScheme.DARK))) {
            answered(visit.at(path));
            mapDrawn(visit.page().getByLabel("Map of the beats"));
            Chromium.picture(visit.page(), "resident-phone-dark");
            visit.isAccessible(path + " on a phone in the dark");
        }
    }

    private static void answered(Page page) {
        ask(page, MARKET);
        assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
    }

    private static void ask(Page page, String position) {
        page.getByLabel("Your address").fill(position);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Find").setExact(true))
                .click();
    }

    private static void mapDrawn(Locator map) {
        assertThat(map).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(300_000));
        Visit.settled(map.page());
    }

    private static void tabTo(Page page, Locator target) {
        for (int presses = 0; presses < 40; presses++) {
            if (Boolean.TRUE.equals(target.evaluate("element => element === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached with 40 presses of Tab: " + target);
    }
}
