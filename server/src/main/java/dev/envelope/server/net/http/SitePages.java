package dev.envelope.server.net.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The pages that are the same for everybody; read once, so that no event loop waits for them. */
final class SitePages {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,260}");
    private static final List<String> PROTOCOL =
            List.of("envelope/v1/envelope.proto", "envelope/v1/game.proto", "envelope/v1/journal.proto");
    private static final Map<String, Page> PAGES = load();

    private SitePages() {}

    private static Map<String, Page> load() {
        Map<String, Page> pages = new TreeMap<>();
        Page list = Page.text(HttpResponseStatus.OK, "/protocol/" + String.join("\n/protocol/", PROTOCOL));
        pages.put("/protocol", list);
        pages.put("/protocol/", list);
        for (String file : PROTOCOL) {
            Page page = Page.resource(file);
            pages.put("/protocol/" + file, page);
            pages.put("/protocol/" + file.substring(file.lastIndexOf('/') + 1), page);
        }
        return pages;
    }

    /** Makes sure that every page is there. */
    static void check() {
        if (PAGES.isEmpty()) {
            throw new IllegalStateException("pages: none (expected: those of the protocol)");
        }
    }

    /** The page at {@code path}; {@code host} is where the browser found this server. */
    static Page find(String path, String host) {
        if (path.equals("/")) {
            return Page.html(home(HOST.matcher(host).matches() ? host : "HOST:PORT"));
        }
        Page page = PAGES.get(path);
        return page == null ? Page.text(HttpResponseStatus.NOT_FOUND, "no such page; / says what there is") : page;
    }

    private static String home(String host) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Envelope</title>
                <style>body{font:1.1em/1.5 system-ui,sans-serif;max-width:40em;margin:2em auto;padding:0 1em}</style>
                </head>
                <body>
                <h1>Envelope</h1>
                <p>This server hosts live sealed-bid games: auctions and trades that people and programs play in rounds.</p>
                <p>The address to join is <strong>%1$s</strong>. You need a session's join code.</p>
                <ul>
                <li>In a terminal: <code>envelope join %1$s CODE --name Ann</code></li>
                <li>A program over WebSocket: <code>ws://%1$s/ws</code>, JSON in text messages or protobuf in binary ones</li>
                <li>A program over TCP: protobuf in frames, on the same port</li>
                </ul>
                <p>The messages: <a href="/protocol/envelope/v1/envelope.proto">envelope.proto</a> and
                <a href="/protocol/envelope/v1/game.proto">game.proto</a>.</p>
                </body>
                </html>
                """.formatted(host);
    }
}
