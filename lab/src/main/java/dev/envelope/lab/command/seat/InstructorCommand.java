package dev.envelope.lab.command.seat;

import dev.envelope.client.BlockingSeat;
import dev.envelope.client.ClientRuntime;
import dev.envelope.client.EnvelopeClient;
import dev.envelope.client.InstructorClient;
import dev.envelope.client.api.ClientException;
import dev.envelope.client.api.Endpoint;
import dev.envelope.game.view.Snapshot;
import dev.envelope.lab.command.option.Arguments;
import dev.envelope.lab.command.option.Failure;
import dev.envelope.lab.command.option.ServerAddress;
import dev.envelope.lab.command.option.TokenOption;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code envelope instructor}. */
@Command(
        name = "instructor",
        mixinStandardHelpOptions = true,
        description = {
            "Directs a session: starts it, stops its clock, closes a round, ends it, or says where it stands.",
            "",
            "It takes the token that the server printed when it opened the session."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Done; where the session stands now is printed.",
            "1:Refused, as too few seats are taken for instance, or the server was not reached.",
            "2:Wrong usage."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  envelope instructor localhost:7777 KWXRT start --token TOKEN",
            "  envelope instructor localhost:7777 KWXRT status --token-file token.txt",
            "  ENVELOPE_TOKEN=TOKEN envelope instructor localhost:7777 KWXRT pause"
        })
public final class InstructorCommand implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ServerAddress server = new ServerAddress();

    @Parameters(index = "1", paramLabel = "CODE", description = "The session's join code.")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Parameters(
            index = "2",
            paramLabel = "ACTION",
            description = {
                "start: begin with the seats taken so far.",
                "pause: stop the clock.",
                "resume: let it go on.",
                "close: close the open round now.",
                "end: finish after the current round.",
                "status: say where the session stands."
            })
    @SuppressWarnings("NullAway.Init")
    private Action action;

    @Mixin
    private final TokenOption token = new TokenOption();

    /** What the instructor can do. */
    enum Action {
        /** Begins with the seats taken so far. */
        START,
        /** Stops the clock. */
        PAUSE,
        /** Lets the clock go on. */
        RESUME,
        /** Closes the open round now. */
        CLOSE,
        /** Finishes after the current round. */
        END,
        /** Says where the session stands. */
        STATUS
    }

    @Override
    public Integer call() {
        Endpoint endpoint = server.endpoint();
        String secret = token.token(System.getenv());
        try (ClientRuntime runtime = ClientRuntime.create()) {
            EnvelopeClient client = EnvelopeClient.of(runtime, endpoint);
            InstructorClient instructor = BlockingSeat.await(client.instruct(code, secret), LONGEST);
            BlockingSeat.await(act(instructor).thenApply(nothing -> true), LONGEST);
            PrintWriter out = spec.commandLine().getOut();
            out.println(standing(BlockingSeat.await(instructor.refresh(), LONGEST)));
            out.flush();
            return ExitCode.OK;
        } catch (ClientException refused) {
            throw new Failure(Arguments.reason(refused));
        }
    }

    private CompletionStage<?> act(InstructorClient instructor) {
        return switch (action) {
            case START -> instructor.start();
            case PAUSE -> instructor.pause();
            case RESUME -> instructor.resume();
            case CLOSE -> instructor.closeRound();
            case END -> instructor.end();
            case STATUS -> CompletableFuture.completedFuture(true);
        };
    }

    /** Where the session stands, in a line. */
    static String standing(Snapshot now) {
        String place = switch (now.phase()) {
            case LOBBY -> now.instructorStarts() ? "waits for the instructor to start it" : "waits for its seats";
            case DEALT -> "a round is about to open";
            case OPEN -> "a round is open";
            case CLOSED -> "a round is being settled";
            case SETTLED -> "between rounds";
            case FINISHED -> "over";
        };
        return "\"%s\": %d of %d seats taken, %s%s%s"
                .formatted(
                        now.title(),
                        now.seatsTaken(),
                        now.seatsWanted(),
                        place,
                        now.ending() ? "; the session ends after this round" : "",
                        now.paused() ? "; its clock stands still" : "");
    }
}
