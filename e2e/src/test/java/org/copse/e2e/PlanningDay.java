package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a planner does on the planner's page, step by step, by what it says on the page. */
final class PlanningDay {

    private static final double PATIENCE = 300_000;

    private final Page page;

    PlanningDay(Page plannerPage) {
        this.page = plannerPage;
    }

    /** Imports a file as a layer of a kind, reads the report, and comes back. */
    PlanningDay imports(Path file, String kind, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Import a layer"))
                .click();
        new ImportVisit(page).sends(file).sees(kind).named(name).imports();
        assertThat(page.getByText("Taken as they are")).isVisible(patiently());
        Chromium.picture(page, "planner-import-report");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("To the planner"))
                .click();
        assertThat(page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(name)))
                .isVisible();
        return this;
    }

    /** Asks for a proposal, and sees a job that says how far it is. */
    PlanningDay asksForBeats(String name, int officers, int sectors, String favour, int seconds) {
        button(page, "New scenario").click();
        Locator dialog = dialog("New scenario");
        dialog.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
                .fill(name);
        dialog.getByLabel("Officers, one beat each").fill(String.valueOf(officers));
        dialog.getByLabel("Sectors")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("By their number"));
        dialog.getByLabel("Number of sectors").fill(String.valueOf(sectors));
        dialog.getByLabel("Favour").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(favour));
        dialog.getByLabel("Time to search, seconds").fill(String.valueOf(seconds));
        Chromium.picture(page, "planner-new-scenario");
        dialog.getByRole(AriaRole.BUTTON, named("Propose beats")).click();
        assertThat(page.getByRole(AriaRole.PROGRESSBAR)).isVisible();
        assertThat(button(page, "Cancel")).isVisible();
        Chromium.picture(page, "planner-job");
        return this;
    }

    /** Waits for the proposal, as a table of beats beside the map. */
    PlanningDay seesBeats(int count) {
        Locator beats = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName(Pattern.compile("^Beats")));
        assertThat(beats).isVisible(patiently());
        assertThat(beats.locator("tbody").getByRole(AriaRole.ROW)).hasCount(count);
        assertThat(page.getByLabel("Map of layers and proposed beats")).isVisible();
        assertThat(page.getByText("Sector outline", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        return this;
    }

    /** Makes a draft plan of what is open, which the page calls so, and arrives where it is adopted. */
    AdoptionDay drafts(String what, String planName, String reason) {
        button(page, "Make a draft plan…").click();
        Locator dialog = dialog("Make a draft plan of it");
        assertThat(dialog).containsText("“" + what + "”");
        dialog.getByLabel("Name of the plan").fill(planName);
        dialog.getByLabel("Reason").fill(reason);
        Chromium.picture(page, "planner-draft");
        dialog.getByRole(AriaRole.BUTTON, named("Make the draft")).click();
        assertThat(page.locator(".course").or(dialog.getByRole(AriaRole.ALERT))).isVisible(patiently());
        assertThat(dialog.getByRole(AriaRole.ALERT)).isHidden();
        return new AdoptionDay(page);
    }

    private Locator dialog(String name) {
        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
        assertThat(dialog).isVisible(patiently());
        return dialog;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }
}
