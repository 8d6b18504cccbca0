package dev.envelope.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a seat's connection comes from stands in no table of the journal. */
final class NoAddressIT {

    /** An address of this machine that nobody else in the test has. */
    private static final String FROM = "127.0.77.99";

    @TempDir
    Path folder = Path.of("");

    @Test
    void noTableHasANetworkAddress() throws Exception {
        Path file = folder.resolve("class.envelope");
        try (ServerProcess server = ServerProcess.start(file)) {
            SocketSeat seat = new SocketSeat(0, InetAddress.getByName(FROM));
            seat.join(server);
            for (int other = 1; other <= 4; other++) {
                new SocketSeat(other).join(server);
            }
            assertThat(seat.bidOnce(server)).isTrue();
            server.kill();
        }
        List<String> cells = cells(file);
        cells.addAll(cells(Path.of(file + ".tables")));
        String packed = new String(InetAddress.getByName(FROM).getAddress(), ISO_8859_1);
        assertThat(cells).hasSizeGreaterThan(20).anyMatch(cell -> cell.contains("Seat 0"));
        assertThat(cells).noneMatch(cell -> cell.contains(FROM) || cell.contains(packed) || cell.contains("127.0.0.1"));
    }

    /** Everything in every table, bytes as letters. */
    private static List<String> cells(Path file) throws SQLException, IOException {
        List<String> cells = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String table : tables(connection)) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            cells.add(
                                    rows.getObject(i) instanceof byte[] bytes
                                            ? new String(bytes, ISO_8859_1)
                                            : String.valueOf(rows.getObject(i)));
                        }
                    }
                }
            }
        }
        return cells;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
