package dev.envelope.server;

import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.server.export.ExportDoor;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.MemoryJournal;
import dev.envelope.server.journal.event.RememberedPlans;
import dev.envelope.server.journal.sql.JournalAddress;
import dev.envelope.server.live.StandIns;
import dev.envelope.server.net.NetworkCounts;
import dev.envelope.server.net.NetworkServer;
import dev.envelope.server.net.NetworkSettings;
import dev.envelope.server.projection.ProjectedJournal;
import dev.envelope.server.projection.Projections;
import dev.envelope.server.session.SessionRegistry;
import dev.envelope.server.session.Sessions;
import dev.envelope.server.settings.ServerSettings;
import dev.envelope.server.wire.LongestWelcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: journal, sessions and network, put together. */
public final class EnvelopeServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EnvelopeServer.class);

    private final Journal journal;
    private final SessionRegistry sessions;
    private final NetworkServer network;

    private EnvelopeServer(Journal journal, SessionRegistry sessions, NetworkServer network) {
        this.journal = journal;
        this.sessions = sessions;
        this.network = network;
    }

    /**
     * Starts a server: opens the journal, resumes its unfinished sessions, takes up the last
     * finished ones for those who want to see how they ended, then listens. A journal file that was made for
     * a start that fails is removed again.
     *
     * @throws dev.envelope.server.journal.JournalException when the journal cannot be used
     * @throws java.io.UncheckedIOException when the address cannot be listened on or the certificate cannot be read
     */
    public static EnvelopeServer start(ServerSettings settings) {
        return start(settings, NetworkSettings.of(settings));
    }

    /** Starts a server that listens as {@code entrances} say, whatever {@code settings} say of it. */
    public static EnvelopeServer start(ServerSettings settings, NetworkSettings entrances) {
        return start(settings, entrances, StandIns.NONE);
    }

    /** Starts a server in which {@code standIns} act for seats whose owners are not there. */
    public static EnvelopeServer start(ServerSettings settings, NetworkSettings entrances, StandIns standIns) {
        return start(settings, entrances, standIns, RunningClock.start());
    }

    /** Starts a server whose time, in milliseconds, is what {@code clock} says. */
    public static EnvelopeServer start(ServerSettings settings, NetworkSettings entrances, LongSupplier clock) {
        return start(settings, entrances, StandIns.NONE, clock);
    }

    private static EnvelopeServer start(
            ServerSettings settings, NetworkSettings entrances, StandIns standIns, LongSupplier clock) {
        Optional<Path> made = settings.journal().flatMap(JournalAddress::missingFile);
        Journal stored = settings.journal().map(JournalAddress::open).orElseGet(MemoryJournal::new);
        Optional<Projections> tables = settings.journal().map(address -> Projections.of(stored, address));
        Journal journal =
                tables.<Journal>map(kept -> new ProjectedJournal(stored, kept)).orElse(stored);
        try {
            SessionRegistry sessions = SessionRegistry.start(
                    journal,
                    settings.limits(),
                    new RememberedPlans(EnvelopeServer::storedPlan),
                    plan -> LongestWelcome.require(plan, settings.limits()),
                    standIns,
                    clock);
            EnvelopeServer server = listen(settings, entrances, journal, sessions);
            tables.ifPresent(Projections::start);
            return server;
        } catch (RuntimeException e) {
            journal.close();
            made.ifPresent(EnvelopeServer::remove);
            throw e;
        }
    }

    /** Removes the journal file that a start made which then failed: nothing is in it. */
    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{}: an empty journal that could not be removed: {}", file, e.getMessage());
        }
    }

    private static EnvelopeServer listen(
            ServerSettings settings, NetworkSettings entrances, Journal journal, SessionRegistry sessions) {
        try {
            NetworkServer network =
                    NetworkServer.start(entrances, settings.limits(), sessions, Optional.of(new ExportDoor(journal)));
            LOG.info(
                    "listening, {} sessions of the journal are hosted",
                    sessions.all().size());
            return new EnvelopeServer(journal, sessions, network);
        } catch (RuntimeException e) {
            sessions.close();
            throw e;
        }
    }

    private static Plan storedPlan(String text) {
        return PlanReader.read(text).orElseThrow();
    }

    /**
     * The port it listens on.
     *
     * @throws IllegalStateException when it listens on none
     */
    public int port() {
        return network.port();
    }

    /** Its sessions. */
    public Sessions sessions() {
        return sessions;
    }

    /** What its network has counted. */
    public NetworkCounts counts() {
        return network.counts();
    }

    /**
     * Stops listening, answers what is under way and closes the connections; then ends the sessions once what they decided
     * is durable; then closes the journal, once the tables to query are up to date. Unfinished sessions go on when a server is started on the same journal.
     */
    @Override
    public void close() {
        network.close();
        sessions.close();
        journal.close();
    }
}
