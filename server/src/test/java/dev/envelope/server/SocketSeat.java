package dev.envelope.server;

import com.google.protobuf.ByteString;
import dev.envelope.proto.v1.Amount;
import dev.envelope.proto.v1.ClientMessage;
import dev.envelope.proto.v1.Hello;
import dev.envelope.proto.v1.Message;
import dev.envelope.proto.v1.Participant;
import dev.envelope.proto.v1.ServerMessage;
import dev.envelope.proto.v1.Submit;
import dev.envelope.proto.v1.Welcome;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A seat on plain sockets that outlives its connections: what was not acknowledged is sent again under its old id. */
final class SocketSeat {

    private static final int OUTSTANDING = 16;

    final int number;

    /** Request id to ticks, of what was acknowledged. */
    final Map<Long, Long> acknowledged = new TreeMap<>();

    /** Request id to receipt number. */
    final Map<Long, Integer> receipts = new TreeMap<>();

    private final Map<Long, Long> unanswered = new LinkedHashMap<>();
    private long lastRequest;

    private final Optional<InetAddress> from;

    SocketSeat(int number) {
        this.number = number;
        from = Optional.empty();
    }

    /** A seat whose connections come from an address of this machine. */
    SocketSeat(int number, InetAddress from) {
        this.number = number;
        this.from = Optional.of(from);
    }

    private Socket connect(ServerProcess server) throws IOException {
        InetAddress to = InetAddress.getLoopbackAddress();
        return from.isPresent() ? new Socket(to, server.port, from.get(), 0) : new Socket(to, server.port);
    }

    /** Joins and leaves; the seat stays. */
    Welcome join(ServerProcess server) throws IOException {
        try (Socket socket = connect(server)) {
            return hello(socket, server.joinCode);
        }
    }

    /** Bids once on a connection of its own; whether that was acknowledged. */
    boolean bidOnce(ServerProcess server) throws IOException {
        try (Socket socket = connect(server)) {
            if (!greet(socket, server.joinCode).hasWelcome()) {
                return false;
            }
            long id = ++lastRequest;
            send(socket, bid(id, id));
            ServerMessage answer = answer(socket);
            if (answer.hasReceipt()) {
                acknowledged.put(id, id);
                receipts.put(id, answer.getReceipt().getNumber());
            }
            return answer.hasReceipt();
        }
    }

    private Welcome hello(Socket socket, String joinCode) throws IOException {
        ServerMessage answer = greet(socket, joinCode);
        if (!answer.hasWelcome()) {
            throw new IllegalStateException("hello: " + answer + " (expected: a welcome)");
        }
        return answer.getWelcome();
    }

    private ServerMessage greet(Socket socket, String joinCode) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        new DataOutputStream(socket.getOutputStream()).writeInt(0x00454e56);
        Participant participant = Participant.newBuilder()
                .setJoinCode(joinCode)
                .setName("Seat " + number)
                .setSeatKey(ByteString.copyFrom(
                        new byte[] {(byte) (number + 1), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}))
                .setKind(Participant.Kind.KIND_PROGRAM)
                .build();
        send(
                socket,
                ClientMessage.newBuilder()
                        .setRequestId(Long.MAX_VALUE)
                        .setHello(Hello.newBuilder().setProtocolVersion(1).setParticipant(participant))
                        .build());
        return answer(socket);
    }

    private static ServerMessage answer(Socket socket) throws IOException {
        ServerMessage answer = receive(socket);
        while (answer.getRequestId() == 0) {
            answer = receive(socket);
        }
        return answer;
    }

    /** Bids without pause until the connection breaks; counts acknowledgements into {@code total}. */
    void bidUntilCut(ServerProcess server, AtomicInteger total) {
        try (Socket socket = connect(server)) {
            hello(socket, server.joinCode);
            for (Map.Entry<Long, Long> bid : unanswered.entrySet()) {
                send(socket, bid(bid.getKey(), bid.getValue()));
            }
            while (true) {
                while (unanswered.size() < OUTSTANDING) {
                    long id = ++lastRequest;
                    unanswered.put(id, id % 10_000);
                    send(socket, bid(id, id % 10_000));
                }
                take(receive(socket), total);
            }
        } catch (IOException e) {
            // Cut: what was acknowledged is known, the rest is sent again.
        }
    }

    private void take(ServerMessage message, AtomicInteger total) {
        if (message.getRequestId() == 0) {
            return;
        }
        if (!message.hasReceipt()) {
            throw new IllegalStateException("bid: " + message + " (expected: a receipt)");
        }
        Long ticks = unanswered.remove(message.getRequestId());
        if (ticks == null) {
            throw new IllegalStateException("request " + message.getRequestId() + ": answered twice");
        }
        acknowledged.put(message.getRequestId(), ticks);
        receipts.put(message.getRequestId(), message.getReceipt().getNumber());
        total.incrementAndGet();
    }

    private static ClientMessage bid(long id, long ticks) {
        Message message = Message.newBuilder()
                .setAmount(Amount.newBuilder().setTicks(ticks))
                .build();
        return ClientMessage.newBuilder()
                .setRequestId(id)
                .setSubmit(Submit.newBuilder().setRound(1).setMessage(message))
                .build();
    }

    private static void send(Socket socket, ClientMessage message) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        byte[] bytes = message.toByteArray();
        byte[] frame = java.nio.ByteBuffer.allocate(4 + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
        out.write(frame);
    }

    private static ServerMessage receive(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return ServerMessage.parseFrom(bytes);
    }
}
