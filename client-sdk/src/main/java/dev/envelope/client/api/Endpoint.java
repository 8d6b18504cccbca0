package dev.envelope.client.api;

/** Where a server listens, and how it is spoken to. */
public sealed interface Endpoint {

    /**
     * Plain TCP.
     *
     * @param host a name or an address
     * @param port from 1 to 65535
     */
    record Tcp(String host, int port) implements Endpoint {

        /** Checks host and port. */
        public Tcp {
            EndpointText.check(host, port);
        }

        @Override
        public String toString() {
            return EndpointText.join(host, port);
        }
    }

    /**
     * TLS over TCP.
     *
     * @param host a name or an address; the certificate must be for it
     * @param port from 1 to 65535
     * @param trust which certificates are believed
     */
    record Tls(String host, int port, Trust trust) implements Endpoint {

        /** Checks host and port. */
        public Tls {
            EndpointText.check(host, port);
        }

        @Override
        public String toString() {
            return "tls://" + EndpointText.join(host, port);
        }
    }

    /**
     * A server in the same Java process: the same protocol, no socket.
     *
     * @param name what the server calls its in-process entrance
     */
    record InProcess(String name) implements Endpoint {

        /** Checks the name. */
        public InProcess {
            if (name.isBlank()) {
                throw new IllegalArgumentException("name: \"" + name + "\" (expected: a name)");
            }
        }

        @Override
        public String toString() {
            return "in-process:" + name;
        }
    }

    /** Plain TCP to {@code host} and {@code port}. */
    static Endpoint tcp(String host, int port) {
        return new Tcp(host, port);
    }

    /** TLS to {@code host} and {@code port}, believing {@code trust}. */
    static Endpoint tls(String host, int port, Trust trust) {
        return new Tls(host, port, trust);
    }

    /** The server of this Java process that listens under {@code name}. */
    static Endpoint inProcess(String name) {
        return new InProcess(name);
    }

    /**
     * The endpoint that {@code text} writes as {@code HOST:PORT}, which is plain TCP, or as {@code tls://HOST:PORT}, which
     * is TLS that believes the certificates the Java runtime believes. A colon in the host needs brackets, as in
     * {@code [::1]:7777}.
     *
     * @throws IllegalArgumentException saying what was found and what was expected
     */
    static Endpoint parse(String text) {
        return EndpointText.parse(text);
    }
}
