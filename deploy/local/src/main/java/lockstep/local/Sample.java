package lockstep.local;

/**
 * Fills a fresh instance with cases to look at, by its public REST interface alone. A provider of this service is called
 * once; after an interrupted call it is called again and goes on from where it was.
 */
public interface Sample {
    void load(Instance instance, Progress progress);
}
