package dev.envelope.game.broken;

import com.google.protobuf.ByteString;
import dev.envelope.game.session.state.SeatState;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.File;
import java.util.Random;

/** Breaks every rule of a pure package, so that a test sees each of them bite. */
final class EverythingManager {
    private EverythingManager() {}

    static ByteString protobuf() {
        return ByteString.EMPTY;
    }

    static ByteBuf netty() {
        return Unpooled.EMPTY_BUFFER;
    }

    static long clock() {
        return System.nanoTime();
    }

    static Random randomness() {
        return new Random(1);
    }

    static File output() {
        return new File("x");
    }

    static boolean secret(SeatState seat) {
        return seat.isFree();
    }

    static double transcendental() {
        return Math.exp(1);
    }
}
