package lockstep.listing.programme.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import lockstep.auth.Agencies;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Page;
import lockstep.kit.problem.ProblemException;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;

/** The programmes and agencies of this instance: data that every account may read. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ProgrammeResource {
    private final Programmes programmes;
    private final Agencies agencies;
    private final Acting acting;

    ProgrammeResource(Programmes programmes, Agencies agencies, Acting acting) {
        this.programmes = programmes;
        this.agencies = agencies;
        this.acting = acting;
    }

    record ProgrammeRow(String code, String name, String authority, String zone, String version) {}

    record AgencyRow(String code, String name, String country, List<String> groups) {}

    @GET
    @Path("/programmes")
    @RolesAllowed("**")
    public Page<ProgrammeRow> programmes() {
        acting.actor();
        List<ProgrammeRow> all = programmes.all().stream()
                .map(its -> new ProgrammeRow(
                        its.code(), its.name(), its.authority(), its.zone().getId(), its.version()))
                .toList();
        return new Page<>(all, null);
    }

    @GET
    @Path("/programmes/{code}")
    @RolesAllowed("**")
    public Programme programme(@PathParam("code") String code) {
        acting.actor();
        return programmes.find(code).orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("/agencies")
    @RolesAllowed("**")
    public Page<AgencyRow> agencies() {
        acting.actor();
        List<AgencyRow> all = agencies.all().stream()
                .filter(its -> its.active())
                .map(its -> new AgencyRow(
                        its.code(),
                        its.name(),
                        its.country(),
                        its.groups().stream().sorted().toList()))
                .toList();
        return new Page<>(all, null);
    }
}
