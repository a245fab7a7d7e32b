package org.copse.server.cli;

import java.util.concurrent.Callable;
import org.copse.server.CopseServer;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;

/** {@code copse serve}: starts the server and stays until it is stopped. */
@Command(name = "serve", description = "Starts the server.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Override
    public Integer call() throws InterruptedException {
        SpringApplication.run(CopseServer.class);
        Thread.currentThread().join();
        return 0;
    }
}
