package dev.envelope.lab.command.option;

import dev.envelope.server.journal.sql.JournalAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What {@code --db} takes: a file, or the address of a PostgreSQL database. */
public final class DatabaseOption implements ITypeConverter<JournalAddress> {

    /** The option's description where everything is to be kept. */
    public static final String KEEPS =
            "The file that keeps everything (${DEFAULT-VALUE}), or a PostgreSQL database, jdbc:postgresql://HOST/DATABASE?user=NAME.";

    /** The option's description where something was kept. */
    public static final String KEPT = "Where the server kept its sessions (${DEFAULT-VALUE}): its --db.";

    @Override
    public JournalAddress convert(String value) {
        try {
            return JournalAddress.parse(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
