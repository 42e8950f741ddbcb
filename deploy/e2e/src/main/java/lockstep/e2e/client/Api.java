package lockstep.e2e.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import lockstep.local.Instance;

/** The two services of a running instance, to be called as one or another of its accounts. */
public final class Api {
    /** How long a service may be away before a call is given up: time enough to start it again. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI listing;
    private final URI evidence;
    private final Tokens tokens;

    public Api(URI listing, URI evidence, Tokens tokens) {
        this.listing = listing;
        this.evidence = evidence;
        this.tokens = tokens;
    }

    public static Api of(Instance instance) {
        return new Api(instance.listing(), instance.evidence(), new Tokens(instance::session));
    }

    /** That account at listing-service, with a level-2 token. */
    public Caller listing(String account) {
        return new Caller(client, listing, tokens, account, 2, PATIENCE);
    }

    /** That account at evidence-service. */
    public Caller evidence(String account) {
        return new Caller(client, evidence, tokens, account, 2, PATIENCE);
    }

    public Tokens tokens() {
        return tokens;
    }
}
