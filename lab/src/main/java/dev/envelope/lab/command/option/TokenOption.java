package dev.envelope.lab.command.option;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The instructor's token: given, in a file, or in the environment, where no list of processes shows it. */
public final class TokenOption {
    private static final String VARIABLE = "ENVELOPE_TOKEN";
    private static final String EXPECTED = "the instructor token";
    private static final int LONGEST = 200;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "The instructor token that the server printed; other users of this machine may see it in "
                    + "the list of processes (the environment's " + VARIABLE + ").")
    private @Nullable String token;

    @Option(names = "--token-file", paramLabel = "FILE", description = "Read the token from FILE instead.")
    private @Nullable Path file;

    /** The token; wrong usage when none is given, or two. */
    public String token(Map<String, String> environment) {
        if (token != null && file != null) {
            throw usage("--token and --token-file exclude each other");
        }
        String given = token != null ? token : file != null ? read(file) : environment.get(VARIABLE);
        if (given == null || given.isBlank()) {
            throw usage(
                    "no instructor token (expected: --token, --token-file, or " + VARIABLE + " in the environment)");
        }
        return given.strip();
    }

    private static String read(Path file) {
        String text = PlanFile.text(file, EXPECTED).strip();
        if (text.isEmpty()) {
            throw new Failure(file + ": empty (expected: " + EXPECTED + ")");
        }
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new Failure(file + ": not one line of printable characters (expected: " + EXPECTED + ")");
        }
        return text;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
