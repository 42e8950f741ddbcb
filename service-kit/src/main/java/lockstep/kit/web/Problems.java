package lockstep.kit.web;

import jakarta.ws.rs.core.Response;
import lockstep.kit.acting.Correlation;
import lockstep.kit.problem.Problem;
import lockstep.kit.problem.ProblemException;

/** Answers that carry a problem document. */
public final class Problems {
    private Problems() {}

    public static Response answer(ProblemException problem) {
        return builder(problem).build();
    }

    static Response answer(int status, String reason, String detail) {
        return answer(new ProblemException(status, reason, detail));
    }

    static Response.ResponseBuilder builder(ProblemException problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(Problem.of(problem, Correlation.current()));
    }
}
