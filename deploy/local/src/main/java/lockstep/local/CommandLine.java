package lockstep.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What stands behind a command: options that all commands share, and operands. */
record CommandLine(Path data, Ports ports, boolean empty, List<String> operands) {

    static CommandLine of(String[] arguments) {
        Path data = Checkout.find().root().resolve(".lockstep");
        Ports ports = new Ports(Ports.STANDARD);
        boolean empty = false;
        List<String> operands = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--empty" -> empty = true;
                case "--data" -> data = Path.of(value(arguments, i++));
                case "--port-base" -> ports = new Ports(number(value(arguments, i++)));
                default -> {
                    if (arguments[i].startsWith("-")) {
                        throw new CannotStart("unknown option " + arguments[i]);
                    }
                    operands.add(arguments[i]);
                }
            }
        }
        return new CommandLine(data.toAbsolutePath().normalize(), ports, empty, List.copyOf(operands));
    }

    private static String value(String[] arguments, int option) {
        if (option + 1 >= arguments.length) {
            throw new CannotStart(arguments[option] + " needs a value");
        }
        return arguments[option + 1];
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw new CannotStart("--port-base needs a number, not " + text);
        }
    }
}
