package org.copse.server.system;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Whom a limit by address counts as one. */
public final class ClientNetwork {
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int NETWORK_BYTES = 8;

    private ClientNetwork() {}

    /** Returns an IPv4 address as it is, and of an IPv6 address its first 64 bits: one household has all addresses in there. */
    public static String of(String address) {
        int zone = address.indexOf('%');
        String literal = zone < 0 ? address : address.substring(0, zone);
        if (!IPV6.matcher(literal).matches()) {
            return address;
        }
        try {
            // In brackets it is taken as a literal and as nothing else: no name is looked up.
            InetAddress parsed = InetAddress.getByName("[" + literal + "]");
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_BYTES)
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
