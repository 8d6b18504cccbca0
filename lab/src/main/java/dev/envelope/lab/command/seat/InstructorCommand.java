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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code envelope instructor}. */
@Command(
        name = "instructor",
        mixinStandardHelpOptions = true,
        description = {
            "Directs a session: starts it, stops its clock, gives more time, closes a round, ends it; replaces, removes "
                    + "or talks to people; says where it stands and who is there.",
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
            "  ENVELOPE_TOKEN=TOKEN envelope instructor localhost:7777 KWXRT pause",
            "  envelope instructor localhost:7777 KWXRT replace 3 equilibrium --token-file token.txt"
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
            converter = InstructorAction.Converter.class,
            description = {
                "start: begin with the seats taken so far.",
                "pause: stop the clock.",
                "resume: let it go on.",
                "extend SECONDS: give the open round, or the questionnaire, more time.",
                "close: close the open round now.",
                "end: finish after the current round.",
                "note TEXT: tell everybody, or with --seat one seat; it stays in the record.",
                "advance SEAT: have the open round wait for the seat no more.",
                "replace SEAT [STRATEGY]: give the seat to equilibrium, truthful, zero_intelligence or shading:FRACTION; "
                        + "without one it counts as missing.",
                "give-back SEAT: give it back to its owner.",
                "remove SEAT: take it from its owner for good.",
                "open-door, close-door: let newcomers in, or nobody new.",
                "invite COUNT: make so many links, each for one seat, where the plan has entry: links; --links says where.",
                "seats: say who is in which seat.",
                "status: say where the session stands."
            })
    @SuppressWarnings("NullAway.Init")
    private InstructorAction action;

    @Parameters(index = "3..*", arity = "0..2", paramLabel = "DETAIL", description = "What the action is about.")
    private List<String> details = new ArrayList<>();

    @Option(names = "--seat", paramLabel = "SEAT", description = "For note: the seat that is told, from 0.")
    private @Nullable Integer seat;

    @Option(
            names = "--links",
            paramLabel = "FILE",
            description = "For invite: the new file that gets the links, a line each, to be handed out one by one.")
    private @Nullable Path links;

    @Mixin
    private final TokenOption token = new TokenOption();

    @Override
    public Integer call() {
        Endpoint endpoint = server.endpoint();
        String secret = token.token(System.getenv());
        InstructorOrder order = InstructorOrder.of(spec.commandLine(), action, details, Optional.ofNullable(seat));
        if ((action == InstructorAction.INVITE) != (links != null)) {
            throw new ParameterException(spec.commandLine(), "--links: invite needs it, and nothing else takes it");
        }
        Optional<SeatLinks> invited = Optional.ofNullable(links)
                .map(file -> SeatLinks.make(file, order.count(), "join " + server.typed() + " " + code));
        try (ClientRuntime runtime = ClientRuntime.create()) {
            EnvelopeClient client = EnvelopeClient.of(runtime, endpoint);
            InstructorClient instructor = BlockingSeat.await(client.instruct(code, secret), LONGEST);
            BlockingSeat.await(order.give(instructor), LONGEST);
            if (invited.isPresent()) {
                invited.get()
                        .giveOut(keys ->
                                BlockingSeat.await(instructor.invite(keys).thenApply(done -> true), LONGEST));
                spec.commandLine()
                        .getOut()
                        .printf("%s in %s%n", order.count() == 1 ? "1 link is" : order.count() + " links are", links);
            }
            PrintWriter out = spec.commandLine().getOut();
            if (action == InstructorAction.SEATS) {
                RosterText.lines(
                                BlockingSeat.await(instructor.roster(), LONGEST),
                                instructor.snapshot().treatments())
                        .forEach(out::println);
            }
            out.println(standing(BlockingSeat.await(instructor.refresh(), LONGEST)));
            out.flush();
            return ExitCode.OK;
        } catch (ClientException refused) {
            throw new Failure(Arguments.reason(refused));
        }
    }

    /** Where the session stands, in a line. */
    static String standing(Snapshot now) {
        String place = switch (now.phase()) {
            case LOBBY -> now.instructorStarts() ? "waits for the instructor to start it" : "waits for its seats";
            case DEALT -> "a round is about to open";
            case OPEN -> "a round is open";
            case CLOSED -> "a round is being settled";
            case SETTLED -> "between rounds";
            case QUESTIONNAIRE -> "the rounds are over and the questionnaire is open";
            case FINISHED -> "over";
        };
        return "\"%s\": %s, %s%s%s"
                .formatted(
                        now.title(),
                        taken(now.seatsTaken(), now.seatsWanted()),
                        place,
                        now.ending() ? "; the session ends after this round" : "",
                        now.paused() ? "; its clock stands still" : "");
    }

    /** Late arrivals and bots that make markets even come on top of the plan's seats. */
    private static String taken(int taken, int wanted) {
        return taken > wanted
                ? "%d seats taken, %d more than the plan's %d".formatted(taken, taken - wanted, wanted)
                : "%d of %d seats taken".formatted(taken, wanted);
    }
}
