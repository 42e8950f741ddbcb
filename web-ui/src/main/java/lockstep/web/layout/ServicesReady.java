package lockstep.web.layout;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** web-ui is ready only when both services, Keycloak and the sample are: a page alone is of no use. */
@Readiness
@ApplicationScoped
public class ServicesReady implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String listing;
    private final String evidence;
    private final String issuer;
    private final String sampleMark;

    ServicesReady(
            @ConfigProperty(name = "lockstep.listing.url") String listing,
            @ConfigProperty(name = "lockstep.evidence.url") String evidence,
            @ConfigProperty(name = "lockstep.issuer") String issuer,
            @ConfigProperty(name = "lockstep.sample.mark") String sampleMark) {
        this.listing = listing;
        this.evidence = evidence;
        this.issuer = issuer;
        this.sampleMark = sampleMark;
    }

    @Override
    public HealthCheckResponse call() {
        boolean listingUp = answers(listing + "/q/health/ready");
        boolean evidenceUp = answers(evidence + "/q/health/ready");
        boolean keycloakUp = answers(issuer + "/.well-known/openid-configuration");
        boolean sampleThere = "none".equals(sampleMark) || Files.exists(Path.of(sampleMark));
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("services and identity")
                .withData("listing-service", listingUp)
                .withData("evidence-service", evidenceUp)
                .withData("keycloak", keycloakUp)
                .withData("sample", sampleThere);
        return answer.status(listingUp && evidenceUp && keycloakUp && sampleThere)
                .build();
    }

    private boolean answers(String address) {
        try {
            HttpRequest question = HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE)
                    .build();
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
