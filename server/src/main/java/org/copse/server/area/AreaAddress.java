package org.copse.server.area;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** What an area is called in the address of its page. Ids come from files, and may have signs that no path has. */
public final class AreaAddress {
    private static final String NO_PATH = "[/\\\\;%?#\\p{Cntrl}]|^\\.+$";

    private AreaAddress() {}

    /** Returns the id as a part of a path, before it is encoded; that of nearly every id is the id. */
    public static String of(String id) {
        return id.replaceAll(NO_PATH, "_");
    }

    /** Returns the path of a beat's page, after the language. */
    public static String beat(String id) {
        return "/beats/" + UriUtils.encodePathSegment(of(id), StandardCharsets.UTF_8);
    }

    /** Returns the path of the form on which a concern of a beat is reported, after the language. */
    static String concern(String id) {
        return "/concern?area=" + UriUtils.encode(of(id), StandardCharsets.UTF_8);
    }

    /** Returns the path of a sector's page, after the language. */
    public static String sector(String id) {
        return "/sectors/" + UriUtils.encodePathSegment(of(id), StandardCharsets.UTF_8);
    }
}
