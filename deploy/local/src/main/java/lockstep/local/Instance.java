package lockstep.local;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A running Lockstep in one data directory. Whoever starts one closes it; its processes end with this one in any case. */
public final class Instance implements AutoCloseable {
    private final Options options;
    private final Secrets secrets;
    private final Accounts accounts;
    private final Processes processes;
    private State.Lock lock;
    private volatile boolean ending;

    private Instance(Options options, State.Lock lock) {
        this.options = options;
        this.secrets = Secrets.in(options.data());
        this.accounts = Accounts.in(options.data());
        this.processes = new Processes(options, secrets, accounts);
        this.lock = lock;
    }

    /** Starts what the options name and waits until it is ready; a first start also gives the seats and loads the sample. */
    public static Instance start(Options options) {
        Preconditions.check(options);
        State.Lock lock = State.lock(options.data());
        if (lock == null) {
            throw Preconditions.alreadyRunning(options.data());
        }
        Instance instance = new Instance(options, lock);
        Runtime.getRuntime().addShutdownHook(new Thread(instance::end, "end of " + options.data()));
        try {
            Preconditions.checkPorts(options);
            FirstStart first = new FirstStart(instance);
            instance.processes.startAll(first.back());
            if (options.parts().contains(Part.LISTING)) {
                first.run(instance.processes::forward);
            }
            if (options.parts().contains(Part.WEB)) {
                instance.processes.awaitPages();
            }
            return instance;
        } catch (RuntimeException failed) {
            instance.close();
            throw instance.ending ? new Ended(failed) : failed;
        }
    }

    /** What failed because the instance was asked to end during its start is no failure to tell of. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Ended(RuntimeException cause) {
            super(cause);
        }
    }

    private void end() {
        ending = true;
        close();
    }

    /** The instance that another process runs in that directory: for asking, its processes stay with their owner. */
    public static Instance attach(Path data) {
        State state = State.running(data)
                .orElseThrow(() -> new CannotStart("no Lockstep is running in " + data + "; ./lockstep up starts one"));
        return new Instance(Options.in(data).at(new Ports(state.portBase())), null);
    }

    public Options options() {
        return options;
    }

    public URI webUi() {
        return url(Part.WEB);
    }

    public URI listing() {
        return url(Part.LISTING);
    }

    public URI evidence() {
        return url(Part.EVIDENCE);
    }

    public URI issuer() {
        return url(Part.KEYCLOAK).resolve("/realms/" + Keycloak.REALM);
    }

    private URI url(Part part) {
        return options.ports().url(part);
    }

    public Accounts accounts() {
        return accounts;
    }

    public Login login() {
        return Login.of(issuer(), secrets.of("client-web-ui"), webUi().resolve("/"));
    }

    /** A fresh single-sign-on session of a demo account. */
    public Session session(String account) {
        return login().session(account, accounts.password(account));
    }

    /** Whether all of it runs and, where wanted, the sample is loaded: what web-ui's readiness says. */
    boolean ready() {
        return Http.ready(webUi().resolve("/q/health/ready"));
    }

    /** A level-2 token of a demo account. */
    public AccessToken token(String account) {
        return session(account).token(2);
    }

    /** A token of a service's own account: {@link Part#LISTING} or {@link Part#EVIDENCE}. */
    public AccessToken serviceToken(Part service) {
        return ServiceAccount.token(issuer(), service.label(), secrets.of("client-" + service.label()));
    }

    /** The immutable id of each account by its name. */
    public Map<String, String> subs() {
        return processes.subs();
    }

    /** A connection as the superuser, for tests that look behind the services. */
    public Connection connect(String database) throws SQLException {
        return connect(database, Postgres.SUPERUSER);
    }

    /** A connection as one of the roles, e.g. {@code listing_app}. */
    public Connection connect(String database, String role) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + options.ports().of(Part.POSTGRES) + "/" + database;
        return DriverManager.getConnection(url, Postgres.credentials(role, secrets.of(role)));
    }

    /** A client program of PostgreSQL (psql, pgbench) as one of the roles; who and where stand in its environment. */
    public ProcessBuilder client(String database, String role, List<String> command) {
        ProcessBuilder program = new ProcessBuilder(command);
        program.environment()
                .putAll(Map.of(
                        "PGHOST",
                        "127.0.0.1",
                        "PGPORT",
                        options.ports().of(Part.POSTGRES) + "",
                        "PGDATABASE",
                        database,
                        "PGUSER",
                        role,
                        "PGPASSWORD",
                        secrets.of(role)));
        return program;
    }

    public boolean alive(Part part) {
        return processes.alive(part);
    }

    /** Ends one process at once, as {@code kill -9} does. */
    public void kill(Part part) {
        processes.kill(part);
    }

    /** Starts a process again that was killed, and waits until it is ready. */
    public void restart(Part part) {
        if (alive(part)) {
            throw new IllegalStateException(part.label() + " is still running");
        }
        processes.start(part);
    }

    /** Starts a second process of a service on the same database, and waits until it is ready; whoever asks closes it. */
    public Replica replica(Part part) {
        return processes.replica(part);
    }

    /** The first part that has ended by itself; null while all run. */
    Part ended() {
        return processes.ended();
    }

    /** Ends all processes, the ones that need others first. Does nothing the second time, and nothing to an attached one. */
    @Override
    public synchronized void close() {
        if (lock != null) {
            processes.close();
            PrivateFiles.remove(State.file(options.data()));
            lock.close();
            lock = null;
        }
    }
}
