package dev.envelope.lab.command.serving;

import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import dev.envelope.lab.command.option.DatabaseOption;
import dev.envelope.lab.command.option.Failure;
import dev.envelope.lab.command.option.OnStop;
import dev.envelope.lab.command.option.PlanFile;
import dev.envelope.lab.standin.HouseStandIns;
import dev.envelope.server.EnvelopeServer;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.sql.JournalAddress;
import dev.envelope.server.session.OpenOptions;
import dev.envelope.server.session.OpenedSession;
import dev.envelope.server.session.SessionStatus;
import dev.envelope.server.settings.ServerSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
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
import picocli.CommandLine.Spec;

/** {@code envelope serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Hosts a plan until it is told to stop (Ctrl-C).",
            "",
            "Everything is kept in one file, or in a PostgreSQL database. Started again with the same --db, the server goes on with the sessions that "
                    + "are not finished, in the round they were in; a new session is opened only when none of them has the "
                    + "plan's title, or with --new. Who had a seat in one of the last finished sessions can still come "
                    + "back to see how it ended."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "1:It could not start; the message says why.",
            "2:Wrong usage.",
            "130, 143:Told to stop, by Ctrl-C or by SIGTERM; all that was acknowledged is kept."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  envelope serve --plan class.yaml",
            "  envelope serve --plan class.yaml --port 8080 --db friday.envelope",
            "  envelope serve --plan class.yaml --db 'jdbc:postgresql://localhost/lab?user=lab'",
            "  envelope serve --plan class.yaml --reproducible --seed pilot-3"
        })
public final class ServeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--plan", required = true, paramLabel = "FILE", description = "The plan to host.")
    @SuppressWarnings("NullAway.Init")
    private Path planFile;

    @Mixin
    private final BindOption bind = new BindOption();

    @Option(
            names = "--port",
            defaultValue = "7777",
            description = "The port to listen on (${DEFAULT-VALUE}); 0 takes a free one.")
    private int port;

    @Option(
            names = "--db",
            paramLabel = "FILE|URL",
            defaultValue = "sessions.envelope",
            converter = DatabaseOption.class,
            description = DatabaseOption.KEEPS)
    @SuppressWarnings("NullAway.Init")
    private JournalAddress database;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description =
                    "A certificate chain in PEM; turns TLS on. Plain connections are still taken on the same port: whoever "
                            + "leaves out tls:// sends bids and keys in clear text.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key in PEM, PKCS #8.")
    private @Nullable Path privateKey;

    @Option(
            names = "--reproducible",
            description = "Use the plan's seed, or --seed. Everyone is shown that whoever knows it knows all draws.")
    private boolean reproducible;

    @Option(names = "--seed", paramLabel = "TEXT", description = "The seed; needs --reproducible.")
    private @Nullable String seed;

    @Option(
            names = "--room",
            paramLabel = "NAME",
            description =
                    "A name such as econ-101 that people type instead of the join code, week after week: it leads "
                            + "to the latest session that was opened with it.")
    private @Nullable String room;

    @Option(names = "--new", description = "Open a new session even if one of this plan goes on.")
    private boolean fresh;

    @Override
    public Integer call() throws InterruptedException {
        ServerSettings settings = settings();
        OpenOptions options = options();
        HouseStandIns standIns = new HouseStandIns();
        Plan plan = PlanFile.hostable(PlanFile.reading(planFile, standIns), planFile);
        Optional<ServedCertificate> served = Optional.ofNullable(certificate).map(ServedCertificate::read);
        EnvelopeServer server = Serving.start(settings, standIns);
        served.flatMap(ServedCertificate::warning)
                .ifPresent(line -> spec.commandLine().getErr().println("envelope: " + line));
        spec.commandLine().getErr().flush();
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Listening on %s%n", String.join(", ", bind.reachable(server.port())));
        List<SessionStatus> hosted = server.sessions().all();
        List<SessionStatus> resumed = hosted.stream()
                .filter(session -> session.phase() != Phase.FINISHED)
                .toList();
        Invitation invitation = Invitation.to(bind.reachable(server.port()), served);
        resumed.forEach(session ->
                server.sessions().state(session.joinCode()).ifPresent(state -> show(out, session, state, invitation)));
        if (fresh || resumed.stream().noneMatch(session -> session.title().equals(plan.title()))) {
            isOver(hosted, plan.title()).ifPresent(line -> out.printf("%n%s%n", line));
            show(out, plan, open(server, plan, options), invitation);
        }
        try (OnStop end = OnStop.run(() -> stop(server, out))) {
            out.println("Ctrl-C stops the server; sessions are kept in " + database + ".");
            out.flush();
            end.await();
        }
        return ExitCode.OK;
    }

    private static OpenedSession open(EnvelopeServer server, Plan plan, OpenOptions options) {
        try {
            return server.sessions().open(plan, options);
        } catch (IllegalArgumentException | IllegalStateException | JournalException e) {
            server.close();
            throw new Failure(e.getMessage());
        }
    }

    private static void stop(EnvelopeServer server, PrintWriter out) {
        server.close();
        out.println("Stopped.");
        out.flush();
    }

    private ServerSettings settings() {
        if ((certificate == null) != (privateKey == null)) {
            throw usage("--tls-cert and --tls-key need each other");
        }
        ServerSettings settings = bind.settings(port).withJournal(database);
        return certificate == null || privateKey == null
                ? settings
                : settings.withTls(new ServerSettings.Tls(certificate, privateKey));
    }

    private OpenOptions options() {
        if (seed != null && !reproducible) {
            throw usage("--seed needs --reproducible: everyone is shown that the seed was given");
        }
        try {
            return new OpenOptions(reproducible, Optional.ofNullable(seed), Optional.ofNullable(room));
        } catch (IllegalArgumentException wrong) {
            throw usage("--" + wrong.getMessage());
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Where a resumed session stands. */
    public static String goesOn(SessionStatus session) {
        String place = switch (session.phase()) {
            case LOBBY -> "before its first round, with " + session.seatsTaken() + " seats taken";
            case QUESTIONNAIRE -> "with its questionnaire open";
            case DEALT, OPEN, CLOSED, SETTLED, FINISHED -> "in round " + session.round() + " of " + session.rounds();
        };
        return "\"" + session.title() + "\" goes on, " + place + (session.paused() ? "; its clock stands still" : "");
    }

    /** Why a session of this title is not what goes on, if the last one has finished. */
    public static Optional<String> isOver(List<SessionStatus> hosted, String title) {
        return hosted.stream()
                .filter(session -> session.title().equals(title) && session.phase() == Phase.FINISHED)
                .reduce((earlier, later) -> later)
                .map(session -> "\"" + title + "\" with the code " + session.joinCode()
                        + " is over; who had a seat in it can still see how it ended. This is a new session:");
    }

    private static void show(PrintWriter out, SessionStatus session, SessionState state, Invitation invitation) {
        Optional<String> named = Optional.of(state.room()).filter(name -> !name.isEmpty());
        String code = session.joinCode();
        out.printf("%n%s%n", goesOn(session));
        out.printf("  join code         %s%n", code);
        named.ifPresent(name -> out.printf("  room              %s%n", name));
        out.println("  instructor token  as printed when it was opened");
        print(out, invitation.again(state.plan(), session.phase() == Phase.LOBBY, named.orElse(code), code));
    }

    private void show(PrintWriter out, Plan plan, OpenedSession session, Invitation invitation) {
        String code = session.joinCode();
        out.printf("%n\"%s\" is open for %d seats%n", plan.title(), plan.seats().wanted());
        out.printf("  join code         %s%n", code);
        Optional.ofNullable(room).ifPresent(name -> out.printf("  room              %s%n", name));
        out.printf("  instructor token  %s%n", session.instructorToken());
        out.printf("  seed commitment   %s%n", session.commitment());
        if (reproducible) {
            out.println("  reproducible: whoever knows the seed knows every draw");
        }
        String called = Optional.ofNullable(room).orElse(code);
        print(out, invitation.lines(plan, called, code, session.instructorToken()));
    }

    private static void print(PrintWriter out, List<String> lines) {
        out.println();
        lines.forEach(line -> out.println("  " + line));
        out.println();
    }
}
