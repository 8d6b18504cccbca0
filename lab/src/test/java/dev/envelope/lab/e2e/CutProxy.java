package dev.envelope.lab.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A network between a client and a server that can be cut and mended. Takes a bounded number of connections. */
final class CutProxy implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 500;

    private final int target;
    private final ServerSocket entrance;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean cut;
    private volatile boolean deaf;
    private final AtomicInteger refused = new AtomicInteger();

    /** A proxy on a free port of 127.0.0.1 to {@code target} there. */
    CutProxy(int target) throws IOException {
        this.target = target;
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Cuts what is connected, and every new connection at once. */
    void cut() throws IOException {
        cut = true;
        deaf = false;
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    /** Lets new connections through again. */
    void mend() {
        cut = false;
    }

    /** From now until the next cut nothing that the server says comes through. */
    void losesAnswers() {
        deaf = true;
    }

    /** How many connections came while it was cut. */
    int refused() {
        return refused.get();
    }

    private void accept() {
        try {
            for (int i = 0; i < MOST_CONNECTIONS; i++) {
                Socket client = entrance.accept();
                if (cut) {
                    refused.incrementAndGet();
                    client.close();
                } else {
                    connect(client);
                }
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(server);
        start(() -> pump(client, server, false));
        start(() -> pump(server, client, true));
    }

    private void pump(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[4_096];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!(answers && deaf)) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
