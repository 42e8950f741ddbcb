package lockstep.local;

import java.time.Duration;

/**
 * Fills a fresh instance with cases to look at, by its public REST interface alone. A provider of this service is called
 * once; after an interrupted call it is called again and goes on from where it was.
 */
public interface Sample {
    /** How far the services' clocks stand back while {@link #loadEarlier} is at work. */
    Duration earlier();

    /** The programmes whose seats and offices are given before that. */
    boolean earlierIn(String programme);

    /** Makes what lies back by {@link #earlier}: a first visitor finds it as old as that. */
    void loadEarlier(Instance instance);

    void load(Instance instance, Progress progress);
}
