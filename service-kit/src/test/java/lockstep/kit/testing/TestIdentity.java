package lockstep.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Stands where Keycloak stands: serves the realm's public key and tokens for service accounts, and signs whatever claims
 * a test asks for. Its key is made anew in each JVM.
 */
final class TestIdentity {
    private static final String ISSUER = "lockstep.test.issuer";
    private static final String KEY = "lockstep.test.key";
    private static final String PROTOCOL = "/realms/lockstep/protocol/openid-connect/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

    private TestIdentity() {}

    /** Starts it if this JVM has none. */
    static String issuer() {
        return (String) System.getProperties().computeIfAbsent(ISSUER, _ -> started());
    }

    static String signed(Map<String, Object> claims) {
        try {
            String head = encoded(Map.of("alg", "RS256", "typ", "JWT", "kid", "test"));
            String content = head + "." + encoded(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + URL_SAFE.encodeToString(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String started() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(PROTOCOL + "certs", exchange -> answer(exchange, Map.of("keys", List.of(jwk()))));
            server.createContext(PROTOCOL + "token", TestIdentity::serviceToken);
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/lockstep";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void serviceToken(HttpExchange exchange) throws IOException {
        String basic = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        String client = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":")[0];
        answer(
                exchange,
                Map.of(
                        "access_token",
                        TestTokens.service(client),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        TestTokens.LIFE.toSeconds()));
    }

    private static void answer(HttpExchange exchange, Map<String, Object> body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, Object> jwk() {
        RSAPrivateCrtKey key = key();
        return Map.of(
                "kty", "RSA",
                "use", "sig",
                "alg", "RS256",
                "kid", "test",
                "n", URL_SAFE.encodeToString(unsigned(key.getModulus().toByteArray())),
                "e", URL_SAFE.encodeToString(unsigned(key.getPublicExponent().toByteArray())));
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private static String encoded(Map<String, Object> part) throws JsonProcessingException {
        return URL_SAFE.encodeToString(JSON.writeValueAsBytes(part));
    }

    private static RSAPrivateCrtKey key() {
        String encoded = (String) System.getProperties().computeIfAbsent(KEY, _ -> generated());
        try {
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String generated() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
