package org.copse.server.publicpage;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the authority shows of itself.
 *
 * @param name of the authority, on top of every public page and sheet
 * @param url under which residents reach the server, for links that are sent on and printed: {@code https://police.example.org}. Without it, the
 *     address that a request came by
 * @param emergency whom to call in danger: a number as telephones dial it, such as 112, 999 or 110
 */
@ConfigurationProperties("copse.public")
public record PublicSettings(
        @DefaultValue("Copse") String name, @Nullable String url, @DefaultValue("112") String emergency) {
    private static final int LONGEST_NAME = 80;
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{2,15}");

    public PublicSettings {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("copse.public.name must have 1 to " + LONGEST_NAME + " characters");
        }
        emergency = emergency.strip();
        if (!NUMBER.matcher(emergency).matches()) {
            throw new IllegalArgumentException(
                    "copse.public.emergency must be a number as telephones dial it, such as 112, not " + emergency);
        }
        url = url == null || url.isBlank() ? null : url.strip().replaceFirst("/+$", "");
        if (url != null && !isWhole(url)) {
            throw new IllegalArgumentException(
                    "copse.public.url must begin with https:// or http:// and a host: " + url);
        }
    }

    private static boolean isWhole(String url) {
        try {
            URI address = URI.create(url);
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
