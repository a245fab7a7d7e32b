package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import java.util.List;

/** An officer with a phone in the street. */
final class WalkingOfficer implements AutoCloseable {
    private static final double LON = 2.6865;
    private static final double LAT = 51.4235;

    private final SampleCity city;
    private final Visit visit;
    private Page page;

    private WalkingOfficer(SampleCity city, Visit visit) {
        this.city = city;
        this.visit = visit;
        this.page = visit.page();
    }

    /** Opens the recorder on a phone, signed in. */
    static WalkingOfficer signedIn(SampleCity city) {
        return signedIn(city, Chromium.english());
    }

    static WalkingOfficer signedIn(SampleCity city, Browser.NewContextOptions options) {
        Visit visit = city.visit(options.setViewportSize(360, 740)
                .setHasTouch(true)
                .setIsMobile(true)
                .setGeolocation(new Geolocation(LAT, LON).setAccuracy(6))
                .setPermissions(List.of("geolocation")));
        WalkingOfficer officer = new WalkingOfficer(city, visit);
        visit.signedIn("officer");
        officer.page.navigate("/walk/");
        assertThat(officer.page.getByLabel("Where do you walk?")).isVisible();
        return officer;
    }

    Visit visit() {
        return visit;
    }

    Page page() {
        return page;
    }

    /** Fills in the sign-in that the page shows. */
    void signIn() {
        page.getByLabel("User name").fill("officer");
        page.getByLabel("Password").fill(city.server().password());
        button("Sign in").click();
    }

    /** Opens the recorder in another window of the same phone. */
    Page again() {
        page = visit.context().newPage();
        page.navigate("/walk/");
        return page;
    }

    Page begin(String title) {
        page.getByLabel("Where do you walk?").fill(title);
        button("Begin recording").click();
        assertThat(page.getByText("GPS ±6 m")).isVisible();
        return page;
    }

    /** Two taps: what, and how bad. */
    void find(String category, String severity) {
        if (category.equals("Graffiti")) {
            button("More…").click();
        }
        button("+ " + category).click();
        button(severity).click();
        assertThat(button("+ Lighting")).isVisible();
    }

    /** Opens what was found last, to say more of it. */
    void editsLast() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edit"))
                .click();
    }

    /** Adds a photo to what is open, as it is. */
    void photographs() {
        page.locator("#finding-photo").setInputFiles(Pictures.face());
        button("Keep photo").click();
        assertThat(page.getByAltText("Photo 1")).isVisible();
    }

    /** Goes so many degrees north and east of where the walk began. */
    void walkTo(double north, double east) {
        Object before = points();
        visit.context().setGeolocation(new Geolocation(LAT + north, LON + east).setAccuracy(6));
        page.waitForFunction("before => " + POINTS + ".then(now => now > before)", before);
    }

    private static final String POINTS =
            "new Promise((resolve, fail) => { const asked = indexedDB.open('copse-walk'); asked.onerror = fail;"
                    + " asked.onsuccess = () => { const tx = asked.result.transaction('points'); const count = tx.objectStore('points').count();"
                    + " count.onsuccess = () => { asked.result.close(); resolve(count.result); }; }; })";

    private Object points() {
        return page.evaluate(POINTS);
    }

    void finish() {
        button("Finish and check").click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Finish").setExact(true))
                .click();
    }

    void sendNow() {
        button("Send now").click();
    }

    /** Presses the button until nothing waits, on the page of what is unsent. */
    void sendUntilAllIsSent() {
        page.navigate("/walk/#outbox");
        for (int round = 0; round < 200; round++) {
            page.waitForFunction("() => !document.body.textContent.includes('Sending…')");
            if (page.getByText("Everything is sent").first().isVisible()) {
                return;
            }
            sendNow();
        }
        throw new AssertionError("not sent: " + page.locator("main").textContent());
    }

    /** Waits until what was recorded so far has gone by itself. */
    void waitUntilSent() {
        button("Pause").click();
        assertThat(page.getByText("Everything is sent").first()).isVisible();
    }

    /** Writes about the walk as a whole. */
    void note(String words) {
        button("Finish and check").click();
        page.getByLabel("About the walk as a whole").fill(words);
        page.getByLabel("About the walk as a whole").blur();
    }

    void signOut() {
        if (!button("Sign out").isVisible()) {
            page.locator("copse-header summary").click();
        }
        button("Sign out").click();
    }

    void isAllSent() {
        assertThat(page.getByText("Everything is sent").first()).isVisible();
    }

    /** Returns what the server has of a walk. */
    StoredWalk stored(String title) {
        return StoredWalk.of(visit.context().request(), title);
    }

    private com.microsoft.playwright.Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Override
    public void close() {
        visit.close();
    }
}
