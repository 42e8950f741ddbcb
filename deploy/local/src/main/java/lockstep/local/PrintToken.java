package lockstep.local;

import java.net.URI;

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
        State state = State.running(line.data())
                .orElseThrow(() ->
                        new CannotStart("no Lockstep is running in " + line.data() + "; ./lockstep up starts one"));
        Ports ports = new Ports(state.portBase());
        Login login = Login.of(
                URI.create("http://127.0.0.1:" + ports.of(Part.KEYCLOAK) + "/realms/" + Keycloak.REALM),
                Secrets.in(line.data()).of("client-web-ui"),
                URI.create("http://127.0.0.1:" + ports.of(Part.WEB) + "/"));
        System.out.println(login.token(account, Accounts.in(line.data()).password(account), 2)
                .value());
    }
}
