package dev.envelope.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.MessageKind;
import dev.envelope.game.message.Report;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.Decision;
import dev.envelope.game.session.SessionCore;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.View;
import dev.envelope.server.journal.event.EventCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A small session of every mechanism, record by record, as every Java platform must write it.
 *
 * <p>A change of rules, draws or records shows as a difference of these files. Written again, to be read as a diff, by
 * {@code mvn test -pl server -am -Dtest=GoldenJournalsTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true}.
 */
final class GoldenJournalsTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final int SEATS = 5;
    private static final long STEP_MILLIS = 250;

    private final SessionSeed seed = SessionSeed.of("golden");
    private final EventCodec codec = EventCodec.ofPlanFiles();
    private final List<Event> events = new ArrayList<>();
    private long now = 1_700_000_000_000L;
    private long requests;

    static Stream<MechanismType> playable() {
        return Stream.of(MechanismType.values()).filter(MechanismType::isPlayable);
    }

    @ParameterizedTest
    @MethodSource("playable")
    void aSessionIsRecordedByteForByteAsItEverWas(MechanismType mechanism) throws IOException {
        String name = mechanism.planName();
        String plan = Files.readString(FOLDER.resolve(name + ".yaml"));
        String found = transcript(plan);
        Path file = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, found);
        }
        assertThat(found).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("playable")
    void theTranscriptHasSalesAbsenteesAndBothWaysToClose(MechanismType mechanism) throws IOException {
        String text = Files.readString(FOLDER.resolve(mechanism.planName() + ".txt"));
        assertThat(text.lines().toList())
                .anyMatch(line -> line.contains("byDefault=true"))
                .anyMatch(line -> line.contains("units=1"))
                .anyMatch(line -> line.contains("reason=DEADLINE"))
                .anyMatch(line -> line.contains("reason=ALL_SEALED"));
    }

    /** A line for every record: the beginning of its hash in the chain, and what it says. */
    private String transcript(String planText) {
        play(PlanReader.read(planText).orElseThrow());
        Chain chain = new Chain();
        StringBuilder text = new StringBuilder();
        for (Event event : events) {
            String hash =
                    HexFormat.of().formatHex(chain.add(codec.encode(event)).hash());
            assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
            text.append(hash, 0, 16).append(' ').append(said(event)).append('\n');
        }
        return text.toString();
    }

    /** The plan stands in a file of its own. */
    private static String said(Event event) {
        return event instanceof Event.SessionOpened opened
                ? "SessionOpened[atMillis=" + opened.atMillis() + ", rulesVersion=" + opened.rulesVersion()
                        + ", seedCommitment=" + opened.seedCommitment() + "]"
                : event.toString();
    }

    private void play(Plan plan) {
        Event.SessionOpened opening = SessionCore.open(now, plan, "CDFGH", seed, true);
        events.add(opening);
        SessionState state = SessionState.opened(opening, seed);
        for (int seat = 0; seat < SEATS; seat++) {
            state = decide(state, new Command.TakeSeat(next(), "%064x".formatted(seat), seat == 0));
        }
        while (state.phase() != Phase.FINISHED) {
            state = state.phase() == Phase.OPEN ? round(state) : decide(state, tick(state));
        }
    }

    /** Everyone submits; in odd rounds somebody stays away, until the deadline comes. */
    private SessionState round(SessionState open) {
        SessionState state = open;
        for (int seat = 0; seat < SEATS; seat++) {
            Optional<View> view = state.view(seat, now);
            if (view.isPresent() && (state.round() % 2 == 0 || (seat + state.round()) % 3 != 0)) {
                Command submit = new Command.Submit(next(), seat, ++requests, state.round(), message(view.get(), seat));
                state = decide(state, submit);
            }
        }
        return state.phase() == Phase.OPEN ? decide(state, tick(state)) : state;
    }

    /** Reports are truthful; offers are shaded in odd rounds and tie in even ones. */
    private static Message message(View view, int seat) {
        if (view.treatment().mechanism().type().messageKind() == MessageKind.REPORT) {
            return Report.of(view.valueTicks());
        }
        boolean sells = view.treatment().roles().get(view.role()).name().equals("seller");
        long offer = sells ? view.valueTicks() * 4 / 5 : view.valueTicks() * 3 / 4;
        return new Amount(view.round() % 2 == 0 ? 20 + seat / 4 : offer);
    }

    private Command tick(SessionState state) {
        now = state.wakeAt().orElse(now + STEP_MILLIS);
        return new Command.Tick(now);
    }

    private long next() {
        now += STEP_MILLIS;
        return now;
    }

    private SessionState decide(SessionState state, Command command) {
        Decision decision = SessionCore.decide(state, command);
        events.addAll(decision.events());
        return decision.state();
    }
}
