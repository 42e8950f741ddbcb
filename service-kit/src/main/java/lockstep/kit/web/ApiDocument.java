package lockstep.kit.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What holds for every route of a service and is therefore said once: the two headers and the shape of a refusal. */
@OpenApiFilter
public class ApiDocument implements OASFilter {
    private static final String PROBLEM = "Problem";

    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (parameter.getIn() == Parameter.In.HEADER && HttpHeaders.IF_MATCH.equals(parameter.getName())) {
            parameter.setRequired(true);
            parameter.setDescription(
                    "The ETag of the version that was read; 428 without it, 412 if another one stands.");
        } else if (Idempotency.HEADER.equals(parameter.getName())) {
            parameter.setDescription(
                    "1 to 128 visible ASCII characters, kept for 7 days: sent again with the same body,"
                            + " the answer of the first time comes back and nothing is done twice.");
        }
        return parameter;
    }

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getResponses() != null) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "default",
                            OASFactory.createAPIResponse()
                                    .description("Refused")
                                    .content(OASFactory.createContent()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    OASFactory.createMediaType()
                                                            .schema(OASFactory.createSchema()
                                                                    .ref(PROBLEM)))));
        }
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(PROBLEM, problem());
    }

    /** {@link lockstep.kit.problem.Problem} without what a reason may add. */
    private static Schema problem() {
        Schema error = object("pointer", text(), "reason", text(), "detail", text(), "choices", list(text()));
        return object(
                "type", text(),
                "title", text(),
                "status", OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER)),
                "detail", text(),
                "correlationId", text().format("uuid"),
                "errors", list(error),
                "roles", list(text()));
    }

    private static Schema list(Schema items) {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.ARRAY)).items(items);
    }

    private static Schema object(Object... namesAndSchemas) {
        Schema schema = OASFactory.createSchema().type(List.of(Schema.SchemaType.OBJECT));
        for (int at = 0; at < namesAndSchemas.length; at += 2) {
            schema.addProperty((String) namesAndSchemas[at], (Schema) namesAndSchemas[at + 1]);
        }
        return schema;
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }
}
