package lockstep.kit.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * A stretch of a list in a fixed order; says no total, which would count what the reader cannot see.
 *
 * @param next cursor of what follows, or null at the end
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page from rows read with {@code limit.plusOne()}: the row too many tells that more follows.
     *
     * @param key cursor of the last row kept
     */
    public static <T> Page<T> of(List<T> rows, Limit limit, Function<T, Cursor> key) {
        if (rows.size() <= limit.value()) {
            return new Page<>(rows, null);
        }
        List<T> kept = rows.subList(0, limit.value());
        return new Page<>(kept, key.apply(kept.getLast()).encode());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next);
    }
}
