package lockstep.local;

import java.net.URI;

/** Logs accounts in as a browser would: authorization code flow with PKCE, on Keycloak's own forms. */
public final class Login {
    final URI endpoint;
    final String client;
    final String secret;
    final URI redirect;

    private Login(URI issuer, String client, String secret, URI redirect) {
        this.endpoint = URI.create(issuer.toString().replaceAll("/$", "") + "/protocol/openid-connect/");
        this.client = client;
        this.secret = secret;
        this.redirect = redirect;
    }

    /** Logs in at the pages' client; nothing need listen at the redirect address. */
    public static Login of(URI issuer, String clientSecret, URI redirect) {
        return new Login(issuer, "web-ui", clientSecret, redirect);
    }

    /** The same identity provider's own account pages: another client, without a secret. */
    Login accountPages() {
        URI issuer = endpoint.resolve("../../");
        return new Login(issuer, "account-console", null, issuer.resolve("account/"));
    }

    /** A fresh session of that account: nobody is logged in there yet. */
    public Session session(String account, String password) {
        return new Session(this, account, password);
    }

    /** A token from a session of its own, at level 1 or 2. */
    public AccessToken token(String account, String password, int level) {
        return session(account, password).token(level);
    }
}
