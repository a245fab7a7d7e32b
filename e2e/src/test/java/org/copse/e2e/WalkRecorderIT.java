package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An officer records a walk on a phone. */
class WalkRecorderIT {
    /** Stores a walk with one finding, and plans another there; returns the ids of the planned walk and of the finding. */
    private static final String PLANNED_AFTER_A_FINDING =
            """
            async () => {
              const json = async (path, options) => (await fetch(path, options)).json();
              const { csrf } = await json("/api/v1/session");
              const { features: [{ properties: { id: beat } }] } = await json("/api/v1/plans/current/beats");
              const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
              const walk = { beat, title: "As planned", why: "Lamps", language: "en", starts: `${day}T19:00`, ends: `${day}T21:00`, light: "night",
                place: "Library", lon: 2.72, lat: 51.42, languages: ["en"], places: 20 };
              const send = (method, path, body) =>
                json(path, { method, headers: { "Content-Type": "application/json", [csrf.header]: csrf.token }, body: JSON.stringify(body) });
              const earlier = `/api/v1/walks/${crypto.randomUUID()}`;
              const lamp = crypto.randomUUID();
              const at = new Date(Date.now() - 86_400_000).toISOString();
              await send("PUT", earlier, { version: 1, title: "Earlier", startedAt: at, endedAt: at });
              await send("PUT", `${earlier}/findings/${lamp}`, { version: 1, at, category: "lighting", kind: "problem", severity: 3,
                place: { lon: 2.72, lat: 51.42, how: "pin" }, words: "Lamp out by the library" });
              return [(await send("POST", "/api/v1/planned-walks", walk)).id, lamp];
            }""";

    @RegisterExtension
    static final SampleCity CITY = new SampleCity();

    @Test
    void recordsAWalkAndSendsIt() {
        try (WalkingOfficer officer = WalkingOfficer.signedIn(CITY)) {
            Page page = officer.begin("North by day");
            Chromium.picture(page, "walk-record");
            officer.find("Lighting", "3 Serious");
            officer.find("Rubbish", "1 Slight");
            officer.walkTo(0.001, 0);
            officer.visit().isAccessible("the recorder");
            officer.editsLast();
            page.getByLabel("In words").fill("Bin overflows at the corner");
            Visit.settled(page);
            officer.visit().isAccessible("a finding");
            Chromium.picture(page, "walk-finding");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Done"))
                    .click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Finish and check"))
                    .click();
            page.getByLabel("How many").fill("4");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Add").setExact(true))
                    .click();
            assertThat(page.getByText("4 × Residents, 25 to 64")).isVisible();
            officer.visit().isAccessible("the check");
            Chromium.picture(page, "walk-check");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Finish").setExact(true))
                    .click();
            officer.isAllSent();
            officer.visit().isAccessible("the outbox");
            Chromium.picture(page, "walk-outbox");

            StoredWalk stored = officer.stored("North by day");
            assertThat(stored.words()).containsExactlyInAnyOrder("", "Bin overflows at the corner");
            assertThat(stored.walk().get("participants").get(0).get("count").asInt())
                    .isEqualTo(4);
            assertThat(stored.walk().get("endedAt").isNull()).isFalse();
            officer.visit().wentQuietly();
        }
    }

    @Test
    void aProblemIsFollowedFromTheWalkUntilItIsResolved() {
        try (WalkingOfficer officer = WalkingOfficer.signedIn(CITY);
                Visit supervisor = CITY.desktop()) {
            officer.begin("From the street to a solved problem");
            officer.find("Lighting", "3 Serious");
            officer.finish();
            officer.isAllSent();
            FollowedProblem.of(supervisor, "From the street to a solved problem")
                    .accept()
                    .resolve();
            supervisor.wentQuietly();
        }
    }

    @Test
    void opensAndRecordsWithoutANetwork() {
        try (WalkingOfficer officer = WalkingOfficer.signedIn(CITY)) {
            Page page = officer.visit().page();
            assertThat(page.getByText("Ready: works without a network.")).isVisible();
            page.reload();
            assertThat(page.getByText("Ready: works without a network.")).isVisible();
            officer.visit().context().setOffline(true);
            page.reload();
            officer.begin("Without a network");
            officer.find("Lighting", "4 Urgent");
            assertThat(page.getByText("kept here until there is a network").first())
                    .isVisible();
            Chromium.picture(page, "walk-offline");

            officer.visit().context().setOffline(false);
            officer.finish();
            officer.isAllSent();
            assertThat(officer.stored("Without a network").findings()).hasSize(1);
        }
    }

    @Test
    void aPlannedWalkIsBegunWithoutANetworkAndLinkedToItsPlan() {
        try (WalkingOfficer officer = WalkingOfficer.signedIn(CITY)) {
            Page page = officer.visit().page();
            List<?> made = (List<?>) page.evaluate(PLANNED_AFTER_A_FINDING);
            Object plan = made.get(0);
            assertThat(page.getByText("Ready: works without a network.")).isVisible();
            page.reload();
            assertThat(page.getByText("signed up: 0")).isVisible();
            assertThat(page.getByText(Pattern.compile("to look at again: [1-9]")))
                    .isVisible();
            assertThat(page.getByText("Land and streets for the map")).isVisible();
            officer.visit().isAccessible("walks to begin");
            officer.visit().context().setOffline(true);
            page.reload();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin this walk As planned"))
                    .click();
            officer.find("Lighting", "4 Urgent");
            page.getByText("To be looked at again").click();
            page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Lamp out by the library"))
                    .getByText("No longer there")
                    .click();
            assertThat(page.locator("details.again strong").getByText("No longer there"))
                    .isVisible();

            officer.visit().context().setOffline(false);
            officer.finish();
            officer.isAllSent();
            StoredWalk stored = officer.stored("As planned");
            assertThat(stored.walk().get("planned").asString()).isEqualTo(plan);
            assertThat(stored.findings().get(1).get("finding").get("again").asString())
                    .isEqualTo(made.get(1));
            assertThat(stored.findings().get(1).get("finding").get("gone").asBoolean())
                    .isTrue();

            page.navigate("/walks");
            assertThat(page.getByText("What was recorded")).isVisible();
            officer.visit().isAccessible("planned walks");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Plan a walk"))
                    .click();
            assertThat(page.locator("copse-plan-map .leaflet-control-zoom")).isVisible();
            officer.visit().isAccessible("the form of a walk");
            page.navigate("/en/walks/" + plan);
            officer.visit().isAccessible("a walk's page for residents");
        }
    }

    @Test
    void goesOnAfterThePageDied() {
        try (WalkingOfficer officer = WalkingOfficer.signedIn(CITY)) {
            officer.begin("Interrupted");
            officer.find("Lighting", "2 Moderate");
            officer.walkTo(0.0005, 0);
            officer.walkTo(0.001, 0);
            officer.visit().page().close();

            Page page = officer.again();
            assertThat(page.getByRole(
                            AriaRole.HEADING, new Page.GetByRoleOptions().setName("Continue your walk “Interrupted”?")))
                    .isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue Interrupted"))
                    .click();
            officer.walkTo(0.002, 0);
            officer.finish();
            officer.isAllSent();
            StoredWalk stored = officer.stored("Interrupted");
            assertThat(stored.findings()).hasSize(1);
            assertThat(stored.segments())
                    .as("what was walked before and after, and no line in between")
                    .isEqualTo(2);
        }
    }

    @Test
    void aCoveredFaceIsInNoPhotoThatLeavesThePhone() {
        try (WalkingOfficer officer = WalkingOfficer.signedIn(CITY)) {
            Page page = officer.begin("With a photo");
            officer.find("Graffiti", "2 Moderate");
            officer.editsLast();
            page.locator("#finding-photo").setInputFiles(Pictures.face());
            Locator canvas = page.locator("canvas.cover");
            assertThat(canvas).hasAttribute("width", "800");
            officer.visit().isAccessible("covering a photo");
            Chromium.picture(page, "walk-cover");
            canvas.focus();
            for (String key : new String[] {"Space", "Shift+ArrowLeft", "Shift+ArrowUp", "Shift+ArrowRight"}) {
                page.keyboard().press(key);
            }
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep photo"))
                    .click();
            assertThat(page.getByAltText("Photo 1")).isVisible();
            Chromium.picture(page, "walk-photo");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Done"))
                    .click();
            officer.finish();
            officer.isAllSent();

            StoredWalk stored = officer.stored("With a photo");
            assertThat(Pictures.isBlack(stored.photo(0), 0.5, 0.5))
                    .as("the middle was covered")
                    .isTrue();
            assertThat(Pictures.isBlack(stored.photo(0), 0.1, 0.1)).isFalse();
        }
    }

    @Test
    void anExpiredSignInAsksAgainAndKeepsAll() {
        try (WalkingOfficer officer = WalkingOfficer.signedIn(CITY)) {
            Page page = officer.begin("Signed out on the way");
            officer.visit().context().clearCookies();
            officer.find("Lighting", "1 Slight");
            officer.finish();
            assertThat(page.getByText("Your sign-in has expired.").first()).isVisible();
            Chromium.picture(page, "walk-sign-in");

            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                    .first()
                    .click();
            officer.signIn();
            page.waitForURL("**/walk/");
            officer.isAllSent();
            assertThat(officer.stored("Signed out on the way").findings()).hasSize(1);
        }
    }

    @Test
    void signingOutSaysWhatIsUnsentAndWipes() {
        try (WalkingOfficer officer = WalkingOfficer.signedIn(CITY)) {
            Page page = officer.begin("To be wiped");
            page.route("**/api/v1/walks/**", route -> route.abort());
            officer.find("Lighting", "1 Slight");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Finish and check"))
                    .click();
            officer.signOut();
            assertThat(page.getByRole(
                            AriaRole.HEADING, new Page.GetByRoleOptions().setName("Some of a walk is not sent")))
                    .isVisible();
            Chromium.picture(page, "walk-leave");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Stay and send"))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("To be wiped")))
                    .isVisible();
            officer.signOut();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove and sign out"))
                    .click();
            page.waitForURL(address -> !address.contains("/walk/"));
            page.navigate("/walk/");
            assertThat(page.getByText("Sign in once before the first walk")
                            .or(page.getByLabel("Where do you walk?"))
                            .first())
                    .isVisible();
            assertThat(page.getByText("To be wiped")).hasCount(0);
        }
    }

    @Test
    void wordsStayThoughAnotherTapComesBeforeTheyAreStored() {
        try (WalkingOfficer officer = WalkingOfficer.signedIn(CITY)) {
            Page page = officer.begin("In a hurry");
            officer.find("Lighting", "2 Moderate");
            officer.editsLast();
            assertThat(page.getByLabel("In words")).isVisible();
            page.evaluate(
                    """
                    () => {
                      const words = document.querySelector("#finding-words");
                      words.value = "Lamp out";
                      words.dispatchEvent(new Event("change"));
                      document.querySelectorAll(".severities button")[1].click();
                    }
                    """);
            assertThat(page.getByLabel("In words")).hasValue("Lamp out");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Done"))
                    .click();
            officer.finish();
            officer.isAllSent();

            StoredWalk stored = officer.stored("In a hurry");
            assertThat(stored.words()).containsExactly("Lamp out");
            assertThat(stored.severities()).containsExactly(1);
        }
    }

    @Test
    void anEarlierWalkIsFinishedWhileAnotherIsRecorded() {
        try (WalkingOfficer officer = WalkingOfficer.signedIn(CITY)) {
            Page page = officer.begin("Left open");
            page.evaluate("location.hash = ''");
            officer.begin("Going on");
            page.evaluate("location.hash = ''");
            open(page, "Left open");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Finish").setExact(true))
                    .click();
            assertThat(page).hasURL(Pattern.compile("#outbox$"));
            page.evaluate("location.hash = ''");
            open(page, "Going on");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Back"))
                    .click();

            assertThat(page.getByText("recording", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            officer.finish();
            officer.isAllSent();
            StoredWalk earlier = officer.stored("Left open");
            StoredWalk later = officer.stored("Going on");
            assertThat(Instant.parse(earlier.walk().get("endedAt").asString()))
                    .isBefore(Instant.parse(later.walk().get("endedAt").asString()));
        }
    }

    private static void open(Page page, String title) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title)))
                .isVisible();
    }

    @Test
    void aPhotoThatIsLeftOutDoesNotLeaveThePhone() {
        try (WalkingOfficer officer = WalkingOfficer.signedIn(CITY)) {
            Page page = officer.begin("Thought over");
            officer.visit().context().setOffline(true);
            officer.find("Graffiti", "2 Moderate");
            officer.editsLast();
            officer.photographs();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Leave out"))
                    .click();
            assertThat(page.getByAltText("Photo 1")).hasCount(0);
            officer.visit().context().setOffline(false);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Done"))
                    .click();
            officer.finish();
            officer.isAllSent();

            assertThat(officer.stored("Thought over").manifest().get("photos").size())
                    .isZero();
        }
    }
}
