package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Officers come, go and stand in for each other, and residents see who is there. */
class PeopleIT {
    /** In the sample city, in the beat of the officer whose account the demo has. */
    private static final String OWN_BEAT = "IJsvogel";

    @RegisterExtension
    static final SampleCity CITY = new SampleCity();

    @Test
    void aChangeOfOfficerIsHandedOverByBothAndToldToResidents() {
        try (Visit supervisor = CITY.desktop()) {
            Page page = signedIn(supervisor, "supervisor", "/team");
            page.getByRole(AriaRole.TAB, tab("Beats")).click();
            row(page, OWN_BEAT)
                    .getByRole(AriaRole.BUTTON, named("Assign… " + OWN_BEAT))
                    .click();
            Locator assign = page.getByRole(AriaRole.DIALOG, dialog("Officer for beat " + OWN_BEAT));
            choose(assign.getByLabel("Officer", exactly()), "Amal · 4404");
            assign.getByLabel("Reason").fill("The present officer moves to another sector");
            assign.getByRole(AriaRole.BUTTON, named("Assign")).click();
            assertThat(assign).not().isVisible();

            page.getByRole(AriaRole.TAB, tab("Overview")).click();
            page.getByRole(AriaRole.LINK, link(OWN_BEAT)).click();
            assertThat(page.getByRole(AriaRole.HEADING, heading("Handover of beat " + OWN_BEAT)))
                    .isVisible();
            String handover = page.url();
            page.getByRole(AriaRole.BUTTON, button("Add to the map")).click();
            Locator entry = page.getByRole(AriaRole.DIALOG, dialog("Add to the map"));
            assertThat(entry.getByText("Never name a resident")).isVisible();
            entry.getByLabel("Name").fill("Library, reading room");
            entry.getByRole(AriaRole.BUTTON, named("Add")).click();
            assertThat(page.getByText("Library, reading room").first()).isVisible();
            notice(page);
            Chromium.picture(page, "handover-desktop");
            supervisor.isAccessible("/handover");

            // Without an id the page lists those that one may see.
            supervisor.at("/handover");
            assertThat(page.getByRole(AriaRole.HEADING, heading("Handovers"))).isVisible();
            page.getByRole(AriaRole.LINK, link("Handover of beat " + OWN_BEAT)).click();
            assertThat(page).hasURL(handover);

            theOfficerBeforeHandsOver();
            page.navigate(handover);
            page.getByRole(AriaRole.BUTTON, button("Take over")).click();
            Locator closing = page.getByRole(AriaRole.DIALOG, dialog("Take over"));
            closing.getByLabel("Why you close it for the officer").fill("Has no account");
            closing.getByRole(AriaRole.BUTTON, named("Close this side")).click();
            assertThat(page.getByText("closed", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            supervisor.wentQuietly();
        }
        try (Visit resident = CITY.phone(390)) {
            resident.at("/resident");
            askAtOwnBeat(resident.page());
            assertThat(resident.page().getByText("A new officer comes to your beat"))
                    .isVisible();
            resident.wentQuietly();
        }
    }

    private static void theOfficerBeforeHandsOver() {
        try (Visit officer = CITY.desktop()) {
            Page own = signedIn(officer, "officer", "/duty");
            own.getByRole(AriaRole.LINK, link(OWN_BEAT)).click();
            Locator tasks = own.locator(".checklist input[type=checkbox]");
            assertThat(tasks).hasCount(4);
            for (int i = 0; i < 4; i++) {
                tasks.nth(i).check();
                assertThat(own.locator(".checklist .done")).hasCount(i + 1);
            }
            own.getByRole(AriaRole.BUTTON, button("Hand over")).click();
            own.getByRole(AriaRole.DIALOG, dialog("Hand over"))
                    .getByRole(AriaRole.BUTTON, named("Close this side"))
                    .click();
            assertThat(own.getByRole(AriaRole.BUTTON, button("Hand over")))
                    .not()
                    .isVisible();
            officer.isAccessible("/handover as an officer");
            officer.wentQuietly();
        }
    }

    private static void notice(Page page) {
        page.getByRole(AriaRole.BUTTON, button("Edit")).last().click();
        Locator notice = page.getByRole(AriaRole.DIALOG, dialog("Notice to residents"));
        notice.getByLabel("Shown from").fill(today(page));
        notice.getByLabel("English").fill("A new officer comes to your beat");
        assertThat(notice.getByText("A new officer comes to your beat").last()).isVisible();
        notice.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(notice).not().isVisible();
    }

    @Test
    void residentsSeeWhoStandsInAndASupervisorSeesWhereNobodyDoes() {
        try (Visit supervisor = CITY.desktop()) {
            Page page = signedIn(supervisor, "supervisor", "/team");
            leave(page, "Robin · 4281", "Zhen · 4412");
            leave(page, "Camille · 4110", null);
            assertThat(page.getByText("Beats that nobody by name answers for today: 1."))
                    .isVisible();
            assertThat(row(page, "Wilg")).containsText("The sector’s team: Camille");
            Chromium.picture(page, "team-desktop");
            supervisor.isAccessible("/team");
            for (String name : new String[] {"Beats", "Tenure", "Contacts and languages", "Liaison officers"}) {
                page.getByRole(AriaRole.TAB, tab(name)).click();
                supervisor.isAccessible("/team, " + name);
            }
            supervisor.wentQuietly();
        }
        try (Visit resident = CITY.phone(390)) {
            Page page = resident.at("/resident");
            ask(page, beatAt(page, "Lantaarn"));
            Locator card = page.getByRole(AriaRole.ARTICLE).first();
            assertThat(card.getByRole(AriaRole.HEADING).first()).hasText("Zhen");
            assertThat(card).containsText("Zhen stands in for Robin until");
            ask(page, beatAt(page, "Wilg"));
            assertThat(card).containsText("Camille is away until");
            assertThat(card).containsText("The sector’s team is there for you");
            Chromium.picture(page, "resident-substitute");
            resident.isAccessible("/resident with a substitute");
            resident.wentQuietly();
        }
    }

    private static void leave(Page page, String officer, @Nullable String substitute) {
        page.getByRole(AriaRole.BUTTON, button("Note leave")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG, dialog("Note leave"));
        choose(dialog.getByLabel("Officer", exactly()), officer);
        if (substitute != null) {
            choose(dialog.getByLabel("Stands in"), substitute);
        }
        dialog.getByRole(AriaRole.BUTTON, named("Note")).click();
        assertThat(dialog).not().isVisible();
        assertThat(page.locator("section[aria-labelledby=leaves-title]")).containsText(officer);
    }

    /** Chooses the option whose words begin so: languages follow the name. */
    private static void choose(Locator select, String beginning) {
        String value = select.locator("option")
                .filter(new Locator.FilterOptions().setHasText(beginning))
                .first()
                .getAttribute("value");
        select.selectOption(value);
    }

    @Test
    void anOfficerDecidesWhatIsShown() {
        try (Visit visit = CITY.desktop()) {
            Page page = signedIn(visit, "supervisor", "/officers");
            page.getByRole(AriaRole.BUTTON, button("Add an officer")).click();
            Locator dialog = page.getByRole(AriaRole.DIALOG, dialog("Add an officer"));
            dialog.getByLabel("Number").fill("9001");
            dialog.getByLabel("Duty name").fill("Noa");
            dialog.getByLabel("Languages").fill("nl, ar");
            dialog.getByLabel("About their work").fill("<img src=x onerror=alert(1)> bicycles");
            dialog.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.getByText("<img src=x onerror=alert(1)> bicycles")).isVisible();
            page.getByLabel("Find by name, number or language").fill("9001");
            assertThat(page.locator(".officer-list > li")).hasCount(1);
            page.getByRole(AriaRole.BUTTON, button("Edit")).click();
            Locator again = page.getByRole(AriaRole.DIALOG, dialog("Edit "));
            assertThat(again.getByLabel("About their work")).hasValue("<img src=x onerror=alert(1)> bicycles");
            again.getByRole(AriaRole.BUTTON, named("Cancel")).click();
            page.getByRole(AriaRole.BUTTON, button("Record opt-in…")).click();
            Locator optIn = page.getByRole(AriaRole.DIALOG, dialog("Show name or photo"));
            optIn.getByLabel("Full name").fill("Noa Voorbeeld");
            optIn.getByLabel("The officer wants this").check();
            optIn.getByRole(AriaRole.BUTTON, named("Show")).click();
            assertThat(page.getByText("Noa Voorbeeld")).isVisible();
            Chromium.picture(page, "officers-desktop");
            visit.isAccessible("/officers");
            page.onDialog(question -> question.accept());
            page.getByRole(AriaRole.BUTTON, button("Withdraw")).click();
            assertThat(page.getByText("Noa Voorbeeld")).not().isVisible();
            visit.wentQuietly();
        }
    }

    @Test
    void whatWasAgreedStandsInTheDialogThatChangesIt() {
        try (Visit visit = CITY.desktop()) {
            Page page = signedIn(visit, "supervisor", "/events");
            page.getByRole(AriaRole.BUTTON, button("Add a priority")).click();
            Locator dialog = page.getByRole(AriaRole.DIALOG, dialog("Add a priority"));
            dialog.getByLabel("What was agreed").fill("Slower cars by the school");
            dialog.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(dialog).not().isVisible();
            page.getByRole(AriaRole.BUTTON, button("Edit")).click();
            Locator again = page.getByRole(AriaRole.DIALOG, dialog("Change the priority"));
            assertThat(again.getByLabel("What was agreed")).hasValue("Slower cars by the school");
            again.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(again).not().isVisible();
            visit.wentQuietly();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "planner, /team, Team",
        "planner, /officers, Officers",
        "supervisor, /team, Team",
        "supervisor, /officers, Officers",
        "officer, /duty, My duty"
    })
    void aPhoneOf320PixelsScrollsOneWayOnly(String account, String path, String heading) {
        try (Visit visit = CITY.phone(320)) {
            Page page = signedIn(visit, account, path);
            assertThat(page.getByRole(AriaRole.HEADING, heading(heading)).first())
                    .isVisible();
            assertThat(page.locator(".section, .officer-list").first()).isVisible();
            Chromium.picture(page, "people-320" + path.replace('/', '-'));
            Object overhang =
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(overhang).as("pixels beyond the right edge of %s", path).isEqualTo(0);
            visit.wentQuietly();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "planner, /duty",
        "analyst, /team",
        "analyst, /officers",
        "officer, /team",
        "officer, /officers",
        "auditor, /team",
        "auditor, /handover",
        "admin, /team",
        "admin, /duty"
    })
    void aPageIsForWhomItIsFor(String account, String path) {
        try (Visit visit = CITY.desktop()) {
            visit.signedIn(account);
            assertThat(visit.page().navigate(path).status())
                    .as("%s at %s", account, path)
                    .isEqualTo(403);
        }
    }

    private static Page signedIn(Visit visit, String account, String path) {
        visit.signedIn(account);
        return visit.at(path);
    }

    /** Returns a position inside a beat, as a resident would type it. */
    private static String beatAt(Page page, String name) {
        return String.valueOf(page.evaluate(
                """
                async (name) => {
                  const beats = await (await fetch("/api/v1/plans/current/beats")).json();
                  const land = beats.features.find((f) => f.properties.name === name).geometry;
                  const rings = land.type === "Polygon" ? [land.coordinates[0]] : land.coordinates.map((p) => p[0]);
                  const inside = ([x, y]) => rings.some((ring) => {
                    let odd = false;
                    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
                      const [[xi, yi], [xj, yj]] = [ring[i], ring[j]];
                      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
                    }
                    return odd;
                  });
                  const xs = rings[0].map((p) => p[0]), ys = rings[0].map((p) => p[1]);
                  const [w, e, s, n] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
                  const all = [];
                  for (let i = 1; i < 20; i++) for (let j = 1; j < 20; j++) all.push([w + ((e - w) * i) / 20, s + ((n - s) * j) / 20]);
                  const deep = all.filter(inside).sort((a, b) => Math.hypot(a[0] - (w + e) / 2, a[1] - (s + n) / 2) - Math.hypot(b[0] - (w + e) / 2, b[1] - (s + n) / 2));
                  return deep[0][1].toFixed(5) + ", " + deep[0][0].toFixed(5);
                }
                """,
                name));
    }

    private static void askAtOwnBeat(Page page) {
        ask(page, beatAt(page, OWN_BEAT));
    }

    private static void ask(Page page, String position) {
        page.getByLabel("Your address").fill(position);
        page.getByRole(AriaRole.BUTTON, button("Find")).click();
        assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
    }

    private static String today(Page page) {
        return String.valueOf(page.evaluate("new Intl.DateTimeFormat('sv').format(new Date())"));
    }

    private static Locator row(Page page, String beat) {
        return page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(beat))
                .first();
    }

    private static Page.GetByRoleOptions tab(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions dialog(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
