package dev.envelope.server.transcript;

import dev.envelope.game.session.event.Event;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.event.EventCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Transcripts of events as a server writes them, and their checks. */
final class Transcripts {

    static final EventCodec CODEC = EventCodec.ofPlanFiles();

    private Transcripts() {}

    static byte[] transcript(List<Event> events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TranscriptWriter writer = new TranscriptWriter(out, "HEADLESS");
            Chain chain = new Chain();
            for (Event event : events) {
                writer.add(chain.add(CODEC.encode(event)));
            }
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static TranscriptCheck check(byte[] transcript) {
        return new TranscriptCheck(() -> new ByteArrayInputStream(transcript), CODEC);
    }
}
