package org.copse.server.system;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The tile server that maps may ask for a background, if the operator set one. Without it no page asks anybody but us.
 *
 * @param url the address of a tile with <code>{z}</code>, <code>{x}</code>, <code>{y}</code> and perhaps <code>{s}</code> in it
 * @param attribution what the tiles' licence asks to show
 */
@ConfigurationProperties("copse.tiles")
public record TileSettings(@Nullable String url, @Nullable String attribution) {
    public TileSettings {
        url = url == null || url.isBlank() ? null : url.strip();
        if (url != null) {
            if (!url.contains("{z}") || !url.contains("{x}") || !url.contains("{y}")) {
                throw new IllegalArgumentException("copse.tiles.url must have {z}, {x} and {y} in it: " + url);
            }
            origin(url);
        }
    }

    /** Returns the tiles' origin as a content security policy names it; null without tiles. */
    @Nullable
    String origin() {
        return url == null ? null : origin(url);
    }

    private static String origin(String url) {
        URI address;
        try {
            address = URI.create(url.replace("{s}", "subdomain").replaceAll("[{}]", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("copse.tiles.url is not an address: " + url, e);
        }
        String scheme = address.getScheme();
        String host = address.getHost();
        if (host == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new IllegalArgumentException(
                    "copse.tiles.url must begin with https:// or http:// and a host: " + url);
        }
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return scheme + "://" + host.replaceFirst("^[^.]*subdomain[^.]*", "*") + port;
    }
}
