package org.copse.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentSecurityPolicyTest {
    @Test
    void allowsAnImportMapByItsHash() {
        String page = "<script type=\"importmap\">{}</script><script>alert(1)</script>";
        // printf '{}' | openssl dgst -sha256 -binary | base64
        assertThat(ContentSecurityPolicy.directives(List.of(page), null))
                .contains("script-src 'self' 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=';");
    }

    @Test
    void hashesAsABrowserDoesWhateverTheLineEnds() {
        assertThat(ContentSecurityPolicy.directives(List.of("<script type=\"importmap\">{\r\n}</script>"), null))
                .isEqualTo(ContentSecurityPolicy.directives(List.of("<script type=\"importmap\">{\n}</script>"), null));
    }

    @Test
    void namesNoHostWithoutATileServer() {
        assertThat(ContentSecurityPolicy.directives(List.of(), null))
                .doesNotContain("http")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @CsvSource({
        "'https://tile.example.org/{z}/{x}/{y}.png', https://tile.example.org",
        "'https://{s}.tile.example.org/{z}/{x}/{y}.png', https://*.tile.example.org",
        "'http://127.0.0.1:9000/{z}/{x}/{y}', http://127.0.0.1:9000",
    })
    void allowsImagesOfTheTileServer(String url, String origin) {
        assertThat(ContentSecurityPolicy.directives(List.of(), new TileSettings(url, null).origin()))
                .contains("img-src 'self' data: blob: " + origin + ";");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tile.example.org/{z}/{x}",
                "javascript:{z}{x}{y}",
                "/{z}/{x}/{y}",
                "https://a b/{z}/{x}/{y}",
                "https://tile.example.org;script-src *{z}/{x}/{y}"
            })
    void refusesATileAddressThatIsNone(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TileSettings(url, null))
                .withMessageContaining("copse.tiles.url");
    }
}
