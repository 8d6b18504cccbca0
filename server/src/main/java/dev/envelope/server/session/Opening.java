package dev.envelope.server.session;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.SessionCore;
import dev.envelope.game.session.event.Event;
import dev.envelope.server.host.SessionHost;
import dev.envelope.server.host.Workplace;
import dev.envelope.server.host.Workplaces;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.live.Entrance;
import dev.envelope.server.live.Fold;
import dev.envelope.server.live.Output;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a session begins: its code, its seed and its instructor's token are drawn, and its first record is stored. */
final class Opening {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final int TOKEN_BYTES = 16;

    private final Workplaces workplaces;
    private final Hosts hosts;
    private final Consumer<Plan> admission;
    private final SecureRandom random = new SecureRandom();
    private long lastId;

    /** Opens sessions among {@code hosts}, with numbers above {@code lastId}, of plans that {@code admission} accepts. */
    Opening(Workplaces workplaces, Hosts hosts, Consumer<Plan> admission, long lastId) {
        this.workplaces = workplaces;
        this.hosts = hosts;
        this.admission = admission;
        this.lastId = lastId;
    }

    /** Opens a session and returns once that is durable. */
    OpenedSession open(Plan plan, OpenOptions options) {
        admission.accept(plan);
        plan.standIns().forEach(workplaces.standIns()::prepare);
        SessionSeed seed = seed(plan, options);
        String token = HexFormat.of().formatHex(random(TOKEN_BYTES));
        CompletableFuture<Boolean> stored = new CompletableFuture<>();
        SessionHost host = begin(plan, options, seed, token, stored);
        try {
            stored.join();
        } catch (CompletionException e) {
            hosts.remove(host);
            throw new JournalException("session " + host.joinCode() + ": could not be stored", e);
        }
        LOG.info("session {}: opened, {} rounds", host.joinCode(), plan.rounds());
        return new OpenedSession(host.joinCode(), token, seed.commitment());
    }

    private synchronized SessionHost begin(
            Plan plan, OpenOptions options, SessionSeed seed, String token, CompletableFuture<Boolean> stored) {
        hosts.makeRoom(workplaces.limits().maxSessions());
        String joinCode = hosts.newCode(random);
        Workplace workplace = workplaces.of(++lastId);
        long now = workplace.clock().getAsLong();
        Event.SessionOpened opening = SessionCore.open(
                now,
                plan,
                joinCode,
                seed,
                options.reproducible(),
                options.room().orElse(""));
        String tokenHash = Entrance.hash(token.getBytes(StandardCharsets.UTF_8));
        StoredSession row = new StoredSession(
                lastId, joinCode, now, false, new StoredSession.Secrets(seed.seedHex(), seed.nonceHex(), tokenHash));
        SessionHost host = SessionHost.of(workplace, row, Fold.opened(workplace.codec(), opening, seed), Map.of());
        hosts.add(host);
        host.post((session, at) -> {
            session.open(opening);
            session.draft().add(new Output.Awaited(stored));
        });
        return host;
    }

    private SessionSeed seed(Plan plan, OpenOptions options) {
        if (!options.reproducible()) {
            return SessionSeed.of(random(SessionSeed.BYTES), random(SessionSeed.BYTES));
        }
        return SessionSeed.of(options.seed()
                .or(plan::seed)
                .orElseThrow(() -> new IllegalArgumentException(
                        "seed: none (expected: one in the plan or with the option, for a reproducible run)")));
    }

    private byte[] random(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return drawn;
    }
}
