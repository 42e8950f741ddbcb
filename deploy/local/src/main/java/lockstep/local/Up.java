package lockstep.local;

import java.time.Duration;
import java.util.EnumSet;

/** {@code ./lockstep up}: starts an instance, tells where it is, and holds it until it is asked to end. */
final class Up {
    private static final String[] FIRST_TO_TRY = {
        "eeas-analyst",
        "eeas-submitter",
        "pres-chair",
        "fr-voter",
        "gsc-secretary-1",
        "op-publisher",
        "bis-analyst",
        "bis-chair",
        "eu-auditor"
    };
    private final Options options;

    Up(CommandLine line) {
        String offset = System.getenv().getOrDefault("LOCKSTEP_CLOCK_OFFSET", "PT0S");
        this.options = new Options(
                Checkout.find(),
                line.data(),
                line.ports(),
                EnumSet.allOf(Part.class),
                line.empty(),
                offset,
                Pace.LEARNS,
                new Progress(System.out));
    }

    void run() {
        Instance instance = Instance.start(options);
        tell(instance);
        hold(instance);
    }

    private void tell(Instance instance) {
        Progress progress = options.progress();
        progress.say("Lockstep is up: " + instance.webUi());
        System.out.println("Demo accounts (all of them with roles: " + Accounts.file(options.data()) + "):");
        for (String account : FIRST_TO_TRY) {
            System.out.printf("  %-18s %s%n", account, instance.accounts().password(account));
        }
        System.out.println("Ctrl-C or ./lockstep down ends it.");
    }

    private static void hold(Instance instance) {
        Part ended = instance.ended();
        while (ended == null) {
            Waiting.pause(Duration.ofMillis(500));
            ended = instance.ended();
        }
        throw new CannotStart(ended.label() + " has ended by itself, so all are ended: see its log");
    }
}
