package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The way of a draft through consultation, assessments and adoption into force, on the pages where a planner goes it. */
final class AdoptionDay {
    private static final double PATIENCE = 300_000;

    private final Page page;
    private final String plan;

    /** @param page which shows the plan */
    AdoptionDay(Page page) {
        this.page = page;
        assertThat(page.locator(".course")).isVisible(patiently());
        this.plan = page.url().replaceFirst(".*plan=", "");
    }

    /** Opens the consultation and its page for everybody, and returns where that is. */
    String opensTheConsultation(String intro) {
        press("Open the consultation");
        confirm("To consultation", "To consultation");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("To the consultation"))
                .click();
        press("Open the page…");
        Locator dialog = dialog("Open the page…");
        dialog.getByLabel("What residents should know first").fill(intro);
        dialog.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(page.getByText(Pattern.compile("Open to everybody until"))).isVisible(patiently());
        return "/consultation/" + plan;
    }

    /** Says something at the page of a consultation, as anybody does. */
    static void says(Page resident, String words) {
        resident.getByLabel("About").selectOption(new SelectOption().setIndex(1));
        resident.getByLabel("Your comment").fill(words);
        resident.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .click();
        assertThat(resident.getByText("Staff read your comment before it is shown here."))
                .isVisible(patiently());
    }

    /** Reads, answers and shows the one comment, says who was not reached, and closes. */
    AdoptionDay answersAndCloses(String said, String did) {
        page.reload();
        assertThat(page.getByText("1 wait to be read")).isVisible(patiently());
        press("Add an answer…");
        Locator answer = dialog("Add an answer…");
        answer.getByLabel("You said").fill(said);
        answer.getByLabel("We did").fill(did);
        answer.getByRole(AriaRole.BUTTON, named("Save")).click();
        page.getByLabel("Answer", new Page.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel(said));
        press("Show");
        assertThat(page.getByText("1 wait to be read")).not().isVisible(patiently());
        press("Add a group…");
        Locator group = dialog("Add a group…");
        group.getByLabel("Who").fill("Night workers");
        group.getByLabel("Reached?").selectOption(new SelectOption().setLabel("Not reached"));
        group.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Night workers")))
                .isVisible(patiently());
        Chromium.picture(page, "consultation-desk");
        press("Close with a summary…");
        Locator closing = dialog("Close with a summary…");
        closing.getByLabel("What came of it").fill("One comment, one change.");
        closing.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(page.getByText(Pattern.compile("^Closed "))).isVisible(patiently());
        page.navigate("/adoption?plan=" + plan);
        return this;
    }

    /** Records the three assessments and adopts. */
    AdoptionDay assessesAndAdopts() {
        for (String kind : List.of("Privacy", "Equality", "Community")) {
            Locator card = page.locator(".assessments .card")
                    .filter(new Locator.FilterOptions()
                            .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(kind))));
            card.getByRole(AriaRole.BUTTON).click();
            Locator dialog = dialog(kind);
            dialog.getByLabel("Who answers for it").fill("Legal office");
            dialog.getByLabel("Nobody is worse off").check();
            dialog.getByLabel("What was found and what follows").fill("Each beat was looked at.");
            dialog.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(card.getByText("Nobody is worse off")).isVisible(patiently());
        }
        Chromium.picture(page, "adoption-complete");
        press("Adopt");
        confirm("Adopt the plan", "Adopt the plan");
        return this;
    }

    /** Puts the plan in force as soon as possible, with an officer for every beat. */
    AdoptionDay putsInForce(String reason) {
        press("Put in force");
        Locator dialog = dialog("Put in force");
        dialog.getByLabel("Reason").fill(reason);
        assertThat(dialog.getByText("Which officer goes on where")).isVisible(patiently());
        giveEveryBeatOneOfficer(dialog);
        dialog.getByText("Count residents whose officer changes, per street").click();
        assertThat(dialog.getByText(Pattern.compile("residents get another officer")))
                .isVisible(patiently());
        Chromium.picture(page, "adoption-entry");
        dialog.getByLabel("I have looked at every line").check();
        dialog.getByRole(AriaRole.BUTTON, named("Put in force")).click();
        assertThat(dialog).not().isVisible(patiently());
        return untilInForce();
    }

    private AdoptionDay untilInForce() {
        Locator now = page.locator(".course [aria-current=step]");
        for (int attempt = 0; attempt < 300 && !"In force".equals(now.textContent()); attempt++) {
            page.waitForTimeout(1000);
            page.reload();
            assertThat(now).isVisible(patiently());
        }
        assertThat(now).hasText("In force");
        return this;
    }

    /** Takes the plan back. */
    AdoptionDay takesBack(String reason) {
        press("Take back");
        Locator dialog = dialog("Take back");
        dialog.getByLabel("Reason").fill(reason);
        dialog.getByRole(AriaRole.BUTTON, named("Take back")).click();
        Locator now = page.locator(".course [aria-current=step]");
        for (int attempt = 0; attempt < 300 && !"Superseded".equals(now.textContent()); attempt++) {
            page.waitForTimeout(1000);
            page.reload();
            assertThat(now).isVisible(patiently());
        }
        assertThat(now).hasText("Superseded");
        return this;
    }

    /** The planner finds a beat for those whom the proposal leaves without one. */
    private static void giveEveryBeatOneOfficer(Locator dialog) {
        Locator choices = dialog.locator(".carry-over select");
        Set<Object> taken = new HashSet<>();
        List<Locator> without = new ArrayList<>();
        for (Locator choice : choices.all()) {
            String beat = choice.inputValue();
            if (beat.isEmpty()) {
                without.add(choice);
            } else {
                org.assertj.core.api.Assertions.assertThat(taken.add(beat))
                        .as("one officer for beat %s", beat)
                        .isTrue();
            }
        }
        for (Locator choice : without) {
            for (Locator option : choice.locator("option").all()) {
                String beat = option.getAttribute("value");
                if (!beat.isEmpty() && taken.add(beat)) {
                    choice.selectOption(beat);
                    break;
                }
            }
        }
        assertThat(dialog.getByText("would have no officer")).not().isVisible();
    }

    private void confirm(String heading, String action) {
        dialog(heading).getByRole(AriaRole.BUTTON, named(action)).click();
        assertThat(page.getByRole(AriaRole.DIALOG))
                .not()
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    }

    private Locator dialog(String name) {
        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name));
        assertThat(dialog).isVisible(patiently());
        return dialog;
    }

    private void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }
}
