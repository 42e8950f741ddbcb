package lockstep.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running Lockstep in one data directory. Whoever starts one closes it; its processes end with this one in any case.
 */
public final class Instance implements AutoCloseable {
    private final Options options;
    private final State.Lock lock;
    private final Secrets secrets;
    private final Accounts accounts;
    private final Map<Part, Child> children = Collections.synchronizedMap(new EnumMap<>(Part.class));
    private Postgres postgres;
    private Keycloak keycloak;

    private Instance(Options options, State.Lock lock) {
        this.options = options;
        this.lock = lock;
        this.secrets = Secrets.in(options.data());
        this.accounts = Accounts.in(options.data());
    }

    /** Starts what the options name and waits until it is ready; on a first start also gives the seats and loads the sample. */
    public static Instance start(Options options) {
        Preconditions.check(options);
        State.Lock lock = State.lock(options.data());
        if (lock == null) {
            throw Preconditions.alreadyRunning(options.data());
        }
        Instance instance = new Instance(options, lock);
        try {
            Preconditions.checkPorts(options);
            instance.startAll();
            return instance;
        } catch (RuntimeException failed) {
            instance.close();
            throw failed;
        }
    }

    private void startAll() {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Path> distribution = options.parts().contains(Part.KEYCLOAK)
                    ? CompletableFuture.supplyAsync(
                            () -> KeycloakBuild.unpacked(options.checkout(), options.progress()), workers)
                    : CompletableFuture.completedFuture(null);
            startPostgres();
            CompletableFuture<Void> services = CompletableFuture.allOf(options.parts().stream()
                    .filter(Part::isService)
                    .map(part -> CompletableFuture.runAsync(() -> startService(part), workers))
                    .toArray(CompletableFuture[]::new));
            if (options.parts().contains(Part.KEYCLOAK)) {
                startKeycloak(distribution.join());
            }
            services.join();
            remember();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void startPostgres() {
        postgres = new Postgres(
                PostgresBinaries.unpacked(options.checkout()),
                options.data(),
                options.ports().of(Part.POSTGRES),
                secrets);
        children.put(Part.POSTGRES, postgres.start());
        new Databases(postgres, secrets).create();
        ready(Part.POSTGRES);
    }

    private void startKeycloak(Path distribution) {
        keycloak = new Keycloak(distribution, options.data(), options.ports(), secrets);
        children.put(Part.KEYCLOAK, keycloak.start());
        KeycloakAdmin admin = KeycloakAdmin.of(keycloak, secrets);
        admin.addAccounts(DemoAccount.all(), accounts);
        admin.movePages(webUi().toString());
        ready(Part.KEYCLOAK);
    }

    private void startService(Part part) {
        Service service = new Service(part, options, secrets, issuer());
        Child child = service.start();
        children.put(part, child);
        service.await(child);
        ready(part);
    }

    private void ready(Part part) {
        options.progress()
                .say(part.label() + " is ready on port " + options.ports().of(part));
        remember();
    }

    private synchronized void remember() {
        Map<String, Long> processes = new java.util.TreeMap<>();
        children.forEach((part, child) -> processes.put(part.label(), child.pid()));
        new State(ProcessHandle.current().pid(), options.ports().base(), processes).write(options.data());
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
        return URI.create("http://127.0.0.1:" + options.ports().of(part));
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

    /** A level-2 token of a demo account. */
    public AccessToken token(String account) {
        return session(account).token(2);
    }

    /** A connection as the superuser, for tests that look behind the services. */
    public java.sql.Connection connect(String database) throws java.sql.SQLException {
        return postgres.connect(database);
    }

    public boolean alive(Part part) {
        Child child = children.get(part);
        return child != null && child.alive();
    }

    /** Ends one process at once, as {@code kill -9} does. */
    public void kill(Part part) {
        children.get(part).kill();
    }

    /** Starts a process again that was killed, and waits until it is ready. */
    public void restart(Part part) {
        if (alive(part)) {
            throw new IllegalStateException(part.label() + " is still running");
        }
        switch (part) {
            case POSTGRES -> startPostgres();
            case KEYCLOAK -> startKeycloak(KeycloakBuild.unpacked(options.checkout(), options.progress()));
            default -> startService(part);
        }
    }

    /** The first process that has ended by itself; null while all run. */
    Part ended() {
        return List.copyOf(children.keySet()).stream()
                .filter(part -> !alive(part))
                .findFirst()
                .orElse(null);
    }

    /** Ends all processes, the ones that need others first. */
    @Override
    public synchronized void close() {
        List<Child> services = children.entrySet().stream()
                .filter(child -> child.getKey().isService())
                .map(Map.Entry::getValue)
                .toList();
        services.parallelStream().forEach(child -> child.stop(Duration.ofSeconds(10)));
        Child identity = children.get(Part.KEYCLOAK);
        if (identity != null) {
            identity.stop(Duration.ofSeconds(10));
        }
        Child database = children.get(Part.POSTGRES);
        if (database != null) {
            Postgres.stop(database);
        }
        children.clear();
        PrivateFiles.remove(State.file(options.data()));
        lock.close();
    }
}
