package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Networks, proxies, clocks and phones do what they can; every item arrives exactly once. */
class WalkFaultsIT {
    private static final String PORTAL =
            "<!doctype html><title>Welcome to the café</title><form>Sign in to surf</form>";

    @RegisterExtension
    static final SampleCity CITY = new SampleCity();

    /** What stands between phone and server, and how often it still gets in the way. */
    private static final class Weather {
        private final Random seeded;
        private int left;

        Weather(long seed, int faults) {
            seeded = new Random(seed);
            left = faults;
        }

        void meet(Route route) {
            if (left <= 0) {
                route.resume();
                return;
            }
            left--;
            switch (seeded.nextInt(9)) {
                case 0 -> route.abort();
                case 1 -> answerLost(route);
                case 2 -> answer(route, 500, "text/html", "<h1>Internal Server Error</h1>");
                case 3 -> answer(route, 413, "text/html", "<h1>Request Entity Too Large</h1>");
                case 4 -> answer(route, 200, "text/html", PORTAL);
                case 5 -> halfAnAnswer(route);
                case 6 -> answer(route, 409, "text/plain", "conflict");
                case 7 -> answer(route, 200, "application/json", "{}");
                default -> route.resume();
            }
        }

        /** The server has it, and the phone never hears so. */
        private static void answerLost(Route route) {
            route.fetch();
            route.abort();
        }

        private static void halfAnAnswer(Route route) {
            APIResponse answer = route.fetch();
            String text = answer.text();
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(answer.status())
                    .setContentType("application/json")
                    .setBody(text.substring(0, text.length() / 2)));
        }

        private static void answer(Route route, int status, String type, String body) {
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(status)
                    .setContentType(type)
                    .setBody(body));
        }
    }

    private static WalkingOfficer officer() {
        return WalkingOfficer.signedIn(CITY, Chromium.english().setServiceWorkers(ServiceWorkerPolicy.BLOCK));
    }

    @Test
    void everyItemArrivesOnceWhateverTheNetworkDoes() {
        for (long seed = 1; seed <= 3; seed++) {
            try (WalkingOfficer officer = officer()) {
                Weather weather = new Weather(seed, 40);
                officer.visit().context().route("**/api/v1/session", weather::meet);
                officer.visit().context().route("**/api/v1/walks/**", weather::meet);
                String title = "Bad weather " + seed;
                Page page = officer.begin(title);
                for (int i = 0; i < 4; i++) {
                    officer.find("Lighting", i + " ");
                    officer.walkTo(0.0005 * (i + 1), 0.0003);
                }
                officer.editsLast();
                officer.photographs();
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Done"))
                        .click();
                officer.finish();
                officer.sendUntilAllIsSent();

                StoredWalk stored = officer.stored(title);
                assertThat(stored.severities()).as(title).containsExactlyInAnyOrder(0, 1, 2, 3);
                assertThat(new HashSet<>(stored.ids())).as(title).hasSize(4);
                assertThat(stored.manifest().get("photos").size()).isEqualTo(1);
                assertThat(stored.manifest().get("photos").get(0).get("stored").asBoolean())
                        .isTrue();
                assertThat(stored.segments()).isEqualTo(1);
                assertThat(stored.walk().get("endedAt").isNull()).isFalse();
            }
        }
    }

    @Test
    void aClockThatIsWrongLosesNothing() {
        try (WalkingOfficer officer = officer()) {
            officer.visit()
                    .context()
                    .addInitScript("const real = Date; window.shift = 315e9;"
                            + "window.Date = class extends real {"
                            + " constructor(...given) { if (given.length) super(...given); else super(real.now() + window.shift); }"
                            + " static now() { return real.now() + window.shift; } };");
            officer.page().reload();
            Page page = officer.begin("Another decade");
            officer.find("Lighting", "1 Slight");
            officer.walkTo(0.001, 0);
            page.evaluate("() => { window.shift = -400e9; }");
            officer.find("Rubbish", "2 Moderate");
            officer.walkTo(0.002, 0);
            officer.finish();
            officer.sendUntilAllIsSent();

            StoredWalk stored = officer.stored("Another decade");
            assertThat(stored.severities()).containsExactlyInAnyOrder(1, 2);
            assertThat(stored.segments()).isEqualTo(1);
        }
    }

    @Test
    void aFullPhoneSaysSoAndKeepsWhatItHas() {
        try (WalkingOfficer officer = officer()) {
            Page page = officer.begin("Full");
            officer.find("Lighting", "1 Slight");
            page.evaluate(
                    "() => { const put = IDBObjectStore.prototype.put; window.restore = () => { IDBObjectStore.prototype.put = put; };"
                            + "IDBObjectStore.prototype.put = function () { throw new DOMException('full', 'QuotaExceededError'); }; }");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("+ Rubbish"))
                    .click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("2 Moderate"))
                    .click();
            assertThat(page.getByText("This phone’s storage is full")).isVisible();
            Chromium.picture(page, "walk-full");

            page.evaluate("() => window.restore()");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("2 Moderate"))
                    .click();
            officer.finish();
            officer.sendUntilAllIsSent();
            assertThat(officer.stored("Full").severities()).containsExactlyInAnyOrder(1, 2);
        }
    }

    @Test
    void twoOfficersWhoChangeTheSameDecide() {
        try (WalkingOfficer first = officer();
                WalkingOfficer second = officer()) {
            first.begin("Together");
            first.find("Lighting", "1 Slight");
            first.waitUntilSent();
            second.page().reload();
            Page page = second.page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join Together"))
                    .click();
            second.find("Rubbish", "2 Moderate");
            first.note("Written by the first");
            first.sendUntilAllIsSent();
            second.note("Written by the second");

            page.navigate("/walk/#outbox");
            assertThat(page.getByText("Somebody changed this on another phone."))
                    .isVisible();
            second.visit().isAccessible("a conflict");
            Chromium.picture(page, "walk-conflict");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep mine"))
                    .click();
            second.sendUntilAllIsSent();

            StoredWalk stored = second.stored("Together");
            assertThat(stored.walk().get("note").asString()).isEqualTo("Written by the second");
            assertThat(stored.severities()).containsExactlyInAnyOrder(1, 2);
        }
    }

    @Test
    void aWalkInAFileIsReadBackAndSent() {
        try (WalkingOfficer officer = officer();
                WalkingOfficer other = officer()) {
            Page page = officer.begin("In a file");
            officer.visit().context().route("**/api/v1/walks/**", Route::abort);
            officer.find("Lighting", "3 Serious");
            officer.walkTo(0.001, 0);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Finish and check"))
                    .click();
            java.nio.file.Path file = page.waitForDownload(
                            () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save to a file"))
                                    .click())
                    .path();

            other.page().locator("#walk-file").setInputFiles(file);
            other.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Finish In a file"))
                    .click();
            other.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Finish").setExact(true))
                    .click();
            other.sendUntilAllIsSent();
            assertThat(other.stored("In a file").severities()).isEqualTo(List.of(3));
        }
    }

    /** Makes of what the phone has what a phone has whose recorder kept the bytes of a photo within it. */
    private static final String EARLIER =
            """
            async () => {
              const done = (asked) => new Promise((resolve, fail) => Object.assign(asked, { onsuccess: () => resolve(asked.result), onerror: fail }));
              const now = await done(indexedDB.open("copse-walk"));
              const all = {};
              for (const name of ["walks", "items", "photos", "points"]) all[name] = await done(now.transaction(name).objectStore(name).getAll());
              for (const photo of all.photos) photo.data = await done(now.transaction("bytes").objectStore("bytes").get(photo.key));
              now.close();
              await done(indexedDB.deleteDatabase("copse-walk"));
              const making = indexedDB.open("copse-walk", 1);
              making.onupgradeneeded = () => {
                const made = making.result;
                made.createObjectStore("walks", { keyPath: "id" });
                for (const name of ["items", "photos"]) made.createObjectStore(name, { keyPath: "key" }).createIndex("walk", "walk");
                made.createObjectStore("points", { autoIncrement: true }).createIndex("walk", "walk");
              };
              const earlier = await done(making);
              for (const [name, rows] of Object.entries(all)) for (const row of rows) await done(earlier.transaction(name, "readwrite").objectStore(name).put(row));
              earlier.close();
              return all.photos.map((photo) => photo.data.byteLength);
            }
            """;

    @Test
    void whatAnEarlierRecorderKeptIsSentByThisOne() {
        try (WalkingOfficer officer = officer()) {
            Page page = officer.begin("Before the update");
            officer.visit().context().route("**/api/v1/walks/**", Route::abort);
            officer.find("Graffiti", "2 Moderate");
            officer.editsLast();
            officer.photographs();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Done"))
                    .click();
            officer.finish();
            page.navigate("/problems");
            assertThat((List<?>) page.evaluate(EARLIER)).hasSize(1);

            officer.visit().context().unroute("**/api/v1/walks/**");
            officer.sendUntilAllIsSent();
            assertThat(officer.stored("Before the update").photo(0)).isNotEmpty();
        }
    }
}
