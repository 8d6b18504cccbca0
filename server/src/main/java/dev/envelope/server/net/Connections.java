package dev.envelope.server.net;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The connections of a server that are open: how many there are, and how all of them end. */
final class Connections {

    private final int max;
    private final int maxChannels;
    private final AtomicLong ids = new AtomicLong();
    private final AtomicInteger channelCount = new AtomicInteger();
    private final Set<ClientConnection> clients = ConcurrentHashMap.newKeySet();
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private volatile boolean closing;

    /** Room for {@code max} clients, and a few more channels, which are told that there is no room. */
    Connections(int max) {
        this.max = max;
        this.maxChannels = (int) Math.min(Integer.MAX_VALUE, max + max / 8L + 64);
    }

    /** Takes note of an accepted channel; false when even the room for those who are turned away is full. */
    boolean admit(Channel channel) {
        boolean admitted = channelCount.incrementAndGet() <= maxChannels && !closing;
        channel.closeFuture().addListener(done -> channelCount.decrementAndGet());
        if (admitted) {
            channels.add(channel);
        }
        return admitted;
    }

    long nextId() {
        return ids.incrementAndGet();
    }

    /** Adds a client that has made a valid opening; false when there are too many. */
    boolean add(ClientConnection client) {
        clients.add(client);
        return clients.size() <= max;
    }

    void remove(ClientConnection client) {
        clients.remove(client);
    }

    boolean isClosing() {
        return closing;
    }

    int open() {
        return channelCount.get();
    }

    /** Lets every client have the answers it waits for, at most for {@code millis}, then closes everything. */
    void close(long millis) {
        closing = true;
        clients.forEach(ClientConnection::shutDown);
        channels.close(channel -> channel.pipeline().get(RequestHandler.class) == null)
                .awaitUninterruptibly(millis);
        channels.newCloseFuture().awaitUninterruptibly(millis);
        channels.close().awaitUninterruptibly(millis);
    }
}
