package lockstep.listing.language.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import lockstep.listing.language.ConfirmLanguageVersion;
import lockstep.listing.language.LanguageDossier;
import lockstep.listing.language.LanguageText;
import lockstep.listing.language.LanguageVersion;
import lockstep.listing.language.WriteLanguageVersion;
import lockstep.listing.language.web.LanguageBodies.Hand;
import lockstep.listing.language.web.LanguageBodies.LanguageInput;
import lockstep.listing.language.web.LanguageBodies.LanguageView;
import lockstep.listing.language.web.LanguageBodies.LanguagesView;
import lockstep.listing.language.web.LanguageBodies.State;
import lockstep.listing.language.web.LanguageBodies.VersionRead;
import lockstep.listing.proposal.Paragraph;

/** A proposal's text in the languages that its programme asks for before release (G10). */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LanguageResource {
    private static final int LONGEST = 10_000;
    private static final int MOST = 200;

    private final LanguageDossier dossier;
    private final WriteLanguageVersion writing;
    private final ConfirmLanguageVersion confirming;
    private final Idempotency idempotency;
    private final Acting acting;

    LanguageResource(
            LanguageDossier dossier,
            WriteLanguageVersion writing,
            ConfirmLanguageVersion confirming,
            Idempotency idempotency,
            Acting acting) {
        this.dossier = dossier;
        this.writing = writing;
        this.confirming = confirming;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    @GET
    @Path("/proposals/{id}/language-versions")
    @RolesAllowed("**")
    public LanguagesView languages(@PathParam("id") UUID id) {
        LanguageDossier.Known known = dossier.of(id, acting.actor());
        LanguageText original = known.original() == null
                ? null
                : new LanguageText(
                        known.original().text().subject().primaryName(),
                        known.original().text().reasons().stream()
                                .map(Paragraph::text)
                                .toList());
        return new LanguagesView(
                id,
                known.proposal().revision(),
                known.proposal().headline().contentHash(),
                known.working(),
                original,
                known.languages().stream().map(LanguageResource::view).toList());
    }

    private static LanguageView view(LanguageDossier.InLanguage its) {
        LanguageVersion newest = its.newest();
        if (newest == null) {
            return new LanguageView(its.language(), State.MISSING, 0, null, null, null, null, its.actions());
        }
        return new LanguageView(
                its.language(),
                newest.confirmed() ? State.CONFIRMED : State.WRITTEN,
                newest.n(),
                newest.text(),
                newest.sha256(),
                new Hand(newest.writtenAccount(), newest.writtenAgency(), newest.writtenAt()),
                newest.confirmed()
                        ? new Hand(newest.confirmedAccount(), newest.confirmedAgency(), newest.confirmedAt())
                        : null,
                its.actions());
    }

    /** A further version in one language; a lawyer confirms it. The same text again changes nothing. */
    @POST
    @Path("/proposals/{id}/language-versions")
    @RolesAllowed({"analyst", "secretariat", "publisher"})
    public LanguagesView write(
            @PathParam("id") UUID id, LanguageInput body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        List<String> paragraphs = body.paragraphs() == null ? List.of() : body.paragraphs();
        Checks checks = new Checks()
                .text("/language", body.language(), 20)
                .text("/contentHashRead", body.contentHashRead(), 64)
                .optionalText("/name", body.name(), 300)
                .line("/name", body.name())
                .when(paragraphs.size() > MOST, "/paragraphs", "too-many", "At most " + MOST + ".");
        for (int i = 0; i < Math.min(paragraphs.size(), MOST); i++) {
            checks.text("/paragraphs/" + i, paragraphs.get(i), LONGEST);
        }
        checks.pass();
        var text = new LanguageText(body.name() == null || body.name().isBlank() ? null : body.name(), paragraphs);
        return once(
                id,
                "",
                body,
                key,
                () -> writing.write(id, body.language(), body.contentHashRead(), text, acting.actor()));
    }

    /** By a lawyer of the programme, another person than its writer, of the version that was read. */
    @POST
    @Path("/proposals/{id}/language-versions/{language}/confirm")
    @RolesAllowed("legal")
    @Level2
    public LanguagesView confirm(
            @PathParam("id") UUID id,
            @PathParam("language") String language,
            VersionRead body,
            @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks().text("/sha256Read", body.sha256Read(), 64).pass();
        return once(
                id,
                "/" + language + "/confirm",
                body,
                key,
                () -> confirming.confirm(id, language, body.sha256Read(), acting.actor()));
    }

    private LanguagesView once(UUID id, String act, Object body, String key, Runnable command) {
        idempotency.once(key, "POST /proposals/" + id + "/language-versions" + act, body, command);
        return languages(id);
    }
}
