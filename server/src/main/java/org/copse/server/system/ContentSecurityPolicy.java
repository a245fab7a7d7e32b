package org.copse.server.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What a page may load: from this server alone, plus images from the tile server if one is set. An import map is an inline script; the
 * ones in our pages are allowed by their hash, computed from the very pages that are served, and no other inline script runs.
 */
@Component
public final class ContentSecurityPolicy {
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private static final String NO_FRAMES = "frame-ancestors 'none'";

    private final String directives;
    private final String embedded;

    ContentSecurityPolicy(ResourcePatternResolver resources, TileSettings tiles, EmbedSettings embed)
            throws IOException {
        SortedSet<String> pages = new TreeSet<>();
        for (Resource page : resources.getResources("classpath*:/META-INF/resources/*.html")) {
            pages.add(page.getContentAsString(StandardCharsets.UTF_8));
        }
        this.directives = directives(pages, tiles.origin());
        this.embedded = directives.replace(NO_FRAMES, "frame-ancestors " + embed.sources());
    }

    /** Returns the header's value. */
    public String directives() {
        return directives;
    }

    /** Returns the header's value for what may stand in a frame of the pages that the operator named. */
    public String embedded() {
        return embedded;
    }

    static String directives(Collection<String> pages, @Nullable String tileOrigin) {
        SortedSet<String> hashes = new TreeSet<>();
        for (String page : pages) {
            Matcher map = IMPORT_MAP.matcher(page);
            while (map.find()) {
                hashes.add("'sha256-" + sha256(map.group(1)) + "'");
            }
        }
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'" + (hashes.isEmpty() ? "" : " " + String.join(" ", hashes)),
                "style-src 'self'",
                "img-src 'self' data: blob:" + (tileOrigin == null ? "" : " " + tileOrigin),
                "connect-src 'self'",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    /** A browser hashes the text after turning line ends into LF. */
    private static String sha256(String script) {
        try {
            byte[] text = script.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
