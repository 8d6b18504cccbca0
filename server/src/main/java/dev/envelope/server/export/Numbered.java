package dev.envelope.server.export;

import dev.envelope.game.session.event.Event;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.event.EventCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Numbers and decodes the first records of a session. For one pass. */
final class Numbered implements Consumer<StoredRecord> {

    private final String joinCode;
    private final EventCodec codec;
    private final long last;
    private final Reader reader;
    private long number;

    /** Hands the records up to number {@code last} to {@code reader}. */
    Numbered(String joinCode, EventCodec codec, long last, Reader reader) {
        this.joinCode = joinCode;
        this.codec = codec;
        this.last = last;
        this.reader = reader;
    }

    /** Takes records in order. */
    @FunctionalInterface
    interface Reader {
        /** The record of this number, from 1, and the event it stands for. */
        void next(long number, StoredRecord record, Event event) throws IOException;
    }

    @Override
    public void accept(StoredRecord record) {
        if (++number > last) {
            return;
        }
        try {
            reader.next(number, record, codec.decode(record.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JournalException | IllegalArgumentException e) {
            throw new JournalException("session " + joinCode + ": record " + number + ": " + e.getMessage(), e);
        }
    }
}
