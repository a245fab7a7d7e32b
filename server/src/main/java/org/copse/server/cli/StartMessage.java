package org.copse.server.cli;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.copse.server.account.DemoAccounts;
import org.copse.server.account.SetUpLink;

/** What the console says once the server answers: where it is, how to get in, and which database it uses. */
final class StartMessage {
    private final ServerOptions options;
    private final String address;
    private final List<String> demoAccounts;
    private final String setUpPath;

    StartMessage(ServerOptions options, int port, DemoAccounts demo, SetUpLink setUp) {
        this.options = options;
        this.address =
                (options.certificate() == null ? "http" : "https") + "://" + visibleHost(options.host()) + ":" + port;
        this.demoAccounts = demo.names();
        this.setUpPath = setUp.path().orElse("");
    }

    /** Says where to look while the sample city is on its way. */
    void printLoading(PrintStream out) {
        out.println("Loading the sample city; " + address + "/ shows how far it is.");
        out.flush();
    }

    void print(PrintStream out) {
        out.println();
        out.println("Copse is ready: " + address + "/");
        if (!demoAccounts.isEmpty()) {
            out.println("  Demo accounts  " + String.join(", ", demoAccounts) + " — password " + DemoAccounts.PASSWORD);
            out.println("                 They exist on this machine only, as long as no account is stored.");
        }
        if (!setUpPath.isEmpty()) {
            out.println("  First account  " + address + setUpPath);
            out.println("                 The link works once, until the server stops.");
        }
        if (options.database() == null) {
            out.println("  Database       embedded H2GIS in " + options.data()
                    + ", for trying out and for one small authority; --postgis for more");
        } else {
            out.println("  Database       " + options.database());
        }
        out.println("  Stop with Ctrl-C.");
        out.flush();
    }

    private static String visibleHost(String host) {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return "localhost";
            }
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
