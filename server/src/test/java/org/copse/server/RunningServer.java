package org.copse.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.copse.server.system.FailingEndpoints;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The whole server on a real port, with a database of the caller's. */
public final class RunningServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final URI root;

    private RunningServer(ConfigurableApplicationContext context) {
        this.context = context;
        this.root = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Starts a server on the database; {@code properties} are {@code name=value}. */
    public static RunningServer start(TestDatabase database, String... properties) {
        return start(database.dataSource(), properties);
    }

    /** As above, with a source of connections of the caller's. */
    public static RunningServer start(DataSource source, String... properties) {
        return run(made -> made.getBeanFactory().registerSingleton("dataSource", source), List.of(properties));
    }

    /** As above, with connections that the server makes itself. */
    public static RunningServer start(String url, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(properties));
        arguments.add("spring.datasource.url=" + url);
        arguments.add("spring.datasource.username=");
        return run(made -> {}, arguments);
    }

    private static RunningServer run(
            ApplicationContextInitializer<ConfigurableApplicationContext> initializer, List<String> properties) {
        List<String> arguments = new ArrayList<>(properties);
        arguments.add("copse.accounts.failures-per-address=10000");
        if (arguments.stream().noneMatch(given -> given.startsWith("server.port="))) {
            arguments.add("server.port=0");
        }
        return new RunningServer(new SpringApplicationBuilder(CopseServer.class, FailingEndpoints.class)
                .initializers(initializer)
                .run(arguments.stream().map(property -> "--" + property).toArray(String[]::new)));
    }

    /** Returns the one demo server on H2GIS that tests share which store nothing. */
    public static RunningServer demo() {
        return Demo.SERVER;
    }

    /** Returns somebody at a browser, not signed in. */
    public Visitor visitor() {
        return new Visitor(root);
    }

    /** Returns the whole address of a path. */
    URI at(String path) {
        return root.resolve(path);
    }

    /** Returns the server's own object of the type. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Returns which method answers what. */
    public RequestMappingHandlerMapping mappings() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    /** Returns the answer to bytes that no client library would send. */
    public String raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), root.getPort())) {
            socket.setSoTimeout(300_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class Demo {
        static final RunningServer SERVER = start(
                TestDatabase.create(TestDatabase.Product.H2GIS),
                "copse.accounts.demo=true",
                "copse.web.hosts=127.0.0.1");
    }
}
