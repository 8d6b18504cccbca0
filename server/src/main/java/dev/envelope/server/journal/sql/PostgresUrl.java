package dev.envelope.server.journal.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The address of a PostgreSQL database, {@code jdbc:postgresql://HOST/DATABASE} with the driver's parameters after a question mark.
 *
 * @param url the address; may hold a password, which {@link #toString} leaves out
 */
record PostgresUrl(String url) {

    static final String PREFIX = "jdbc:postgresql:";

    private static final String EXPECTED = " (expected: jdbc:postgresql://HOST/DATABASE?user=NAME)";

    /** Checks that the driver understands it. */
    PostgresUrl {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException(shown(url) + ": no address of a database that is supported" + EXPECTED);
        }
        if (shown(url).contains("@")) {
            throw new IllegalArgumentException(
                    PREFIX + "…: name and password before an @" + EXPECTED + "; a password is best kept in ~/.pgpass");
        }
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new IllegalArgumentException(shown(url) + ": not understood" + EXPECTED, e);
        }
    }

    /** A new connection; what the address says of time-outs holds before what is said here. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "envelope");
        properties.setProperty("logServerErrorDetail", "false");
        return DriverManager.getConnection(url, properties);
    }

    /** The user who connects. */
    String user() {
        return Pattern.compile("[?&]user=([^&]*)")
                .matcher(url)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseGet(() -> System.getProperty("user.name", ""));
    }

    /** The address without its parameters: a password may be among them. */
    @Override
    public String toString() {
        return shown(url);
    }

    private static String shown(String url) {
        int parameters = url.indexOf('?');
        return (parameters < 0 ? url : url.substring(0, parameters)).replaceFirst("//[^/]*@", "//…@");
    }
}
