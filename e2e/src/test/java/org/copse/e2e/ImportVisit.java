package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What somebody does on the import page, step by step, by what it says on the page. */
final class ImportVisit {
    private final Page page;

    ImportVisit(Page importPage) {
        this.page = importPage;
    }

    /** Chooses a small file that is written here. */
    ImportVisit sends(String name, String text) {
        page.getByLabel("Choose files")
                .setInputFiles(
                        new FilePayload(name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8)));
        return seesRows();
    }

    /** Chooses files, several at once as the parts of one Shapefile, and sees the first rows. */
    ImportVisit sends(Path... files) {
        page.getByLabel("Choose files").setInputFiles(files);
        return seesRows();
    }

    private ImportVisit seesRows() {
        assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("First rows")))
                .isVisible();
        return this;
    }

    /** Says what the file holds. */
    ImportVisit sees(String kind) {
        page.getByLabel("What it holds").selectOption(new SelectOption().setLabel(kind));
        return looked();
    }

    /** Says which column is what. */
    ImportVisit says(String role, String column) {
        page.getByLabel(role).selectOption(new SelectOption().setLabel(column));
        return looked();
    }

    /** States a coordinate system by its code. */
    ImportVisit states(String crs) {
        Locator other = page.getByLabel("Another one");
        other.fill(crs);
        other.press("Tab");
        return looked();
    }

    ImportVisit named(String name) {
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill(name);
        return this;
    }

    /** Says why columns of special categories are kept, and what allows it. */
    ImportVisit keepsSpecialFor(String purpose, String legalBasis) {
        page.getByLabel("Purpose").fill(purpose);
        page.getByLabel("Legal basis").fill(legalBasis);
        return this;
    }

    /** Imports, and arrives at the report. */
    void imports() {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Import").setExact(true))
                .click();
        page.waitForURL(Pattern.compile("/import-report\\?layer="));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Import report: ");
    }

    /** Waits until the choice just made was looked at. */
    private ImportVisit looked() {
        assertThat(page.locator("form.choices")).hasAttribute("aria-busy", "false");
        return this;
    }
}
