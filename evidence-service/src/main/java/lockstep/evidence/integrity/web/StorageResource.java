package lockstep.evidence.integrity.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import lockstep.evidence.integrity.StorageHealth;
import lockstep.evidence.storage.KeyUsage;
import lockstep.kit.acting.Acting;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** How an agency's evidence is stored, for its administrators: ids and counts of its own, and no case content. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(StorageResource.ADMIN)
public class StorageResource {
    static final String ADMIN = "admin";

    private final Acting acting;
    private final KeyUsage usage;
    private final StorageHealth health;

    StorageResource(Acting acting, KeyUsage usage, StorageHealth health) {
        this.acting = acting;
        this.usage = usage;
        this.health = health;
    }

    /** All key-encryption keys. */
    public record Keys(List<Key> items) {}

    /**
     * One of them.
     *
     * @param id as the keyset has it
     * @param wraps how many data keys of the agency's
     * @param others whether it wraps other agencies' too
     * @param removable whether nothing is lost if it is taken away
     */
    public record Key(
            long id, boolean current, KeyUsage.Standing standing, long wraps, boolean others, boolean removable) {
        static Key of(KeyUsage.KeyState state) {
            return new Key(
                    state.id(), state.current(), state.standing(), state.wraps(), state.others(), state.removable());
        }
    }

    @GET
    @Path("storage/keys")
    public Keys keys() {
        return new Keys(usage.states().stream().map(Key::of).toList());
    }

    /** How whole what the agency has stored is. */
    @GET
    @Path("storage/health")
    public StorageHealth.Health health() {
        return health.of(acting.actor());
    }

    /** Has what is damaged verified anew, because it may have been restored. */
    @POST
    @Path("storage/damaged/verify")
    @APIResponse(responseCode = "204", description = "It is verified within minutes")
    public void verifyDamagedAgain() {
        health.verifyAgain();
    }
}
