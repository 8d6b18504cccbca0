package dev.envelope.server.journal.sql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A network between a journal and its database that breaks at a commit. */
final class Cut implements AutoCloseable {

    /** Where the next commit is cut off. */
    enum Moment {
        /** It never reaches the database. */
        BEFORE,
        /** The database has committed, and its answer is lost. */
        AFTER,
        /** The journal is cut off; the database's end stays open, and is brought the commit later. */
        LATE,
        /** Nothing breaks. */
        NEVER
    }

    private final int database;
    private final ServerSocket entrance;
    private final AtomicInteger refusing = new AtomicInteger();
    private final CountDownLatch permitted = new CountDownLatch(1);
    private final CountDownLatch brought = new CountDownLatch(1);
    private volatile Moment next = Moment.NEVER;

    /** A network to the database server at port {@code database}. */
    Cut(int database) {
        this.database = database;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Cuts the next commit off, and refuses so many connections after it. */
    void atNextCommit(Moment moment, int refused) {
        refusing.set(refused);
        next = moment;
    }

    /** Brings the commit that is late to the database's end of its connection, if that is still open. */
    void bringLate() throws InterruptedException {
        permitted.countDown();
        brought.await();
    }

    /** How many connections are still to be refused. */
    int refusing() {
        return refusing.get();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "network");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket journal = entrance.accept();
                if (next == Moment.NEVER && refusing.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                    journal.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), database);
                Line line = new Line(journal, server);
                start(line::toDatabase);
                start(line::toJournal);
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public void close() {
        closeQuietly(entrance);
    }

    private static void closeQuietly(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection through the network. */
    private final class Line {

        private final Socket journal;
        private final Socket server;
        private volatile boolean answerIsLost;

        Line(Socket journal, Socket server) {
            this.journal = journal;
            this.server = server;
        }

        void toDatabase() {
            byte[] buffer = new byte[1 << 16];
            try (journal;
                    server) {
                InputStream in = journal.getInputStream();
                OutputStream out = server.getOutputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    boolean commits = new String(buffer, 0, count, ISO_8859_1).contains("COMMIT");
                    Moment moment = commits ? next : Moment.NEVER;
                    if (moment != Moment.NEVER) {
                        next = Moment.NEVER;
                    }
                    if (moment == Moment.BEFORE) {
                        return;
                    }
                    answerIsLost = moment == Moment.AFTER;
                    if (moment == Moment.LATE) {
                        journal.close();
                        permitted.await();
                    }
                    out.write(buffer, 0, count);
                    if (moment == Moment.LATE) {
                        return;
                    }
                }
            } catch (IOException | InterruptedException cut) {
                // Either end has gone.
            } finally {
                brought.countDown();
            }
        }

        void toJournal() {
            byte[] buffer = new byte[1 << 16];
            try (journal) {
                InputStream in = server.getInputStream();
                OutputStream out = journal.getOutputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    if (answerIsLost) {
                        return;
                    }
                    out.write(buffer, 0, count);
                }
            } catch (IOException cut) {
                // Either end has gone.
            }
        }
    }
}
