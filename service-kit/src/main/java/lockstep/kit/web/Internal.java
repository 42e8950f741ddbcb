package lockstep.kit.web;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For the peer's service account alone; stands on every resource under {@code /internal} beside its role. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Internal {
    /** For {@code @RolesAllowed}: no person ever has it. */
    String ROLE = "service";
}
