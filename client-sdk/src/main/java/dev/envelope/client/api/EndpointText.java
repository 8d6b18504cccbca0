package dev.envelope.client.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How an endpoint is written: {@code HOST:PORT} or {@code tls://HOST:PORT}, an IPv6 address in brackets. */
final class EndpointText {

    private static final Pattern FORM =
            Pattern.compile("((?i:tls://))?(?:\\[([^\\]\\s]+)]|([^:\\[\\]\\s/]+)):(\\d{1,9})");

    private EndpointText() {}

    static Endpoint parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("endpoint: \"" + text
                    + "\" (expected: HOST:PORT or tls://HOST:PORT, such as 127.0.0.1:7777 or [::1]:7777)");
        }
        String bracketed = matcher.group(2);
        String host = bracketed == null ? matcher.group(3) : bracketed;
        int port = Integer.parseInt(matcher.group(4));
        return matcher.group(1) == null ? Endpoint.tcp(host, port) : Endpoint.tls(host, port, Trust.system());
    }

    static String join(String host, int port) {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    static void check(String host, int port) {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host: \"" + host + "\" (expected: a name or an address)");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port: " + port + " (expected: 1 to 65535)");
        }
    }
}
