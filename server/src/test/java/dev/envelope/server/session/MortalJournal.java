package dev.envelope.server.session;

import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.ForwardingJournal;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.JournalException;
import java.util.List;

/** A journal with one fault at one commit: a refusal, or the death of its process, after which nothing comes from it. */
final class MortalJournal extends ForwardingJournal {

    /** What goes wrong. */
    enum Fault {
        /** The commit fails, and all goes on. */
        REFUSED,
        /** The process dies before the commit. */
        DIES_BEFORE,
        /** The process dies once the commit is stored, before anybody is told. */
        DIES_AFTER
    }

    private final Fault fault;
    private final int at;
    private int commits;
    private volatile boolean dead;

    /** Has {@code fault} at commit number {@code at}, from 1; never when that is 0. */
    MortalJournal(Journal journal, Fault fault, int at) {
        super(journal);
        this.fault = fault;
        this.at = at;
    }

    /** How many commits were asked for. */
    synchronized int commits() {
        return commits;
    }

    boolean isDead() {
        return dead;
    }

    @Override
    public synchronized void append(List<Batch> batches) {
        requireAlive();
        commits++;
        boolean goesWrong = commits == at;
        if (goesWrong && fault == Fault.REFUSED) {
            throw new JournalException("the disk is full");
        }
        if (!goesWrong || fault == Fault.DIES_AFTER) {
            super.append(batches);
        }
        dead = goesWrong;
        requireAlive();
    }

    private void requireAlive() {
        if (dead) {
            throw new JournalException("dead");
        }
    }

    @Override
    protected Journal journal() {
        requireAlive();
        return super.journal();
    }
}
