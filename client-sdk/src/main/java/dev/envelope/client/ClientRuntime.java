package dev.envelope.client;

import dev.envelope.client.api.ClientLimits;
import dev.envelope.client.api.Endpoint;
import dev.envelope.client.link.Lifeline;
import dev.envelope.client.net.NettyThreads;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that clients share: one that talks to the network and one that calls listeners, however many clients.
 * They are daemon threads: they keep no program alive.
 */
public final class ClientRuntime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClientRuntime.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final ClientLimits limits;
    private final NettyThreads network;
    private final ThreadPoolExecutor workers;
    private final Set<SessionClient> open = ConcurrentHashMap.newKeySet();

    private ClientRuntime(ClientLimits limits, int threads) {
        this.limits = limits;
        this.network = new NettyThreads(limits, threads);
        AtomicInteger count = new AtomicInteger();
        this.workers =
                new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), run -> {
                    Thread thread = new Thread(run, "envelope-client-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        workers.setRejectedExecutionHandler((task, pool) -> LOG.debug("the runtime was closed; an event is dropped"));
    }

    /** A runtime with the default limits. */
    public static ClientRuntime create() {
        return create(ClientLimits.DEFAULT, 1);
    }

    /**
     * A runtime.
     *
     * @param limits the bounds of all its clients
     * @param threads how many threads talk to the network, and how many call listeners; at least 1
     */
    public static ClientRuntime create(ClientLimits limits, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " (expected: at least 1)");
        }
        return new ClientRuntime(limits, threads);
    }

    /** The bounds of all its clients. */
    public ClientLimits limits() {
        return limits;
    }

    /** What a new client to {@code endpoint} is made of; its request ids begin at random. */
    Lifeline.Wiring wiring(Endpoint endpoint) {
        NettyThreads.Line line = network.line(endpoint);
        return new Lifeline.Wiring(
                line.loop(),
                line.dialer(),
                limits,
                new RequestIds(RANDOM.nextLong()),
                new SplittableRandom(RANDOM.nextLong()));
    }

    /** Keeps {@code client} in mind until it is closed. */
    <T extends SessionClient> T keep(T client) {
        open.add(client);
        client.whenClosed().whenComplete((nothing, cause) -> open.remove(client));
        return client;
    }

    /** The threads that call listeners. */
    Executor workers() {
        return workers;
    }

    /** Closes all connections, without waiting. */
    void shutdown() {
        open.forEach(SessionClient::close);
        network.shutdown();
        workers.shutdown();
    }

    /** Closes all its clients and waits for its threads to end, at most two seconds each. */
    @Override
    public void close() {
        open.forEach(SessionClient::close);
        network.shutdown();
        try {
            network.awaitTermination(CLOSE_TIMEOUT);
            workers.shutdown();
            workers.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            workers.shutdown();
            Thread.currentThread().interrupt();
        }
    }
}
