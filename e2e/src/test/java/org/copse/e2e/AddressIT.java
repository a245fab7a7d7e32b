package org.copse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A resident types an address, with suggestions and without, by keyboard and by touch. */
class AddressIT {
    @RegisterExtension
    static final SampleCity CITY = new SampleCity();

    @Test
    void suggestionsAreGoneThroughAndTakenWithTheKeyboard() {
        try (Visit visit = CITY.phone(390)) {
            Page page = visit.at("/resident");
            Locator field = page.locator("#address");
            type(page, "bremstr 3");
            assertThat(field).hasRole(AriaRole.COMBOBOX);
            assertThat(field).hasAttribute("aria-expanded", "true");
            Chromium.picture(page, "resident-suggestions");
            visit.isAccessible("/resident with suggestions");

            page.keyboard().press("ArrowDown");
            String active = field.getAttribute("aria-activedescendant");
            assertThat(page.locator("#" + active)).hasAttribute("aria-selected", "true");
            assertThat(field).isFocused();
            String label = page.locator("#" + active + " bdi").innerText();
            page.keyboard().press("Enter");

            assertThat(field).hasValue(label);
            assertThat(field).hasAttribute("aria-expanded", "false");
            assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
            assertThat(page.locator(".asked")).hasText(label);
            Chromium.picture(page, "resident-answer");
            visit.isAccessible("/resident with the answer for an address");
            visit.wentQuietly();
        }
    }

    @Test
    void escapeClosesTheSuggestionsAndKeepsTheText() {
        try (Visit visit = CITY.phone(320)) {
            Page page = visit.at("/resident");
            type(page, "bremstr");
            Chromium.picture(page, "resident-suggestions-320");
            page.keyboard().press("Escape");
            assertThat(page.locator("#suggestions")).isHidden();
            assertThat(page.locator("#address")).hasValue("bremstr");
        }
    }

    @Test
    void aTouchTakesASuggestion() {
        try (Visit visit = CITY.phone(390)) {
            Page page = visit.at("/resident");
            type(page, "bremstraat 3");
            page.locator("#suggestions [role=option]").first().click();
            assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
        }
    }

    @Test
    void aNumberThatIsNotKnownIsSaid() {
        try (Visit visit = CITY.phone(390)) {
            Page page = visit.at("/resident");
            type(page, "bremstraat 4999");
            page.locator("#suggestions [role=option]").first().click();
            assertThat(page.getByText(Pattern.compile("Number 4999 is not known here")))
                    .isVisible();
            Chromium.picture(page, "resident-near-number");
        }
    }

    @Test
    void aPlaceInSeveralBeatsNamesThemAndAsksForTheNumber() {
        try (Visit visit = CITY.phone(390)) {
            Page page = visit.at("/resident");
            type(page, "9902");
            page.locator("#suggestions [role=option]").first().click();
            assertThat(page.getByText("This street or place lies in several beats.")
                            .last())
                    .isVisible();
            assertThat(page.locator("#answer .points > li").nth(3)).isVisible();
            visit.isAccessible("/resident for a place");
        }
    }

    @Test
    void whatIsSentAndMeansSeveralAsksWhich() {
        try (Visit visit = CITY.phone(390)) {
            Page page = visit.at("/resident");
            type(page, "bremstraat");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Which one?");
            assertThat(page.locator("#choices button").first()).isVisible();
            visit.isAccessible("/resident with several to choose from");
            page.locator("#choices button").first().press("Enter");
            assertThat(page.locator(".asked")).isVisible();
            assertThat(page.locator("#answer")).isFocused();
        }
    }

    @Test
    void suggestionsReadFromRightToLeftInArabicAndInTheDark() {
        try (Visit visit = CITY.visit(new Browser.NewContextOptions()
                .setLocale("ar")
                .setColorScheme(ColorScheme.DARK)
                .setViewportSize(390, 780))) {
            Page page = visit.at("/resident");
            type(page, "bremstr 3");
            Chromium.picture(page, "resident-suggestions-arabic-dark");
            visit.isAccessible("/resident with suggestions in Arabic, dark");
        }
    }

    @Test
    void theAddressIsInNoUrl() {
        try (Visit visit = CITY.phone(390)) {
            StringBuilder urls = new StringBuilder();
            visit.page().onRequest(request -> urls.append(request.url()).append('\n'));
            Page page = visit.at("/resident");
            type(page, "bremstraat 3");
            page.locator("#suggestions [role=option]").first().click();
            assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
            assertThat(urls.toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("brem");
            assertThat(CITY.server().log().toLowerCase(java.util.Locale.ROOT)).doesNotContain("brem");
        }
    }

    /** Types letter by letter until suggestions stand there; the addresses may still be on their way. */
    private static void type(Page page, String text) {
        Locator field = page.locator("#address");
        Locator first = page.locator("#suggestions [role=option]").first();
        for (int again = 0; again < 20 && !first.isVisible(); again++) {
            field.fill("");
            field.pressSequentially(text);
            try {
                first.waitFor(new Locator.WaitForOptions().setTimeout(3000));
            } catch (com.microsoft.playwright.TimeoutError e) {
                // Not yet: once more.
            }
        }
        assertThat(first).isVisible();
    }
}
