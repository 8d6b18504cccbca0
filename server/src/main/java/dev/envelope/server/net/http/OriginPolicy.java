package dev.envelope.server.net.http;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may open a WebSocket: those that this server itself has served. A browser states the page's origin; it
 * must name the host and port that the request was sent to. Programs state none and are let in: they could state
 * anything. So a page from elsewhere that somebody has open cannot take or drive a seat behind their back.
 */
final class OriginPolicy {

    private OriginPolicy() {}

    /** Whether a page of {@code origin} may use the host that the request names. */
    static boolean admits(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        if (host == null) {
            return false;
        }
        try {
            URI page = URI.create(origin);
            String authority = page.getRawAuthority();
            return authority != null && withPort(authority, page.getScheme()).equals(withPort(host, page.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String withPort(String authority, String scheme) {
        String lower = authority.toLowerCase(Locale.ROOT);
        boolean hasPort = lower.lastIndexOf(':') > lower.lastIndexOf(']');
        if (hasPort) {
            return lower;
        }
        return lower + (scheme.equalsIgnoreCase("https") ? ":443" : ":80");
    }
}
