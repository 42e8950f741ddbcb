package lockstep.local;

import java.nio.file.Path;
import java.util.Arrays;

/** A launcher of its own for tests that end it: starts the named parts and stays. */
final class HoldInstance {
    private HoldInstance() {}

    public static void main(String[] arguments) throws InterruptedException {
        Part[] more = Arrays.stream(arguments).skip(1).map(Part::valueOf).toArray(Part[]::new);
        Instance.start(Options.in(Path.of(arguments[0])).only(Part.POSTGRES, more));
        System.out.println("ready");
        Thread.sleep(600_000);
    }
}
