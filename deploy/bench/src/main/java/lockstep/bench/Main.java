package lockstep.bench;

import lockstep.local.CannotStart;

/** {@code ./lockstep bench NAME [ARGUMENTS]}: progress on the way, the figures as the very last line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        try {
            String figures = run(arguments);
            System.out.println(figures);
            System.out.flush();
        } catch (CannotStart refused) {
            System.err.println("lockstep: " + refused.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private static String run(String[] arguments) {
        String name = arguments.length == 0 ? "" : arguments[0];
        return switch (name) {
            case "replay" -> ReplayBench.of(arguments).run();
            case "procedure" -> ProcedureBench.of(arguments).run();
            case "intake" -> IntakeBench.of(arguments).run();
            case "vote-script" -> WriteVoteScript.run();
            default ->
                throw new CannotStart("there is no bench " + name
                        + "; there are: replay [FILE], procedure [--quick], intake [--quick]," + " vote-script");
        };
    }
}
