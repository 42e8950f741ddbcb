package lockstep.e2e.client;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import lockstep.local.AccessToken;
import lockstep.local.LoginFailed;
import lockstep.local.Session;

/** Access tokens of the instance's accounts from real logins, kept per account and level for four minutes. */
public final class Tokens {
    private static final Duration KEPT = Duration.ofMinutes(4);
    /** Keycloak answers so while its database is away; a login that loses it half-way ends in a 400 of its own. */
    private static final Pattern AWAY = Pattern.compile(" 50[0-4] | 400 Unexpected error ");

    private record Key(String account, int level) {}

    private record Kept(AccessToken token, Instant since) {
        boolean fresh() {
            Instant now = Instant.now();
            return now.isBefore(since.plus(KEPT))
                    && now.isBefore(token.expiresAt().minusSeconds(20));
        }
    }

    private final Function<String, Session> sessions;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    /** {@code sessions} opens a fresh single-sign-on session of an account. */
    public Tokens(Function<String, Session> sessions) {
        this.sessions = sessions;
    }

    /** A token of the account, level 1 or 2; one login at a time for each. */
    public String of(String account, int level) {
        return kept.compute(
                        new Key(account, level),
                        (key, old) -> old != null && old.fresh() ? old : new Kept(login(key), Instant.now()))
                .token()
                .value();
    }

    /** Forgets a token that a service has refused. */
    void drop(String account, int level, String refused) {
        kept.computeIfPresent(
                new Key(account, level), (key, old) -> old.token().value().equals(refused) ? null : old);
    }

    private AccessToken login(Key key) {
        Instant giveUp = Instant.now().plus(Api.PATIENCE);
        while (true) {
            try {
                return sessions.apply(key.account()).token(key.level());
            } catch (LoginFailed failed) {
                boolean away = failed.getCause() instanceof IOException
                        || AWAY.matcher(failed.getMessage()).find();
                if (!away || Instant.now().isAfter(giveUp)) {
                    throw failed;
                }
                Caller.pause(Duration.ofSeconds(1));
            }
        }
    }
}
