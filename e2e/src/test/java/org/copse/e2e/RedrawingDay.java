package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;

/** What a planner does in the workspace, step by step, by what it says on the page. */
final class RedrawingDay {

    private static final Pattern NOT_SAVED = Pattern.compile("Not saved: (a unit|\\d+ units), [\\d,]+ residents");

    private final Page page;

    RedrawingDay(Page plannerPage) {
        this.page = plannerPage;
    }

    /** Goes to redraw the open scenario, and begins its working plan from an alternative. */
    RedrawingDay beginsFrom(String alternative) {
        button("Redraw").click();
        button(alternative).click();
        return seesBeats();
    }

    /** Goes to redraw a scenario whose working plan others began. */
    RedrawingDay opens() {
        button("Redraw").click();
        return seesBeats();
    }

    RedrawingDay seesBeats() {
        assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName(Pattern.compile("^Beats"))))
                .isVisible();
        assertThat(map()).isVisible();
        return this;
    }

    /** Chooses a beat, and draws a stroke of the brush into it. */
    RedrawingDay paintsIntoBeat(int beat) {
        page.getByLabel("Beat that gets the units").selectOption(String.valueOf(beat));
        button("Brush (B)").click();
        BoundingBox box = map().boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + box.height * 0.6;
        page.mouse().move(x - 70, y);
        page.mouse().down();
        page.mouse().move(x + 70, y + 30, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
        assertThat(status(NOT_SAVED)).isVisible();
        assertThat(button("Make a draft plan…")).isDisabled();
        return this;
    }

    /** Goes from unit to unit with the arrow keys alone, and gives each to a beat. */
    RedrawingDay givesUnitsByKeyboard(String beat) {
        map().focus();
        for (int i = 0; i < beat.length(); i++) {
            page.keyboard().press(beat.substring(i, i + 1));
        }
        for (String key : new String[] {"ArrowRight", "Enter", "ArrowDown", "Enter", "ArrowLeft", "Enter"}) {
            page.keyboard().press(key);
        }
        assertThat(status(NOT_SAVED)).isVisible();
        return this;
    }

    /** Selects with the rectangle, sees the units listed, and locks them. */
    RedrawingDay locksSome() {
        page.getByLabel("What the tool does").selectOption("select");
        button("Rectangle (R)").click();
        BoundingBox box = map().boundingBox();
        page.mouse().move(box.x + box.width * 0.3, box.y + box.height * 0.4);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.45, box.y + box.height * 0.6);
        page.mouse().up();
        assertThat(page.getByText(Pattern.compile("^\\d+ units selected"))).isVisible();
        button("Lock").click();
        assertThat(button("Unlock")).isVisible();
        Chromium.picture(page, "workspace-locked");
        button("Select none").click();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Beats"))
                .click();
        return this;
    }

    /** Takes the last edit back, which its button names, and makes it again. */
    RedrawingDay undoesAndRedoes(String what) {
        Locator undo = undo(what);
        Locator redo =
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Redo: " + what)));
        undo.click();
        assertThat(redo).isEnabled();
        redo.click();
        assertThat(undo).isEnabled();
        return this;
    }

    /** Everything is there again after the page is loaded anew: the draft lives on the server. */
    RedrawingDay reloads() {
        String before = status(NOT_SAVED).textContent();
        page.reload();
        seesBeats();
        assertThat(page.getByText(before.strip())).isVisible();
        return this;
    }

    RedrawingDay saves() {
        button("Save").click();
        assertThat(status(Pattern.compile("^Saved .* by "))).isVisible();
        return this;
    }

    /** Meanwhile another program of the same authority saves the plan with one unit elsewhere. */
    RedrawingDay anotherSaves(int from, int to) {
        Object status = page.evaluate(
                """
                async ([from, to]) => {
                  const { get } = await import("/assets/js/request.js");
                  const { session } = await import("/assets/js/session.js");
                  const { csrf } = await session();
                  const id = document.querySelector("#scenario").value;
                  const { revision, plan } = await get(`/scenarios/${id}/plan`);
                  const { features } = await get(`/scenarios/${id}/units`);
                  const unit = features[plan.units.indexOf(from)].id;
                  const response = await fetch(`/api/v1/scenarios/${id}/plan`, {
                    method: "PATCH",
                    headers: { "Content-Type": "application/json", "If-Match": `"${revision}"`, [csrf.header]: csrf.token },
                    body: JSON.stringify({ moves: [{ unit, beat: to }] }),
                  });
                  return response.status;
                }
                """,
                java.util.List.of(from, to));
        org.assertj.core.api.Assertions.assertThat(status).isEqualTo(200);
        return this;
    }

    /** Somebody saved meanwhile: both plans are shown, and both are kept. */
    RedrawingDay savesOverAnothersPlanKeepingBoth() {
        button("Save").click();
        Locator dialog =
                page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Somebody saved since you began"));
        assertThat(dialog).isVisible();
        assertThat(dialog.getByText(Pattern.compile("Your plan and theirs differ in \\d+ units")))
                .isVisible();
        Chromium.picture(page, "workspace-conflict");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keep both"))
                .click();
        assertThat(dialog).not().isVisible();
        return saves();
    }

    /** Merges the beat that is drawn into with the first of its neighbours, and its sector with another; both are taken back again. */
    RedrawingDay mergesAndTakesItBack(int beat) {
        page.getByLabel("What the tool does").selectOption("paint");
        page.getByLabel("Beat that gets the units").selectOption(String.valueOf(beat));
        Locator rows = page.locator(".beats tbody tr");
        int beats = rows.count();
        page.locator("#beat-merge").selectOption(new SelectOption().setIndex(1));
        assertThat(rows).hasCount(beats - 1);
        undo("merge").click();
        assertThat(rows).hasCount(beats);
        page.locator("copse-sector-form summary").click();
        Locator sectors = page.locator("#sector-merge option");
        int others = sectors.count();
        page.locator("#sector-merge").selectOption(new SelectOption().setIndex(1));
        assertThat(sectors).hasCount(others - 1);
        undo("merge").click();
        assertThat(sectors).hasCount(others);
        return this;
    }

    /** Looks for a street, and goes there on the map. */
    RedrawingDay goesTo(String street) {
        page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Street or address"))
                .fill(street);
        button("Find").click();
        page.locator(".found-places button").first().click();
        // The map is near enough to show single streets.
        assertThat(page.locator(".leaflet-control-scale-line")).hasText(Pattern.compile("^\\d+ m$"));
        return this;
    }

    /** Looks at what is wrong, and takes the fewest moves that mend it where there are any. */
    RedrawingDay looksAtChecks() {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Checks"))
                .click();
        assertThat(page.getByText(Pattern.compile("things to look at|Nothing is wrong with this plan")))
                .isVisible();
        Chromium.picture(page, "workspace-checks");
        return this;
    }

    private Locator undo(String what) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Undo: " + what)));
    }

    private Locator map() {
        return page.getByLabel("Map of units and beats");
    }

    private Locator status(Pattern words) {
        return page.locator("copse-workspace-bar .pending").filter(new Locator.FilterOptions().setHasText(words));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
