package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** A planner sets a proposal beside the plan in force, takes a report, and sends a link. */
final class Comparing {
    private static final double PATIENCE = 300_000;

    private final Visit planner;
    private final Visit reader;

    Comparing(Visit planner, Visit reader) {
        this.planner = planner;
        this.reader = reader;
    }

    void compare() throws IOException {
        Page page = planner.signedInAs("planner");
        propose(page);
        planner.at("/compare");
        page.getByLabel("Plan 1").waitFor();
        button(page, "Compare").press("Enter");
        Locator measures = page.locator("copse-comparison .measures");
        measures.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));

        assertThat(page.locator(".sentence").textContent())
                .containsPattern("get another beat than in .*\\(in force\\)");
        assertThat(measures.textContent()).containsAnyOf("better", "worse");
        planner.isAccessible("a comparison");
        mapsMoveTogether(page);
        swipesWithTheKeyboard(page);
        Download report = page.waitForDownload(
                new Page.WaitForDownloadOptions().setTimeout(PATIENCE),
                () -> button(page, "PDF report").press("Enter"));
        assertThat(new String(Files.readAllBytes(report.path()), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        share(page);
        planner.wentQuietly();
        reader.wentQuietly();
    }

    private static void propose(Page page) {
        page.evaluate(
                """
                async () => {
                  const session = await (await fetch("/api/v1/session")).json();
                  const send = async (path, body) => (await fetch("/api/v1" + path, {method: "POST",
                    headers: {"Content-Type": "application/json", [session.csrf.header]: session.csrf.token},
                    body: JSON.stringify(body ?? {})})).json();
                  const layers = await (await fetch("/api/v1/layers")).json();
                  const units = layers.find((layer) => layer.kind === "UNITS").id;
                  const scenario = await send("/scenarios",
                    {name: "Beside it", layers: {units}, officers: 38, favour: "balanced", budgetSeconds: 2});
                  const job = await send(`/scenarios/${scenario.id}/jobs`);
                  for (;;) {
                    const { state } = await (await fetch(`/api/v1/jobs/${job.id}`)).json();
                    if (state === "succeeded") return;
                    if (state === "failed") throw new Error("no proposal");
                    await new Promise((again) => setTimeout(again, 100));
                  }
                }
                """);
    }

    private static void mapsMoveTogether(Page page) {
        Locator scales = page.locator("copse-linked-maps .leaflet-control-scale-line");
        assertThat(scales).hasCount(2);
        String before = scales.nth(1).textContent();
        page.locator("copse-linked-maps .leaflet-control-zoom-in").first().press("Enter");
        assertThat(scales.nth(1)).not().hasText(before);
        assertThat(scales.nth(1)).hasText(scales.nth(0).textContent());
    }

    private static void swipesWithTheKeyboard(Page page) {
        button(page, "Swipe between two").press("Enter");
        Locator edge = page.locator(".swipe input[type=range]");
        edge.press("Home");
        assertThat(page.locator(".swipe .map")).hasCSS("--edge", "0%");
        edge.press("End");
        assertThat(page.locator(".swipe .map")).hasCSS("--edge", "100%");
        button(page, "Side by side").press("Enter");
    }

    private void share(Page page) {
        button(page, "Share a link").press("Enter");
        page.getByLabel("Name that readers see").fill("For the council");
        button(page, "Make the link").press("Enter");
        Locator link = page.locator("#share-link");
        link.waitFor();
        planner.isAccessible("the dialog of links");
        String address = link.inputValue();
        Page read = reader.at(address);
        read.locator("copse-comparison .measures").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        assertThat(read.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("For the council")))
                .isVisible();
        reader.isAccessible("a shared comparison");
        button(page, "Take back: For the council").press("Enter");
        assertThat(page.locator(".links")).hasCount(0);
        read.reload();
        assertThat(read.getByRole(AriaRole.ALERT)).containsText("was taken back");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
