package lockstep.e2e.replay;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Virtual threads of which only so many work at a time: the services share the machine with the trial. */
public final class Workers implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places;

    public Workers(int places) {
        this.places = new Semaphore(places, true);
    }

    Future<?> submit(Runnable task) {
        return threads.submit(() -> {
            places.acquireUninterruptibly();
            try {
                task.run();
            } finally {
                places.release();
            }
        });
    }

    /** Runs beside the workers without taking one's place: for what mostly waits for them. */
    public Future<?> beside(Runnable task) {
        return threads.submit(task);
    }

    /** Does it for each; the first failure is thrown when all have ended. */
    public <T> void all(Collection<T> items, Consumer<T> task) {
        List<Future<?>> started = items.stream()
                .<Future<?>>map(item -> submit(() -> task.accept(item)))
                .toList();
        RuntimeException first = null;
        for (Future<?> each : started) {
            try {
                await(each);
            } catch (RuntimeException failed) {
                first = first == null ? failed : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    public static void await(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
