package dev.envelope.lab.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class LogConfiguratorTest {

    private final LoggerContext loggers = new LoggerContext();

    @Test
    void logsWarningsAndWorseAsALineEachOnStandardError() {
        Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        new LogConfigurator().configure(loggers);

        assertThat(root.getLevel()).isEqualTo(Level.WARN);
        ConsoleAppender<ILoggingEvent> appender =
                (ConsoleAppender<ILoggingEvent>) root.iteratorForAppenders().next();
        assertThat(appender.getTarget()).isEqualTo("System.err");
        assertThat(appender.isStarted()).isTrue();
        Instant noon = Instant.parse("2026-03-04T12:00:01.234Z");
        LoggingEvent event = new LoggingEvent(
                "", loggers.getLogger("dev.envelope.Hall"), Level.WARN, "seat {}", null, new Object[] {3});
        event.setInstant(noon);
        assertThat(new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8))
                .isEqualTo(DateTimeFormatter.ofPattern("HH:mm:ss.SSS")
                                .withZone(ZoneId.systemDefault())
                                .format(noon)
                        + " WARN  Hall: seat 3" + System.lineSeparator());
    }

    @Test
    void aFailureHasItsStackTraceBelow() {
        LoggingEvent event = new LoggingEvent(
                "",
                loggers.getLogger("Hall"),
                Level.ERROR,
                "seat 3",
                new IllegalStateException("outer", new IllegalArgumentException("inner")),
                null);
        event.setInstant(Instant.EPOCH);

        assertThat(new LogLine().doLayout(event))
                .contains(" ERROR Hall: seat 3" + System.lineSeparator() + "java.lang.IllegalStateException: outer")
                .contains("at dev.envelope.lab.terminal.LogConfiguratorTest", "Caused by:", "inner");
    }

    @Test
    void leavesItToAFileThatIsNamed() {
        System.setProperty("logback.configurationFile", "mine.xml");
        try {
            assertThat(new LogConfigurator().configure(loggers))
                    .isEqualTo(Configurator.ExecutionStatus.INVOKE_NEXT_IF_ANY);
        } finally {
            System.clearProperty("logback.configurationFile");
        }

        assertThat(loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).iteratorForAppenders())
                .isExhausted();
    }

    @Test
    void isWhatLogbackFinds() {
        assertThat(ServiceLoader.load(Configurator.class)).hasExactlyElementsOfTypes(LogConfigurator.class);
    }
}
