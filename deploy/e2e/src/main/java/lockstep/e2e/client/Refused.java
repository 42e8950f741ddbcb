package lockstep.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;

/** A request that the caller had meant to succeed was refused. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Answer answer;

    Refused(String request, Answer answer) {
        super(request + " -> " + answer.status() + " " + answer.text());
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }

    public String reason() {
        return answer.reason();
    }

    public JsonNode errors() {
        return answer.json().path("errors");
    }
}
