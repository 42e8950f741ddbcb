package lockstep.local;

/** {@code ./lockstep token ACCOUNT}: prints a level-2 access token of a demo account, by the real code flow. */
final class PrintToken {
    private final CommandLine line;

    PrintToken(CommandLine line) {
        this.line = line;
    }

    void run() {
        if (line.operands().size() != 1) {
            throw new CannotStart("token needs one account, e.g. ./lockstep token eeas-analyst");
        }
        String account = line.operands().getFirst();
        Instance instance = Instance.attach(line.data());
        if (!instance.ready()) {
            throw new CannotStart("Lockstep in " + line.data() + " is not ready yet: wait until it says that it is up");
        }
        System.out.println(instance.token(account).value());
    }
}
