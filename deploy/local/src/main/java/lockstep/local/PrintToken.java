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
        System.out.println(Instance.attach(line.data()).token(account).value());
    }
}
