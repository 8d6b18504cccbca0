package dev.envelope.lab.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
public final class Version implements IVersionProvider {
    Version() {}

    /** The version, such as {@code 0.1.0}. */
    public static String current() {
        try (InputStream stream = Version.class.getResourceAsStream("/dev/envelope/lab/version.properties")) {
            Properties properties = new Properties();
            if (stream != null) {
                properties.load(stream);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"envelope " + current()};
    }
}
