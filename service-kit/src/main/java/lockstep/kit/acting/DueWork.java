package lockstep.kit.acting;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import lockstep.auth.SystemActor;
import org.jboss.logging.Logger;

/**
 * One run of a job over what is due. The system looks for it with no claims, and does each piece with the claims of that
 * piece alone, in a transaction that the work opens itself; what fails is logged, keeps nothing else back and is due
 * again at the next run.
 *
 * @param job the actor's name, e.g. {@code close-rounds}
 * @param failed what the log says of a piece that failed, with one {@code %s} for it
 */
public record DueWork(String job, Logger log, String failed) {

    /** @param claims the ids that the work on a piece may touch; asked as the system without claims */
    public <T> void each(Supplier<? extends Collection<T>> due, Function<T, Set<UUID>> claims, Piece<T> work) {
        SystemActor looking = new SystemActor(job, Set.of());
        for (T piece : Acting.as(looking, due::get)) {
            try {
                SystemActor claiming = new SystemActor(job, Acting.as(looking, () -> claims.apply(piece)));
                Acting.as(claiming, () -> {
                    work.on(piece, claiming);
                    return null;
                });
            } catch (RuntimeException failure) {
                log.errorf(failure, failed, piece);
            }
        }
    }

    /** The same where the work doesn't ask who it is done as. */
    public <T> void each(Supplier<? extends Collection<T>> due, Function<T, Set<UUID>> claims, Consumer<T> work) {
        each(due, claims, (piece, system) -> work.accept(piece));
    }

    /** What is done for one piece, as whom. */
    @FunctionalInterface
    public interface Piece<T> {
        void on(T piece, SystemActor as);
    }
}
