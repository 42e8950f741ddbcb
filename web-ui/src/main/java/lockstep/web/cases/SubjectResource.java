package lockstep.web.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Ui;
import lockstep.web.services.CaseView;
import lockstep.web.services.ListingService;
import lockstep.web.services.Refusal;
import lockstep.web.services.SubjectView;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A subject of a case: described in one form, shown with what its identifiers' check rules say. */
@Path("/")
@RunOnVirtualThread
public class SubjectResource {
    /** What the services hold as a list of countries and the form as one text. */
    private static final List<String> COUNTRIES = List.of("person.nationalities", "vessel.pastFlags");

    private final ListingService listing;
    private final Ui ui;

    SubjectResource(@RestClient ListingService listing, Ui ui) {
        this.listing = listing;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "cases")
    static class Templates {
        static native TemplateInstance subject(SubjectView s, CaseView c);

        static native TemplateInstance subjectForm(
                Form form, String title, String back, String action, SubjectChoices choices, boolean existing);
    }

    @GET
    @Path("subjects/{id}")
    public TemplateInstance show(@PathParam("id") String id) {
        SubjectView found = listing.subject(id);
        return Templates.subject(found, caseOf(found.caseId()));
    }

    @GET
    @Path("cases/{id}/subjects/new")
    public TemplateInstance describe(@PathParam("id") String id) {
        Closed.unless(caseOf(id).allowedActions(), "case", "add-subject", "/cases/" + id);
        return described(id, Form.empty());
    }

    @POST
    @Path("cases/{id}/subjects/new")
    public Object describe(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, "/cases/" + id, Messages.text(ui.language(), "subject.new"));
        if (form.rowsChanged()) {
            return described(id, form);
        }
        try {
            listing.addToCase(id, "subjects", text(form), form.once());
            return Go.done("/cases/" + id, "subject-described");
        } catch (Refusal refusal) {
            return described(id, form.refused(refusal));
        }
    }

    @GET
    @Path("subjects/{id}/edit")
    public TemplateInstance revise(@PathParam("id") String id) {
        JsonNode found = listing.subjectText(id);
        Form form =
                Form.of(found.get("text")).with("version", found.path("version").asText());
        for (String list : COUNTRIES) {
            if (form.at(list).isArray()) {
                form.with(list, String.join(", ", form.field(list).values()));
            }
        }
        return revised(id, form, found.path("caseId").asText());
    }

    @POST
    @Path("subjects/{id}/edit")
    public Object revise(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, "/subjects/" + id, Messages.text(ui.language(), "subject.edit"));
        String caseId = form.text("caseId");
        if (form.rowsChanged()) {
            return revised(id, form, caseId);
        }
        ObjectNode text = text(form);
        String version = form.text("version");
        boolean material = "true".equals(form.text("materialChange"));
        text.remove(List.of("version", "caseId", "materialChange"));
        try {
            listing.reviseSubject(id, '"' + version + '"', material ? true : null, text);
            return Go.done("/subjects/" + id, "subject-revised");
        } catch (Refusal refusal) {
            return revised(id, form.refused(refusal), caseId);
        }
    }

    /** Several countries are written into one field. */
    private static ObjectNode text(Form form) {
        ObjectNode text = form.filled();
        for (String list : COUNTRIES) {
            String[] path = list.split("\\.");
            if (form.has(list) && text.get(path[0]) instanceof ObjectNode part) {
                ArrayNode codes = part.putArray(path[1]);
                for (String code : form.text(list).split("[,\\s]+")) {
                    codes.add(code);
                }
            }
        }
        return text;
    }

    private TemplateInstance described(String caseId, Form form) {
        CaseView its = caseOf(caseId);
        return Templates.subjectForm(
                form,
                its.title(),
                "/cases/" + caseId,
                "/cases/" + caseId + "/subjects/new",
                SubjectChoices.now(),
                false);
    }

    private TemplateInstance revised(String id, Form form, String caseId) {
        form.with("caseId", caseId);
        caseOf(caseId);
        return Templates.subjectForm(
                form,
                Messages.text(ui.language(), "word.subject"),
                "/subjects/" + id,
                "/subjects/" + id + "/edit",
                SubjectChoices.now(),
                true);
    }

    private CaseView caseOf(String id) {
        CaseView its = listing.caseFile(id);
        ui.shows(its.marking());
        return its;
    }

    /** What the fields of the form can be. */
    public record SubjectChoices(
            List<Option> types,
            List<Option> countries,
            List<Option> nameKinds,
            List<Option> identifierTypes,
            List<Option> roles,
            List<Option> contacts,
            List<Option> genders) {

        static SubjectChoices now() {
            return new SubjectChoices(
                    Option.words(
                            "subject-type",
                            List.of(
                                    "COMPANY",
                                    "LEGAL_ENTITY",
                                    "ORGANIZATION",
                                    "PERSON",
                                    "VESSEL",
                                    "AIRCRAFT",
                                    "ADDRESS")),
                    Option.countries(),
                    Option.words("name-kind", List.of("PRIMARY", "LOCAL", "AKA", "FKA", "NKA", "TRANSLIT")),
                    Option.words(
                            "identifier",
                            List.of(
                                    "USCC",
                                    "HK_CR",
                                    "HK_BRN",
                                    "INN",
                                    "OGRN",
                                    "OGRNIP",
                                    "KPP",
                                    "BIN",
                                    "MERSIS",
                                    "TAX",
                                    "VAT",
                                    "REGISTER",
                                    "CBLS",
                                    "LICENCE",
                                    "CIN",
                                    "GSTIN",
                                    "PAN",
                                    "LEI",
                                    "DUNS",
                                    "SWIFT",
                                    "IMO",
                                    "MMSI",
                                    "PASSPORT",
                                    "NATIONAL_ID",
                                    "WALLET",
                                    "OTHER")),
                    Option.words("address-role", List.of("REGISTERED", "TRADING", "BRANCH")),
                    Option.words("contact", List.of("PHONE", "FAX", "EMAIL", "WEBSITE")),
                    Option.words("gender", List.of("FEMALE", "MALE", "OTHER")));
        }
    }
}
