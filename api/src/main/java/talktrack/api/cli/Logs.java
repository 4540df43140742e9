package talktrack.api.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Where log lines go: all of ours into a file, what somebody should look at to standard error
 * (logback.xml has that half).
 */
final class Logs {

    private static Path current;

    private Logs() {}

    /**
     * From now on everything is also written to {@code talktrack.log} in this folder; the file is
     * rolled at 10 MB, three are kept.
     */
    static synchronized void into(Path folder) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        current = folder.resolve("talktrack.log");

        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS} %-5level [%thread] %logger{30} %msg%n");
        encoder.start();

        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(current.toString());
        appender.setEncoder(encoder);

        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setMinIndex(1);
        rolling.setMaxIndex(2);
        rolling.setFileNamePattern(folder.resolve("talktrack.%i.log").toString());
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("10MB"));
        size.start();

        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(size);
        ThresholdFilter fromInfo = new ThresholdFilter();
        fromInfo.setLevel(Level.INFO.toString());
        fromInfo.start();
        appender.addFilter(fromInfo);
        appender.start();
        for (String logger : List.of(Logger.ROOT_LOGGER_NAME, "kafka", "org.apache.kafka")) {
            context.getLogger(logger).addAppender(appender); // logback.xml keeps Kafka to itself
        }
    }

    /** The log file, once there is one. */
    static synchronized Optional<Path> file() {
        return Optional.ofNullable(current);
    }
}
