package lockstep.listing.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance, from one seed. */
record Dice(Random random) {

    <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    <T> T one(T[] from) {
        return from[random.nextInt(from.length)];
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> List<T> shuffled(List<T> from) {
        List<T> all = new ArrayList<>(from);
        Collections.shuffle(all, random);
        return all;
    }

    /** One to {@code most} of them; none of none. */
    <T> List<T> some(List<T> from, int most) {
        int many = from.isEmpty() ? 0 : 1 + random.nextInt(Math.min(most, from.size()));
        return List.copyOf(shuffled(from).subList(0, many));
    }
}
