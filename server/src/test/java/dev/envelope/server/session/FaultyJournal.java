package dev.envelope.server.session;

import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.ForwardingJournal;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.JournalException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A journal whose commits can fail, or wait until they are let go. */
final class FaultyJournal extends ForwardingJournal {

    private final List<Integer> groups = new ArrayList<>();
    private final Semaphore gate = new Semaphore(Integer.MAX_VALUE);
    private volatile int failing;
    private int broken;

    FaultyJournal(Journal journal) {
        super(journal);
    }

    /** No commit completes from now on, until {@link #letGo}. */
    void hold() {
        gate.drainPermits();
    }

    /** As many commits complete, or fail, as are wanted, and no more. */
    void letGo(int commits) {
        gate.release(commits);
    }

    void letGo() {
        gate.drainPermits();
        gate.release(Integer.MAX_VALUE);
    }

    /** The next {@code commits} fail. */
    void fail(int commits) {
        failing = commits;
    }

    /** The next {@code commits} fail as nothing should. */
    synchronized void breakDown(int commits) {
        broken = commits;
    }

    /** How many sessions each commit had. */
    synchronized List<Integer> groups() {
        return List.copyOf(groups);
    }

    @Override
    public void append(List<Batch> batches) {
        synchronized (this) {
            groups.add(batches.size());
        }
        try {
            gate.acquire();
        } catch (InterruptedException e) {
            throw new JournalException("interrupted", e);
        }
        if (isBroken()) {
            throw new InternalError("no memory left");
        }
        int left = failing;
        if (left > 0) {
            failing = left - 1;
            throw new JournalException("the disk is full");
        }
        super.append(batches);
    }

    private synchronized boolean isBroken() {
        broken--;
        return broken >= 0;
    }
}
