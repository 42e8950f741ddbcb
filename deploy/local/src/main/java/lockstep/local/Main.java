package lockstep.local;

/** The launcher's commands behind {@code ./lockstep}; a failure is one line and exit status 1. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        String command = arguments.length == 0 ? "" : arguments[0];
        try {
            CommandLine line = CommandLine.of(arguments);
            switch (command) {
                case "up" -> new Up(line).run();
                case "down" -> new Down(line).run();
                case "token" -> new PrintToken(line).run();
                case "keys" -> new ChangeKeys(line).run();
                default -> throw new CannotStart("unknown command " + command + "; ./lockstep help lists them");
            }
        } catch (CannotStart | LoginFailed refused) {
            System.err.println("lockstep: " + refused.getMessage());
            System.exit(1);
        } catch (Instance.Ended asked) {
            System.out.println("Ended during its start.");
        }
        System.exit(0);
    }
}
