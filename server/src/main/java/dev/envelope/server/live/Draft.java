package dev.envelope.server.live;

import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What has been decided since the last hand-over: records to store and outputs that wait for them. */
public final class Draft {

    private final List<StoredRecord> records = new ArrayList<>();
    private final SortedMap<Integer, String> names = new TreeMap<>();
    private final List<Output> outputs = new ArrayList<>();
    private Optional<StoredSession> opened = Optional.empty();
    private boolean finished;

    void open(StoredSession row) {
        opened = Optional.of(row);
    }

    void finish() {
        finished = true;
    }

    void add(StoredRecord record) {
        records.add(record);
    }

    void name(int seat, String name) {
        names.put(seat, name);
    }

    public void add(Output output) {
        outputs.add(output);
    }

    public int size() {
        return records.size() + outputs.size();
    }

    public boolean isNameless() {
        return names.isEmpty();
    }

    public List<Output> outputs() {
        return outputs;
    }

    /** What is to be stored, when the session has {@code length} records with the draft's; empty when nothing is. */
    public Optional<Batch> batch(long session, long length) {
        if (records.isEmpty() && names.isEmpty()) {
            return Optional.empty();
        }
        long first = length - records.size() + 1;
        return Optional.of(new Batch(session, first, records, names, opened, finished));
    }
}
