package lockstep.evidence;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The lines that a class logs while something is done. */
public final class Logged {
    private static final Formatter MESSAGE = new Formatter() {
        @Override
        public String format(LogRecord line) {
            return line.getParameters() == null
                    ? line.getMessage()
                    : String.format(line.getMessage(), line.getParameters());
        }
    };

    private Logged() {}

    public static List<String> by(Class<?> source, Level atLeast, Runnable work) {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().intValue() >= atLeast.intValue()) {
                    lines.add(MESSAGE.format(line));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(source.getName());
        logger.addHandler(handler);
        try {
            work.run();
        } finally {
            logger.removeHandler(handler);
        }
        return lines;
    }
}
