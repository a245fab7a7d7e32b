package org.copse.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.copse.server.CopseServer;
import org.copse.server.account.DemoAccounts;
import org.copse.server.account.SetUpLink;
import org.copse.server.audit.SigningKey;
import org.copse.server.samplecity.SampleLoad;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code copse serve}: starts the server and stays until it is stopped. */
@Command(
        name = "serve",
        description = "Starts the server: pages, programming interface and jobs.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example: try Copse with its sample city, on this machine only",
            "  serve",
            "Example: a real installation behind a proxy that does TLS",
            "  COPSE_DB_URL=jdbc:postgresql://db/copse COPSE_DB_USER=copse COPSE_DB_PASSWORD=... \\",
            "    serve --empty --host 0.0.0.0 --behind-proxy"
        })
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Address to listen on; ${DEFAULT-VALUE} when not given. Beyond loopback there are no demo accounts, and"
                            + " --tls-cert with --tls-key or --behind-proxy is needed.")
    String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on; ${DEFAULT-VALUE} when not given, 0 for any free one.")
    int port = 8080;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description =
                    "Folder of the embedded database; ${DEFAULT-VALUE}/ when not given. It is made when it is not there.")
    Path data = Path.of("data");

    @Option(names = "--empty", description = "Without the sample city, and without demo accounts.")
    boolean empty;

    @Option(
            names = "--postgis",
            paramLabel = "URL",
            description =
                    "JDBC URL of a PostGIS database, such as jdbc:postgresql://db/copse. Without it COPSE_DB_URL, and without"
                            + " that the embedded database. COPSE_DB_USER and COPSE_DB_PASSWORD hold what is not in the URL;"
                            + " COPSE_DB_OWNER_USER and COPSE_DB_OWNER_PASSWORD the schema's owner, so that the server's user"
                            + " cannot change the audit log.")
    @Nullable
    String postgis;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "PEM file of the server's certificate and its chain.")
    @Nullable
    Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "PEM file of the certificate's private key.")
    @Nullable
    Path privateKey;

    @Option(
            names = "--behind-proxy",
            description = "A proxy on a private address does TLS and sends X-Forwarded-For and X-Forwarded-Proto.")
    boolean behindProxy;

    @Option(
            names = "--stop-within",
            paramLabel = "SECONDS",
            defaultValue = "9",
            description = "How long a stop may take before the process ends on the spot, which the data survives;"
                    + " ${DEFAULT-VALUE} when not given.")
    int stopWithin = 9;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ServerOptions options = options();
        ServerOptions.listenOnThisMachineOnly();
        StopSignal stop = StopSignal.listen(Duration.ofSeconds(stopWithin));
        ConfigurableApplicationContext server;
        try {
            if (options.database() == null) {
                SigningKey.createFolder(data);
            }
            server = new SpringApplicationBuilder(CopseServer.class).run(arguments(options));
        } catch (IOException e) {
            spec.commandLine().getErr().println("Cannot make the data folder " + data + ": " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        } catch (RuntimeException e) {
            // Spring has said why: in words where it knows the cause, else with a stack trace.
            return CommandLine.ExitCode.SOFTWARE;
        }
        try (server) {
            return serve(options, server, stop);
        }
    }

    private static int serve(ServerOptions options, ConfigurableApplicationContext server, StopSignal stop) {
        int listening = Integer.parseInt(server.getEnvironment().getRequiredProperty("local.server.port"));
        StartMessage message = new StartMessage(
                options, listening, server.getBean(DemoAccounts.class), server.getBean(SetUpLink.class));
        SampleLoad sample = server.getBeanProvider(SampleLoad.class).getIfAvailable();
        if (sample != null) {
            CompletableFuture<Void> loaded = sample.loaded();
            if (!loaded.isDone()) {
                message.printLoading(System.out);
            }
            CompletableFuture.anyOf(loaded.handle((done, failed) -> done), stop.asked())
                    .join();
            if (loaded.isCompletedExceptionally()) {
                return CommandLine.ExitCode.SOFTWARE;
            }
        }
        if (!stop.asked().isDone()) {
            message.print(System.out);
            stop.asked().join();
        }
        return CommandLine.ExitCode.OK;
    }

    /** As arguments, since those win over the application's own configuration. */
    private static String[] arguments(ServerOptions options) {
        return options.properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    private ServerOptions options() {
        try {
            return new ServerOptions(host, port, data, empty, database(), tls(), behindProxy);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private ServerOptions.@Nullable Database database() {
        String url = postgis != null ? postgis : System.getenv("COPSE_DB_URL");
        return url == null || url.isBlank()
                ? null
                : new ServerOptions.Database(
                        url, System.getenv("COPSE_DB_USER"), System.getenv("COPSE_DB_PASSWORD"), owner());
    }

    private static ServerOptions.@Nullable Owner owner() {
        String user = System.getenv("COPSE_DB_OWNER_USER");
        return user == null || user.isBlank()
                ? null
                : new ServerOptions.Owner(user, System.getenv("COPSE_DB_OWNER_PASSWORD"));
    }

    private ServerOptions.@Nullable Certificate tls() {
        if (certificate == null && privateKey == null) {
            return null;
        }
        if (certificate == null || privateKey == null) {
            throw new IllegalArgumentException("--tls-cert and --tls-key go together");
        }
        return new ServerOptions.Certificate(certificate, privateKey);
    }
}
