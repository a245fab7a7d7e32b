package org.copse.server.security;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Under which names the server answers.
 *
 * @param hosts names a request's Host header may have; empty for any
 */
@ConfigurationProperties("copse.web")
record WebSettings(@DefaultValue Set<String> hosts) {
    WebSettings {
        hosts = Set.copyOf(hosts);
    }
}
