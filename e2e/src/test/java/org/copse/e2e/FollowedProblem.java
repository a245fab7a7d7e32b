package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A supervisor at a desk, with the one problem of a walk. */
record FollowedProblem(Visit visit, Page page) {

    /** Comes to the walk by the list of walks, and from there to its problems. */
    static FollowedProblem of(Visit visit, String walk) {
        visit.signedIn("supervisor");
        Page page = visit.at("/walks");
        visit.isAccessible("the list of walks");
        link(page, walk).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(walk)))
                .isVisible();
        Visit.settled(page);
        Chromium.picture(page, "walk-page");
        visit.isAccessible("the page of a walk");
        link(page, "Follow these problems").click();
        return new FollowedProblem(visit, page);
    }

    FollowedProblem accept() {
        button("Accept").click();
        assertThat(page.getByLabel("Until")).not().isEmpty();
        page.getByLabel("Whose work it is").last().selectOption("lighting");
        page.getByLabel("Residents read of it").check();
        visit.isAccessible("a step of a finding");
        page.getByLabel("What residents read").fill("The lamp is being repaired.");
        button("Save").click();
        assertThat(card()).containsText("accepted");
        return this;
    }

    FollowedProblem resolve() {
        button("It is resolved").click();
        button("Save").click();
        assertThat(card()).containsText("resolved");
        card().getByText("What happened (2)").click();
        assertThat(card().locator(".steps li")).hasCount(2);
        Chromium.picture(page, "finding-resolved");
        visit.isAccessible("the list of problems");
        return this;
    }

    private Locator card() {
        return page.locator(".finding-list > li");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}
