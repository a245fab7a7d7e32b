package org.copse.server.mail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.copse.server.words.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By which server mail goes out, and to whom. Without a host none does.
 *
 * @param host the mail server
 * @param port 587 to begin with
 * @param tls whether the connection is encrypted
 * @param user who we are there; without one we do not sign in
 * @param password what we show there; better from the environment (COPSE_MAIL_PASSWORD) than from a file
 * @param from the address that the mail comes from, and that answers go to
 * @param agencies address by kind of organisation
 * @param languages what mail is written in, one after the other
 * @param timeout how long the mail server may take to answer
 * @param every how often the outbox is looked at
 * @param firstWait until the second try; each wait is twice the one before
 * @param longestWait between two tries
 * @param tryFor how long mail is tried
 */
@ConfigurationProperties("copse.mail")
record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @DefaultValue("required") Tls tls,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("copse@localhost") String from,
        @DefaultValue Map<String, String> agencies,
        @DefaultValue("en") List<Language> languages,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("30s") Duration every,
        @DefaultValue("1m") Duration firstWait,
        @DefaultValue("1h") Duration longestWait,
        @DefaultValue("5d") Duration tryFor) {
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_ADDRESS = 254;
    /** One address alone: no name beside it, no list, nothing that ends a line. */
    private static final Pattern ADDRESS = Pattern.compile(
            "[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9:\\[]([A-Za-z0-9.:\\]-]*)");

    /** How a connection is encrypted. */
    enum Tls {
        /** By STARTTLS, or nothing is sent. */
        REQUIRED,
        /** From the first byte, usually on port 465. */
        IMPLICIT,
        /** Not at all: for a mail server on the same machine. */
        NONE
    }

    MailSettings {
        host = host == null || host.isBlank() ? null : host.strip();
        if (host != null && !HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("copse.mail.host must be the name of a host: " + host);
        }
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("copse.mail.port is " + port + ", not 1 to " + LAST_PORT);
        }
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException("copse.mail.user and copse.mail.password go together");
        }
        checkAddress("from", from);
        agencies.forEach((agency, address) -> checkAddress("agencies." + agency, address));
        agencies = Map.copyOf(agencies);
        languages = List.copyOf(languages);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("copse.mail.languages must name one language at least");
        }
        if (List.of(timeout, every, firstWait, longestWait, tryFor).stream()
                .anyMatch(time -> time.toMillis() < 1 || time.toDays() > 365)) {
            throw new IllegalArgumentException(
                    "copse.mail.timeout, every, first-wait, longest-wait and try-for must be 1 ms to 365 d");
        }
    }

    private static void checkAddress(String setting, String address) {
        if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("copse.mail." + setting + " must be one address such as"
                    + " works@town.example, without a name or a second one: " + address);
        }
    }

    boolean isOn() {
        return host != null;
    }

    /** Returns how long to wait after so many tries. */
    Duration waitAfter(int tries) {
        Duration wait = firstWait;
        for (int i = 1; i < tries && wait.compareTo(longestWait) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + ", " + tls + ", " + from + "]";
    }
}
