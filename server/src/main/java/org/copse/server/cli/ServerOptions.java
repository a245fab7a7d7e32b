package org.copse.server.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a server is to run, checked: it lets passwords travel over a network only under TLS, and has demo accounts only where nobody
 * but this machine's users can reach it.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 for any free one
 * @param data folder of the embedded database
 * @param empty without the sample city
 * @param database where PostGIS is; null for the embedded database
 * @param certificate the certificate and key for TLS; null without
 * @param behindProxy whether a proxy does TLS
 */
record ServerOptions(
        String host,
        int port,
        Path data,
        boolean empty,
        @Nullable Database database,
        @Nullable Certificate certificate,
        boolean behindProxy) {

    /**
     * A PostGIS database; user and password are null where the URL has them.
     *
     * @param owner the schema's owner, whom migrations run as; null when that is the user
     */
    record Database(String url, @Nullable String user, @Nullable String password, @Nullable Owner owner) {
        Database {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException(
                        "The database's URL must begin with jdbc:postgresql: — this one begins with \""
                                + url.substring(0, Math.min(url.length(), 16)) + "\"");
            }
        }

        /** Neither password nor user. */
        @Override
        public String toString() {
            return url.replaceFirst("\\?.*", "");
        }
    }

    /** The schema's owner. */
    record Owner(String user, @Nullable String password) {
        /** Not the password. */
        @Override
        public String toString() {
            return user;
        }
    }

    /** PEM files of a certificate with its chain, and of its private key. */
    record Certificate(Path chain, Path privateKey) {
        Certificate {
            for (Path file : new Path[] {chain, privateKey}) {
                if (!Files.isReadable(file)) {
                    throw new IllegalArgumentException("Cannot read " + file);
                }
            }
        }
    }

    ServerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port must be 0 to 65535, not " + port);
        }
        if (!isLoopback(host) && certificate == null && !behindProxy) {
            throw new IllegalArgumentException("--host " + host
                    + " can be reached from other machines, and passwords would travel unprotected: give --tls-cert and --tls-key,"
                    + " or --behind-proxy when a proxy does TLS");
        }
    }

    /** Returns whether only this machine can reach the server. A proxy may bring anybody. */
    boolean isLocal() {
        return isLoopback(host) && !behindProxy;
    }

    /** Returns whether the demo accounts exist in a database without accounts of its own. */
    boolean demo() {
        return !empty && isLocal();
    }

    /** Returns the Spring properties that these options stand for. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", host);
        properties.put("server.port", port);
        properties.put("copse.sample.load", !empty);
        properties.put("copse.accounts.demo", demo());
        if (isLocal()) {
            properties.put("copse.web.hosts", "localhost,127.0.0.1,::1," + host);
        }
        if (behindProxy) {
            properties.put("server.forward-headers-strategy", "native");
        }
        properties.put("copse.audit.folder", auditFolder(data).toAbsolutePath().normalize());
        putDatabase(properties);
        putTls(properties);
        return properties;
    }

    private void putDatabase(Map<String, Object> properties) {
        if (database == null) {
            properties.put("spring.datasource.url", embeddedUrl(data));
            return;
        }
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user() == null ? "" : database.user());
        properties.put("spring.datasource.password", database.password() == null ? "" : database.password());
        Owner owner = database.owner();
        if (owner != null) {
            properties.put("spring.flyway.url", database.url());
            properties.put("spring.flyway.user", owner.user());
            properties.put("spring.flyway.password", owner.password() == null ? "" : owner.password());
        }
    }

    /** Returns the URL of the embedded database of a data folder, open to a command beside the server. */
    static String embeddedUrl(Path data) {
        return "jdbc:h2:file:" + data.toAbsolutePath().normalize() + "/copse;AUTO_SERVER=TRUE";
    }

    /** The embedded database listens for others on any free port; by itself it would do so on every address. */
    static void listenOnThisMachineOnly() {
        System.setProperty("h2.bindAddress", "127.0.0.1");
    }

    /** Returns the folder of the audit log's key and heads. */
    static Path auditFolder(Path data) {
        return data.resolve("audit");
    }

    /** Returns where signed heads are when no setting says otherwise. */
    static Path headsFile(Path data) {
        return auditFolder(data).resolve("heads.jsonl");
    }

    private void putTls(Map<String, Object> properties) {
        boolean secure = certificate != null || behindProxy;
        properties.put("server.servlet.session.cookie.secure", secure);
        if (certificate != null) {
            properties.put(
                    "spring.ssl.bundle.pem.copse.keystore.certificate",
                    "file:" + certificate.chain().toAbsolutePath());
            properties.put(
                    "spring.ssl.bundle.pem.copse.keystore.private-key",
                    "file:" + certificate.privateKey().toAbsolutePath());
            properties.put("spring.ssl.bundle.pem.copse.reload-on-update", true);
            properties.put("server.ssl.bundle", "copse");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--host " + host + " is no address of this machine", e);
        }
    }
}
