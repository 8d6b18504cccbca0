package dev.envelope.server.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A journal that lasts as long as the process: for servers without a file and for tests. */
public final class MemoryJournal implements Journal {

    private final SortedMap<Long, StoredSession> sessions = new TreeMap<>();
    private final SortedMap<Long, List<StoredRecord>> records = new TreeMap<>();
    private final SortedMap<Long, SortedMap<Integer, String>> names = new TreeMap<>();
    private boolean closed;

    /** An empty journal. */
    public MemoryJournal() {}

    @Override
    public synchronized void append(List<Batch> batches) {
        requireOpen();
        batches.forEach(this::check);
        batches.forEach(this::store);
    }

    private void check(Batch batch) {
        long expected = records.getOrDefault(batch.session(), List.of()).size() + 1L;
        batch.requireFirst(expected);
    }

    private void store(Batch batch) {
        batch.opened().ifPresent(row -> sessions.put(batch.session(), row));
        records.computeIfAbsent(batch.session(), id -> new ArrayList<>()).addAll(batch.records());
        names.computeIfAbsent(batch.session(), id -> new TreeMap<>()).putAll(batch.names());
        if (batch.finished()) {
            sessions.computeIfPresent(batch.session(), (id, row) -> row.asFinished());
        }
    }

    @Override
    public synchronized List<StoredSession> sessions() {
        requireOpen();
        return List.copyOf(sessions.values());
    }

    @Override
    public void read(long session, Consumer<StoredRecord> reader) {
        Chain chain = new Chain();
        for (StoredRecord record : snapshot(session)) {
            chain.verify(session, record);
            reader.accept(record);
        }
    }

    private synchronized List<StoredRecord> snapshot(long session) {
        requireOpen();
        return List.copyOf(records.getOrDefault(session, List.of()));
    }

    @Override
    public synchronized SortedMap<Integer, String> names(long session) {
        requireOpen();
        return new TreeMap<>(names.getOrDefault(session, Collections.emptySortedMap()));
    }

    @Override
    public synchronized void eraseNames(long session) {
        requireOpen();
        names.remove(session);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new JournalException("the journal is closed");
        }
    }
}
