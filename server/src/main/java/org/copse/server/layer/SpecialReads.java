package org.copse.server.layer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which special data was read in a session already: the first reading goes into the audit log, the page that is opened again does not. Programs
 * without a session are recorded each time.
 */
public final class SpecialReads {
    private static final String ATTRIBUTE = SpecialReads.class.getName();

    private SpecialReads() {}

    /**
     * Returns whether this is the first reading in the session.
     *
     * @param what names the data, such as a layer by its id
     */
    public static boolean isFirst(HttpServletRequest request, String what) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return true;
        }
        Reads reads = session.getAttribute(ATTRIBUTE) instanceof Reads known
                ? known
                : new Reads(ConcurrentHashMap.newKeySet());
        session.setAttribute(ATTRIBUTE, reads);
        return reads.what().add(what);
    }

    private record Reads(Set<String> what) {}
}
