package dev.envelope.lab.command.seat;

import dev.envelope.client.BlockingSeat;
import dev.envelope.client.ClientRuntime;
import dev.envelope.client.EnvelopeClient;
import dev.envelope.client.JoinRequest;
import dev.envelope.client.SeatClient;
import dev.envelope.client.SeatKey;
import dev.envelope.client.api.ClientException;
import dev.envelope.client.api.Endpoint;
import dev.envelope.client.api.OutcomeUnknown;
import dev.envelope.lab.command.option.Arguments;
import dev.envelope.lab.command.option.Failure;
import dev.envelope.lab.command.option.OnStop;
import dev.envelope.lab.command.option.ServerAddress;
import dev.envelope.lab.person.PersonTerminal;
import dev.envelope.lab.person.SeatKeyFile;
import dev.envelope.lab.person.text.Catalogue;
import dev.envelope.lab.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code envelope join}: a person's seat at a terminal. */
@Command(
        name = "join",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a seat in a session and plays it at this terminal.",
            "",
            "Type an amount in points to bid, pass to take no part in the round, an empty line to see the time left, "
                    + "quit to leave. A message can be replaced until the round closes. The seat survives a cut connection, "
                    + "and the same command brings you back to it.",
            "",
            "Where the plan asks, you first agree to take part and answer questions on the rules, and fill out a "
                    + "questionnaire at the end.",
            "",
            "When the input is no terminal, each line is the message of one round, read when the round opens."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:The session is over, or you have left.",
            "1:No seat, or the connection was lost for good.",
            "2:Wrong usage."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  envelope join 192.168.1.20:7777 KWXRT --name Ann",
            "  envelope join localhost:7777 KWXRT --name 安 --lang zh",
            "  envelope join tls://auction.example.org:7777 KWXRT --name Ann"
        })
public final class JoinCommand implements Callable<Integer> {
    private static final Duration JOINING = Duration.ofSeconds(15);

    @Mixin
    private final ServerAddress server = new ServerAddress();

    @Parameters(index = "1", paramLabel = "CODE", description = "The session's join code, or its room's name.")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Option(names = "--name", required = true, description = "Your name; only the instructor sees it.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "--lang", defaultValue = "en", description = "Language: en or zh (${DEFAULT-VALUE}).")
    private Catalogue.Language language = Catalogue.Language.EN;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "Where the secret is kept that proves the seat is yours (a file of its own for each server, code "
                            + "and name below ~/.local/state/envelope).")
    private @Nullable Path keyFile;

    @Option(
            names = "--seat-key",
            paramLabel = "KEY",
            converter = SeatKeyOption.class,
            description = "The secret of a seat of one's own, as the instructor's link has it: 32 hexadecimal digits.")
    private @Nullable SeatKey given;

    @Override
    public Integer call() {
        Endpoint endpoint = server.endpoint();
        try (ClientRuntime runtime = ClientRuntime.create()) {
            SeatClient seat = seat(EnvelopeClient.of(runtime, endpoint), endpoint);
            PersonTerminal person = new PersonTerminal(seat, Terminal.ofProcess(), Catalogue.of(language));
            OnStop leaving = OnStop.run(person::leave);
            Optional<Throwable> cause = person.play();
            leaving.close();
            return cause.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private SeatClient seat(EnvelopeClient client, Endpoint endpoint) {
        if (given != null) {
            try {
                JoinRequest request = JoinRequest.person(code, name, given);
                return BlockingSeat.await(client.takeSeat(request), JOINING);
            } catch (IllegalArgumentException | ClientException refused) {
                throw new Failure(Arguments.reason(refused));
            }
        }
        Path file = keyFile == null ? SeatKeyFile.of(endpoint, code, name) : keyFile;
        boolean had = Files.exists(file);
        try {
            SeatKey key =
                    SeatKeyFile.loadOrCreate(file); // kept before the seat is taken: a lost answer may have given it
            return BlockingSeat.await(client.takeSeat(JoinRequest.person(code, name, key)), JOINING);
        } catch (IOException unusable) {
            throw new Failure(file + ": the seat's key cannot be kept there: " + unusable.getMessage());
        } catch (OutcomeUnknown perhaps) {
            throw new Failure(Arguments.reason(perhaps));
        } catch (IllegalArgumentException | ClientException refused) {
            if (!had) {
                SeatKeyFile.forget(file);
            }
            throw new Failure(Arguments.reason(refused));
        }
    }
}
