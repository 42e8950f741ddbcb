package lockstep.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives a service under test what the launcher gives it: its database with both roles, and an issuer of tokens. One
 * PostgreSQL serves all tests of a JVM. The service's short name ({@code listing}) is the argument {@code service}, or
 * else the configured {@code lockstep.service}.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private String service;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
    }

    @Override
    public Map<String, String> start() {
        Databases.prepare(service == null ? ownName() : service);
        return Map.of(
                "quarkus.datasource.jdbc.url",
                Databases.url(),
                "LOCKSTEP_DB_APP_PASSWORD",
                Databases.PASSWORD,
                "LOCKSTEP_DB_OWNER_PASSWORD",
                Databases.PASSWORD,
                "LOCKSTEP_ISSUER",
                TestIdentity.issuer(),
                "LOCKSTEP_CLIENT_SECRET",
                "test");
    }

    /** Nothing: the database goes with the JVM, so that the next test class finds it warm. */
    @Override
    public void stop() {}

    private static String ownName() {
        return ConfigProvider.getConfig().getValue("lockstep.service", String.class);
    }
}
