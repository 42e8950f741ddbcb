package lockstep.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** The processes of one instance: started side by side as far as they can be, ended in the opposite order. */
final class Processes {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LINGER = 10;
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration WRITES_ITS_MEMORY = Duration.ofSeconds(50);
    private final Options options;
    private final Secrets secrets;
    private final Accounts accounts;
    private final Keycloak keycloak;
    private final Map<Part, Child> children = Collections.synchronizedMap(new EnumMap<>(Part.class));
    private final Map<Part, StartMemory> memories = Collections.synchronizedMap(new EnumMap<>(Part.class));
    private final Set<Part> ready = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    Processes(Options options, Secrets secrets, Accounts accounts) {
        this.options = options;
        this.secrets = secrets;
        this.accounts = accounts;
        this.keycloak = new Keycloak(options, secrets);
    }

    /** {@code back}: how far the clocks of listing-service and evidence-service stand back until {@link #forward}. */
    void startAll(Duration back) {
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<CompletableFuture<?>> running = new ArrayList<>();
            CompletableFuture<Path> distribution = CompletableFuture.supplyAsync(
                    () -> options.parts().contains(Part.KEYCLOAK) ? distribution() : null, workers);
            startPostgres();
            for (Part part : options.parts()) {
                if (part.isService()) {
                    Options its = part == Part.WEB || back.isZero() ? options : options.back(back);
                    running.add(CompletableFuture.runAsync(() -> startService(part, its), workers));
                }
            }
            if (options.parts().contains(Part.KEYCLOAK)) {
                running.add(distribution.thenAcceptAsync(this::startKeycloak, workers));
            }
            allOrFirstFailure(running);
        } finally {
            workers.shutdown();
        }
    }

    /** Says now and then what is still waited for: a first start of Keycloak takes a minute on a small machine. */
    private void allOrFirstFailure(List<CompletableFuture<?>> running) {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        for (CompletableFuture<?> one : running) {
            one.exceptionally(why -> {
                failure.completeExceptionally(why);
                return null;
            });
        }
        CompletableFuture<?> end =
                CompletableFuture.anyOf(CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)), failure);
        while (!over(end)) {
            String names = options.parts().stream()
                    .filter(part -> !ready.contains(part))
                    .map(Part::label)
                    .collect(Collectors.joining(", "));
            options.progress().say("still waiting for " + names);
        }
    }

    private static boolean over(CompletableFuture<?> end) {
        try {
            end.get(SILENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new CannotStart("the start failed: " + failed.getCause(), failed.getCause());
        }
    }

    void start(Part part) {
        switch (part) {
            case POSTGRES -> startPostgres();
            case KEYCLOAK -> startKeycloak(distribution());
            default -> startService(part, options);
        }
    }

    private Path distribution() {
        return KeycloakBuild.unpacked(options.checkout(), options.progress());
    }

    private void startPostgres() {
        Postgres server = new Postgres(PostgresBinaries.unpacked(options.checkout()), options, secrets);
        Child child = server.start();
        children.put(Part.POSTGRES, child);
        for (int tries = 0; !awaited(server, child, tries == LINGER); tries++) {
            Waiting.pause(Duration.ofSeconds(1));
            child = server.start();
            children.put(Part.POSTGRES, child);
        }
        new Databases(server, secrets).create();
        ready(Part.POSTGRES);
    }

    /** False if processes of a server that was killed just now still hold its memory: they notice within a second or two. */
    private static boolean awaited(Postgres server, Child child, boolean last) {
        try {
            server.await(child);
            return true;
        } catch (CannotStart failed) {
            if (last || !failed.getMessage().contains("old server processes")) {
                throw failed;
            }
            return false;
        }
    }

    private void startKeycloak(Path distribution) {
        Child child = keycloak.start(distribution);
        children.put(Part.KEYCLOAK, child);
        keycloak.await(child);
        KeycloakAdmin admin = KeycloakAdmin.of(keycloak, secrets);
        admin.addAccounts(DemoAccount.all(), accounts);
        admin.movePages("http://127.0.0.1:" + options.ports().of(Part.WEB));
        ready(Part.KEYCLOAK);
    }

    private void startService(Part part, Options its) {
        memories.put(part, StartMemory.of(its, part));
        Service service = new Service(part, its, secrets, keycloak.issuer(), memories.get(part));
        Child child = service.start();
        children.put(part, child);
        service.await(child);
        ready(part);
    }

    /** A second process of listing-service or evidence-service, on the port after the instance's own. */
    Replica replica(Part part) {
        int port = options.ports().base() + Part.values().length;
        Service beside = new Service(part, options, secrets, keycloak.issuer(), memories.get(part), port);
        Child child = beside.start();
        beside.await(child);
        return new Replica(child, beside.own());
    }

    /** Ends the services that began with their clocks back, and starts them again at the instance's own time. */
    void forward() {
        List<Part> both = List.of(Part.LISTING, Part.EVIDENCE);
        both.parallelStream().forEach(part -> {
            children.remove(part).stop(PATIENCE);
            startService(part, options);
        });
    }

    /** The pages, with all that stands behind them. */
    void awaitPages() {
        new Service(Part.WEB, options, secrets, keycloak.issuer(), memories.get(Part.WEB))
                .awaitReady(children.get(Part.WEB));
    }

    /** One at a time: parts become ready side by side, and all write the one file. */
    private synchronized void ready(Part part) {
        ready.add(part);
        options.progress()
                .say(part.label() + " is ready on port " + options.ports().of(part));
        Map<String, Long> pids = new TreeMap<>();
        List.copyOf(children.entrySet())
                .forEach(entry ->
                        pids.put(entry.getKey().label(), entry.getValue().pid()));
        new State(ProcessHandle.current().pid(), options.ports().base(), pids).write(options.data());
    }

    Map<String, String> subs() {
        return KeycloakAdmin.of(keycloak, secrets).subs();
    }

    boolean alive(Part part) {
        Child child = children.get(part);
        return child != null && child.alive();
    }

    void kill(Part part) {
        children.get(part).kill();
    }

    /** A part that has ended although nobody asked; null while all run. */
    Part ended() {
        return List.copyOf(children.keySet()).stream()
                .filter(part -> !closing && !alive(part))
                .findFirst()
                .orElse(null);
    }

    private void stopService(Part part) {
        StartMemory memory = memories.get(part);
        if (children.get(part).stop(memory.learns() ? PATIENCE.plus(WRITES_ITS_MEMORY) : PATIENCE)) {
            memory.keep();
        }
    }

    void close() {
        closing = true;
        List<Part> services = children.keySet().stream().filter(Part::isService).toList();
        if (services.stream().anyMatch(part -> memories.get(part).learns())) {
            options.progress().say("ending; the services write down how they start, once (about 30 s)");
        }
        services.parallelStream().forEach(this::stopService);
        if (children.containsKey(Part.KEYCLOAK)) {
            children.get(Part.KEYCLOAK).stop(PATIENCE);
        }
        if (children.containsKey(Part.POSTGRES)) {
            Postgres.stop(children.get(Part.POSTGRES));
        }
        children.clear();
    }
}
