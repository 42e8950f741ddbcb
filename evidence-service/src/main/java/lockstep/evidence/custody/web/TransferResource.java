package lockstep.evidence.custody.web;

import static lockstep.evidence.access.Roles.ANALYST;
import static lockstep.evidence.access.Roles.REGISTRAR;
import static lockstep.evidence.access.Roles.RELEASE_OFFICER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.custody.RecordTransfer;
import lockstep.evidence.custody.RecordTransfer.HandOver;
import lockstep.evidence.custody.RecordTransfer.Medium;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitView;
import lockstep.evidence.exhibit.Fields;
import lockstep.evidence.exhibit.FindExhibits;
import lockstep.evidence.exhibit.LookAgain;
import lockstep.evidence.transfer.LegalBasis;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Idempotency;

/** Into whose hands exhibits went outside of Lockstep. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({ANALYST, RELEASE_OFFICER, REGISTRAR})
public class TransferResource {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private final RecordTransfer transfers;
    private final FindExhibits find;
    private final LookAgain lookAgain;
    private final Idempotency idempotency;
    private final Acting acting;
    private final InstantSource clock;

    TransferResource(
            RecordTransfer transfers,
            FindExhibits find,
            LookAgain lookAgain,
            Idempotency idempotency,
            Acting acting,
            InstantSource clock) {
        this.transfers = transfers;
        this.find = find;
        this.lookAgain = lookAgain;
        this.idempotency = idempotency;
        this.acting = acting;
        this.clock = clock;
    }

    /** A transfer as it was sent; {@code country} and {@code legalBasis} where it takes personal data to another legal order. */
    public record TransferInput(
            String medium, String receiver, String purpose, String at, String country, LegalBasis legalBasis) {}

    @POST
    @Path("exhibits/{id}/versions/{v}/transfers")
    public ExhibitView record(
            @PathParam("id") UUID id,
            @PathParam("v") int version,
            TransferInput said,
            @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = acting.actor();
        Checks.given(said);
        HandOver transfer = checked(said);
        lookAgain.ifNotFound(() -> {
            idempotency.once(
                    key,
                    "POST /exhibits/" + id + "/versions/" + version + "/transfers",
                    said,
                    () -> transfers.record(id, version, transfer, by));
            return true;
        });
        return find.byId(id, by).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
    }

    private HandOver checked(TransferInput said) {
        Fields fields = new Fields();
        Medium medium = fields.oneOf("/medium", said.medium(), Medium.class);
        String receiver = fields.line("/receiver", said.receiver(), 300);
        String purpose = fields.line("/purpose", said.purpose(), 500);
        Instant at = fields.instant("/at", said.at());
        fields.when(
                at != null && at.isAfter(clock.instant()),
                "/at",
                "in-the-future",
                "It can't have been handed over later than now.");
        String country = said.country() == null ? null : fields.required("/country", said.country(), "[A-Z]{2}");
        fields.when(
                country != null && !COUNTRIES.contains(country),
                "/country",
                "unknown-country",
                "ISO 3166 has no country " + country + ".");
        LegalBasis basis = fields.legalBasis("/legalBasis", said.legalBasis());
        fields.refuseWrong();
        return new HandOver(medium, receiver, purpose, at, country, basis);
    }
}
