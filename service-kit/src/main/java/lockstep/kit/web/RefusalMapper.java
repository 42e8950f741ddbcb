package lockstep.kit.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Map;
import lockstep.kit.journal.Refusals;
import lockstep.kit.problem.FieldError;
import lockstep.kit.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * Answers a feature's refusals: journalled first, and where that fails nothing is told of them but an internal error.
 * A feature's web layer extends it as its {@code @Provider}.
 */
public abstract class RefusalMapper<E extends RuntimeException> implements ExceptionMapper<E> {
    private static final Logger LOG = Logger.getLogger(RefusalMapper.class);

    @Inject
    protected Refusals refusals;

    protected abstract int status(E refused);

    /** In kebab case; the tail of the problem's type. */
    protected abstract String reason(E refused);

    /** What is wrong or missing, one by one; nothing unless a feature says otherwise. */
    protected List<FieldError> errors(E refused) {
        return List.of();
    }

    /** Extension members of the problem; none unless a feature says otherwise. */
    protected Map<String, Object> members(E refused) {
        return Map.of();
    }

    @Override
    public Response toResponse(E refused) {
        try {
            refusals.write(reason(refused), refused.getMessage());
        } catch (RuntimeException unwritten) {
            LOG.error("a refusal could not be journalled", unwritten);
            return Problems.answer(Failures.internal());
        }
        return Problems.answer(new ProblemException(
                status(refused), reason(refused), refused.getMessage(), errors(refused), members(refused)));
    }
}
