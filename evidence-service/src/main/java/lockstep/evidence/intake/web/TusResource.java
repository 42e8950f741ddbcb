package lockstep.evidence.intake.web;

import static lockstep.evidence.access.Roles.ANALYST;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.LookAgain;
import lockstep.evidence.intake.Checksum;
import lockstep.evidence.intake.CreateUpload;
import lockstep.evidence.intake.EndUpload;
import lockstep.evidence.intake.IntakeSettings;
import lockstep.evidence.intake.ReceiveUpload;
import lockstep.evidence.intake.Room;
import lockstep.evidence.intake.SentFile;
import lockstep.evidence.intake.TakeWhole;
import lockstep.evidence.intake.Upload;
import lockstep.evidence.intake.UploadState;
import lockstep.evidence.intake.UploadSteps;
import lockstep.evidence.storage.BlobStore;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Resumable uploads by tus 1.0.0: core, creation (with upload), checksum, termination and expiration. */
@Tus
@LargeBody
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(ANALYST)
public class TusResource {
    private static final String EXTENSIONS = "creation,creation-with-upload,checksum,termination,expiration";
    private static final String BYTES = "application/offset+octet-stream";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String CHECKSUM = "Upload-Checksum";
    private static final String METADATA = "Upload-Metadata";

    private final Acting acting;
    private final LookAgain lookAgain;
    private final CreateUpload create;
    private final TakeWhole whole;
    private final ReceiveUpload receive;
    private final Room room;
    private final EndUpload end;
    private final UploadSteps steps;
    private final BlobStore store;
    private final IntakeSettings settings;

    public TusResource(
            Acting acting,
            LookAgain lookAgain,
            CreateUpload create,
            TakeWhole whole,
            ReceiveUpload receive,
            Room room,
            EndUpload end,
            UploadSteps steps,
            BlobStore store,
            IntakeSettings settings) {
        this.acting = acting;
        this.lookAgain = lookAgain;
        this.create = create;
        this.whole = whole;
        this.receive = receive;
        this.room = room;
        this.end = end;
        this.steps = steps;
        this.store = store;
        this.settings = settings;
    }

    @OPTIONS
    @Path("batches/{id}/uploads")
    @APIResponse(responseCode = "204", description = "What is spoken here, in headers")
    public Response capabilities(@PathParam("id") UUID id) {
        return Response.noContent()
                .header("Tus-Extension", EXTENSIONS)
                .header("Tus-Max-Size", settings.fileLimit())
                .header("Tus-Checksum-Algorithm", UploadChecksum.ALGORITHMS)
                .build();
    }

    @POST
    @Path("batches/{id}/uploads")
    @Consumes(MediaType.WILDCARD)
    @APIResponse(responseCode = "201", description = "Announced; Location says where its bytes go")
    public Response create(
            @PathParam("id") UUID batch,
            @HeaderParam(LENGTH) String length,
            @HeaderParam(METADATA) String metadata,
            @HeaderParam(CHECKSUM) String checksum,
            @HeaderParam("Upload-Concat") String concat,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) String declared,
            InputStream sent) {
        Actor by = acting.actor();
        if (concat != null) {
            throw new ProblemException(400, "no-concatenation", "Uploads are not put together from others here.");
        }
        long size = number(LENGTH, length);
        Checksum asked = UploadChecksum.of(checksum);
        SentFile file = UploadMetadata.file(metadata);
        if (!BYTES.equals(type)) {
            return created(announced(() -> create.create(batch, file, size, by)))
                    .build();
        }
        long coming = declared(declared);
        Upload begun = room.take(by, () -> begun(batch, file, size, coming, present(sent), asked, by));
        return created(begun).header(OFFSET, begun.received()).build();
    }

    /** Announced with its first bytes, or with all of them. */
    private Upload begun(
            UUID batch, SentFile file, long size, long coming, InputStream sent, Checksum checksum, Actor by) {
        if (whole.fits(size, coming)) {
            byte[] content = whole.content(sent, size, checksum);
            return announced(() -> whole.take(batch, file, content, by));
        }
        Upload upload = announced(() -> create.create(batch, file, size, by));
        return receive.receive(upload.id(), 0, coming, sent, checksum, by);
    }

    /** Why it cannot be begun, in the words in which it was refused. */
    private Upload announced(Supplier<Upload> announcing) {
        Upload upload = lookAgain.ifNotFound(announcing);
        if (upload.state() == UploadState.FAILED) {
            throw new ExhibitRefused(ExhibitRefused.Reason.valueOf(
                    upload.reason().toUpperCase(Locale.ROOT).replace('-', '_')));
        }
        return upload;
    }

    @HEAD
    @Path("uploads/{id}")
    @APIResponse(responseCode = "200", description = "How far it has come, in Upload-Offset")
    public Response offset(@PathParam("id") UUID id) {
        Upload upload = steps.underWay(id, acting.actor());
        return answer(Response.ok(), upload)
                .header(OFFSET, upload.received())
                .header(LENGTH, upload.length())
                .header(METADATA, UploadMetadata.of(upload))
                .build();
    }

    @PATCH
    @Path("uploads/{id}")
    @Consumes(MediaType.WILDCARD)
    @APIResponse(responseCode = "204", description = "Taken; Upload-Offset says how far it has come")
    public Response send(
            @PathParam("id") UUID id,
            @HeaderParam(OFFSET) String offset,
            @HeaderParam(CHECKSUM) String checksum,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) String declared,
            InputStream sent) {
        Actor by = acting.actor();
        if (!BYTES.equals(type)) {
            throw new ProblemException(415, "unsupported-media-type", "Send the bytes as " + BYTES + ".");
        }
        Checksum asked = UploadChecksum.of(checksum);
        long from = number(OFFSET, offset);
        Upload upload = room.take(by, () -> receive.receive(id, from, declared(declared), present(sent), asked, by));
        return answer(Response.noContent(), upload)
                .header(OFFSET, upload.received())
                .build();
    }

    /** For clients that cannot send PATCH, as the protocol allows. */
    @POST
    @Path("uploads/{id}")
    @Consumes(MediaType.WILDCARD)
    @APIResponse(responseCode = "204", description = "Taken; Upload-Offset says how far it has come")
    public Response sendAsPost(
            @PathParam("id") UUID id,
            @HeaderParam("X-HTTP-Method-Override") String method,
            @HeaderParam(OFFSET) String offset,
            @HeaderParam(CHECKSUM) String checksum,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) String declared,
            InputStream sent) {
        if (!"PATCH".equals(method)) {
            throw new ProblemException(405, "method-not-allowed", "Send PATCH, or say so in X-HTTP-Method-Override.");
        }
        return send(id, offset, checksum, type, declared, sent);
    }

    @DELETE
    @Path("uploads/{id}")
    @APIResponse(responseCode = "204", description = "Given up")
    public Response terminate(@PathParam("id") UUID id) {
        store.discard(end.terminate(id, acting.actor()));
        return Response.noContent().build();
    }

    private static Response.ResponseBuilder created(Upload upload) {
        return answer(Response.created(URI.create("/api/v1/uploads/" + upload.id())), upload);
    }

    private static Response.ResponseBuilder answer(Response.ResponseBuilder answer, Upload upload) {
        return upload.state() == UploadState.RECEIVING
                ? answer.header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                upload.expiresAt().atOffset(ZoneOffset.UTC)))
                : answer;
    }

    private static long number(String name, String value) {
        if (value == null || !value.matches("\\d{1,18}")) {
            throw new ProblemException(400, "malformed-header", name + " is a number of bytes, and is needed.");
        }
        return Long.parseLong(value);
    }

    /** -1 where the length is not declared; what it can't be has been refused before. */
    private static long declared(String length) {
        return length == null ? -1 : Long.parseLong(length);
    }

    private static InputStream present(InputStream sent) {
        return sent == null ? InputStream.nullInputStream() : sent;
    }
}
