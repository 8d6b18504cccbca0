package dev.envelope.server.session;

import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import dev.envelope.server.host.SessionHost;
import dev.envelope.server.live.Entrance;
import dev.envelope.server.request.Identity;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** The sessions that a server hosts, and the join codes of those that it ever had. Safe for use by several threads. */
final class Hosts {

    private final Map<Long, SessionHost> byId = new ConcurrentSkipListMap<>();
    private final Map<String, SessionHost> byCode = new ConcurrentHashMap<>();
    private final Set<String> over = ConcurrentHashMap.newKeySet();
    private final Set<String> codes = new HashSet<>();

    /** Every host, in the order of opening. */
    List<SessionHost> all() {
        return List.copyOf(byId.values());
    }

    int count() {
        return byId.size();
    }

    /** The host of the session with the code, or the latest in the room, that somebody typed. */
    Optional<SessionHost> find(String joinCode) {
        return Optional.ofNullable(byCode.get(JoinCodes.typed(joinCode))).or(() -> latest(joinCode, any -> true));
    }

    /**
     * The host that {@code identity} asks for. Who comes to a room again with the key of a seat comes to the session that goes
     * on and in which the seat is, though a later one may have been opened there.
     */
    Optional<SessionHost> find(Identity identity) {
        Optional<String> keyHash = Entrance.keyHash(identity);
        Optional<SessionHost> own = keyHash.isEmpty() || byCode.containsKey(JoinCodes.typed(identity.joinCode()))
                ? Optional.empty()
                : latest(identity.joinCode(), state -> isSeated(state, keyHash.get()));
        return own.or(() -> find(identity.joinCode()));
    }

    private static boolean isSeated(SessionState state, String keyHash) {
        return state.phase() != Phase.FINISHED && state.seatOf(keyHash).isPresent();
    }

    /** The host of the latest such session in the room that somebody typed. */
    private Optional<SessionHost> latest(String room, Predicate<SessionState> such) {
        String name = room.strip().toLowerCase(Locale.ROOT);
        return name.isEmpty()
                ? Optional.empty()
                : byId.values().stream()
                        .filter(host -> host.durable().room().equals(name) && such.test(host.durable()))
                        .reduce((earlier, later) -> later);
    }

    /** Whether the session with the code that somebody typed has finished and is no longer hosted. */
    boolean isOver(String joinCode) {
        return over.contains(JoinCodes.typed(joinCode));
    }

    void add(SessionHost host) {
        byId.put(host.id(), host);
        byCode.put(host.joinCode(), host);
    }

    void remove(SessionHost host) {
        byId.remove(host.id());
        byCode.remove(host.joinCode());
    }

    /** Takes note of a session that has finished and is not hosted. */
    void over(String joinCode) {
        over.add(joinCode);
    }

    /** A join code that no session has or had. */
    synchronized String newCode(RandomGenerator random) {
        String code = JoinCodes.next(random, codes);
        codes.add(code);
        return code;
    }

    /** Takes note of a join code that is given out. */
    synchronized void given(String joinCode) {
        codes.add(joinCode);
    }

    /**
     * Makes room for one more among {@code max}, by letting go of those that have finished and that nobody attends.
     *
     * @throws IllegalStateException when there is none
     */
    void makeRoom(int max) {
        byId.values().stream()
                .filter(host -> host.durable().phase() == Phase.FINISHED && host.connections() == 0)
                .limit(Math.max(0, byId.size() + 1 - max))
                .toList()
                .forEach(host -> {
                    remove(host);
                    over(host.joinCode());
                });
        if (byId.size() >= max) {
            throw new IllegalStateException(
                    "sessions: " + byId.size() + " (expected: fewer than the limit, " + max + ")");
        }
    }
}
