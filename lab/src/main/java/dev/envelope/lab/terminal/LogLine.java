package dev.envelope.lab.terminal;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A line of the log: the local time, the level, the class without its package, what happened; a stack trace below it. Logback's
 * own pattern would read the same, but loads what it may need before anything is logged, and usually nothing is.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {

    @Override
    public String doLayout(ILoggingEvent event) {
        String logger = event.getLoggerName();
        return Form.TIME.format(event.getInstant())
                + " "
                + event.getLevel()
                + " ".repeat(Math.max(1, 6 - event.getLevel().toString().length()))
                + logger.substring(logger.lastIndexOf('.') + 1)
                + ": "
                + event.getFormattedMessage()
                + CoreConstants.LINE_SEPARATOR
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    /** Made when the first line is. */
    private static final class Form {

        static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    }
}
