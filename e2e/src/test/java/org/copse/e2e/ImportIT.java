package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a file on somebody's disc to a layer with its report. */
class ImportIT {
    private static final Path UNITS = Path.of("../sample-maps/src/main/resources/sample-city/units.zip");

    @TempDir
    static Path folder;

    @RegisterExtension
    static final SampleCity CITY = new SampleCity();

    @Test
    void aMessyTableBecomesALayerAndEveryRowIsAccountedFor() throws IOException {
        try (Visit visit = CITY.desktop()) {
            visit.signedInAs("planner");
            Page page = visit.at("/import");
            new ImportVisit(page)
                    .sends(messy("messy.csv"))
                    .sees("Incidents")
                    .says("Longitude or easting", "Länge")
                    .says("Latitude or northing", "Breite")
                    .states("4326");
            Chromium.picture(page, "import-choices");
            visit.isAccessible("/import with a preview");
            new ImportVisit(page).named("Messy").imports();

            assertThat(page.getByText("1 × no shape or position")).isVisible();
            assertThat(page.getByText("1 × the position lies on no globe")).isVisible();
            assertThat(page.getByText("1 × more fields than the table has headers"))
                    .isVisible();
            Locator show = page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show on map Row 3: a date that"));
            show.click();
            assertThat(show).hasAttribute("aria-pressed", "true");
            Chromium.picture(page, "import-report");
            visit.isAccessible("/import-report");
            Download json =
                    page.waitForDownload(() -> page.getByText("Report as JSON").click());
            assertThat(Files.readString(json.path()))
                    .contains("\"no-geometry\"")
                    .contains("\"sha256\"");
            page.reload();
            assertThat(page.getByText("1 × no shape or position")).isVisible();
            visit.wentQuietly();
        }
    }

    @Test
    void thePartsOfAShapefileAreOneFileAndANewVersionTellsItsDifference() throws IOException {
        try (Visit visit = CITY.desktop()) {
            visit.signedInAs("planner");
            Page page = visit.at("/import");
            new ImportVisit(page)
                    .sends(parts().toArray(Path[]::new))
                    .sees("Census units")
                    .named("Census units")
                    .keepsSpecialFor("Services in languages", "Council, 3 May")
                    .imports();

            assertThat(page.getByText("version 2")).isVisible();
            assertThat(page.getByRole(
                            AriaRole.HEADING, new Page.GetByRoleOptions().setName("Against the version before")))
                    .isVisible();
            visit.wentQuietly();
        }
    }

    @Test
    void aFileIsChosenAndGivenUpWithTheKeyboardAlone() throws IOException {
        try (Visit visit = CITY.desktop()) {
            visit.signedInAs("planner");
            Page page = visit.at("/import");
            Locator input = page.getByLabel("Choose files");
            assertThat(input).isAttached();
            tabTo(page, input);
            Path file = messy("keyboard.csv");
            page.waitForFileChooser(() -> page.keyboard().press("Space")).setFiles(file);
            Locator kind = page.getByLabel("What it holds");
            assertThat(kind).isFocused();
            Locator cancel = page.getByRole(
                    AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName("Cancel").setExact(true));
            tabTo(page, cancel);
            page.keyboard().press("Enter");
            assertThat(page.getByLabel("Choose files")).isAttached();
            assertThat(page.getByText("keyboard.csv")).isHidden();
        }
    }

    @Test
    void aFileThatIsRefusedIsExplainedInTheLanguageSpoken() throws IOException {
        Path broken = folder.resolve("broken.zip");
        byte[] whole = Files.readAllBytes(UNITS);
        Files.write(broken, java.util.Arrays.copyOf(whole, 3000));
        try (Visit visit =
                CITY.visit(new Browser.NewContextOptions().setLocale("ar").setViewportSize(390, 780))) {
            signInInAnyLanguage(visit);
            Page page = visit.at("/import");
            page.locator("#import-file").setInputFiles(broken);

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("رُفض");
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
            Chromium.picture(page, "import-refused-arabic");
            visit.isAccessible("/import, refused, in Arabic");
        }
    }

    @Test
    void aPhoneOf320PixelsScrollsOneWayOnly() throws IOException {
        try (Visit visit = CITY.phone(320)) {
            visit.signedInAs("planner");
            Page page = visit.at("/import");
            assertThat(page.getByLabel("Choose files")).isAttached();
            fits(page, "the drop zone");
            new ImportVisit(page)
                    .sends(messy("phone.csv"))
                    .sees("Incidents")
                    .says("Longitude or easting", "Länge")
                    .says("Latitude or northing", "Breite")
                    .states("4326");
            fits(page, "the choices");
            Chromium.picture(page, "import-choices-320");
            new ImportVisit(page).named("Phone").imports();
            assertThat(page.getByText("1 × no shape or position")).isVisible();
            fits(page, "the report");
        }
    }

    private static void fits(Page page, String what) {
        Object overhang = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overhang).as("pixels beyond the right edge of %s", what).isEqualTo(0);
    }

    private static void signInInAnyLanguage(Visit visit) {
        Page page = visit.at("/login");
        page.locator("input[name=username]").fill("planner");
        page.locator("input[name=password]").fill(CITY.server().password());
        page.keyboard().press("Enter");
        page.waitForURL("**/planner");
    }

    private static void tabTo(Page page, Locator target) {
        for (int presses = 0; presses < 60; presses++) {
            if (Boolean.TRUE.equals(target.evaluate("element => element === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached with 60 presses of Tab: " + target);
    }

    /** A table as a spreadsheet in German leaves it: semicolons, decimal commas, an old encoding, rows that are wrong. */
    private static Path messy(String name) throws IOException {
        return Files.write(
                folder.resolve(name),
                """
                ref;Datum;Type;Meldung durch;Länge;Breite;Bemerkung
                1;10.01.2025;Lärm;Bürger;2,7201;51,4203;"laut; nachts"
                2;11.01.2025;Lärm;Polizei;2,7250;51,4104;
                3;gestern;Diebstahl;Bürger;2,7301;51,4150;
                4;12.01.2025;Diebstahl;Bürger;;;ohne Ort
                5;13.01.2025;Lärm;Bürger;2,7311;951,4150;weit weg
                6;14.01.2025;Vandalismus;unbekannt;2,7150;51,4180;Café
                7;15.01.2025;Vandalismus;unbekannt;2,7150;51,4180;Café;zu viel
                """
                        .getBytes(Charset.forName("windows-1252")));
    }

    private static List<Path> parts() throws IOException {
        List<Path> parts = new ArrayList<>();
        try (InputStream in = Files.newInputStream(UNITS);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add(Files.write(folder.resolve(entry.getName()), zip.readAllBytes()));
            }
        }
        return parts;
    }
}
