package dev.envelope.server.export.across;

import dev.envelope.server.export.cell.Csv;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Cells that come round by round and are needed seat by seat: they wait in a temporary file, and memory holds four bytes for
 * each seat and round. They are read again for so many seats at once as fit in a few megabytes.
 */
final class SeatsByRound implements AutoCloseable {

    private static final long BATCH_BYTES = 8 << 20;

    private final int seats;
    private final long batchBytes;
    private final Path file;
    private final OutputStream out;
    private final ByteArrayOutputStream round = new ByteArrayOutputStream();
    private final Csv cells = new Csv(round);
    private final List<int[]> ends = new ArrayList<>();
    private long bytes;

    SeatsByRound(int seats) throws IOException {
        this(seats, BATCH_BYTES);
    }

    /** Cells of so many {@code seats}, of which {@code batchBytes} are read at once, or those of one seat. */
    SeatsByRound(int seats, long batchBytes) throws IOException {
        this.seats = seats;
        this.batchBytes = batchBytes;
        file = Files.createTempFile("envelope-export", ".cells");
        out = new BufferedOutputStream(Files.newOutputStream(file));
    }

    /** Writes the cells of a seat in a round. */
    @FunctionalInterface
    interface Cells {
        void write(int seat, Csv out) throws IOException;
    }

    /** Adds a round. */
    void add(Cells ofSeat) throws IOException {
        int[] end = new int[seats];
        round.reset();
        for (int seat = 0; seat < seats; seat++) {
            ofSeat.write(seat, cells);
            cells.endLine();
            cells.flush();
            end[seat] = round.size();
        }
        round.writeTo(out);
        bytes += round.size();
        ends.add(end);
    }

    /** Writes a line per seat: what {@code front} writes, and behind it the cells of all rounds. */
    void writeTo(Csv lines, Cells front) throws IOException {
        out.flush();
        int atOnce = (int) StrictMath.max(1, StrictMath.min(seats, batchBytes * seats / StrictMath.max(1, bytes)));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (int first = 0; first < seats; first += atOnce) {
                write(channel, first, StrictMath.min(seats, first + atOnce), lines, front);
            }
        }
    }

    private void write(FileChannel channel, int first, int last, Csv lines, Cells front) throws IOException {
        List<byte[]> parts = new ArrayList<>(ends.size());
        long start = 0;
        for (int[] end : ends) {
            int from = begin(end, first);
            parts.add(read(channel, start + from, end[last - 1] - from));
            start += end[seats - 1];
        }
        for (int seat = first; seat < last; seat++) {
            front.write(seat, lines);
            for (int i = 0; i < parts.size(); i++) {
                int[] end = ends.get(i);
                int from = begin(end, seat);
                int length = end[seat] - 1 - from; // without the end of the line
                lines.plain(new String(parts.get(i), from - begin(end, first), length, StandardCharsets.UTF_8));
            }
            lines.endLine();
        }
    }

    private static int begin(int[] end, int seat) {
        return seat == 0 ? 0 : end[seat - 1];
    }

    private static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(length);
        while (part.hasRemaining()) {
            if (channel.read(part, from + part.position()) < 0) {
                throw new IOException("a temporary file of the export was cut short");
            }
        }
        return part.array();
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
