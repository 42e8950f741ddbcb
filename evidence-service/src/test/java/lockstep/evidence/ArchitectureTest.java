package lockstep.evidence;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.containAnyMethodsThat;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lockstep.auth.Role;
import lockstep.evidence.access.Roles;
import org.junit.jupiter.api.Test;

/** How the service is laid out, so that it stays so. */
class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("lockstep.evidence");

    @Test
    void features_form_no_cycle() {
        slices().matching("lockstep.evidence.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void nothing_depends_on_the_web_layer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("lockstep.evidence..web..")
                .check(SERVICE);
    }

    @Test
    void only_the_web_layer_knows_of_http() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..")
                .check(SERVICE);
    }

    @Test
    void entities_know_neither_quarkus_nor_injection() {
        noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta.inject..", "jakarta.enterprise..")
                .check(SERVICE);
    }

    @Test
    void entities_have_no_setters() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameNotStartingWith("set")
                .check(SERVICE);
    }

    @Test
    void every_resource_method_carries_a_role() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .arePublic()
                .should(carryARole())
                .check(SERVICE);
    }

    @Test
    void classes_are_named_for_what_they_are() {
        noClasses()
                .that(DescribedPredicate.alwaysTrue())
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto)")
                .check(SERVICE);
    }

    @Test
    void the_other_service_is_not_imported() {
        classes()
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(
                        JavaClass.Predicates.resideInAnyPackage("lockstep.listing..", "lockstep.web..")))
                .check(SERVICE);
    }

    /** Else a list is answered in whatever form is asked for, by its toString. */
    @Test
    void every_resource_says_in_which_form_it_answers() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .and()
                .areNotInterfaces()
                .should()
                .beAnnotatedWith(Produces.class)
                .orShould(be(containAnyMethodsThat(annotatedWith(Produces.class))))
                .check(SERVICE);
    }

    @Test
    void role_names_are_those_of_the_platform_but_the_administrators() {
        Set<String> platform = Arrays.stream(Role.values())
                .filter(role -> role != Role.ADMIN)
                .map(Role::claim)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = Arrays.stream(Roles.class.getFields())
                .map(ArchitectureTest::value)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(platform, named);
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static ArchCondition<JavaMethod> carryARole() {
        return new ArchCondition<>("carry a role, or stand in a class that does") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean carries = method.isAnnotatedWith(RolesAllowed.class)
                        || method.getOwner().isAnnotatedWith(RolesAllowed.class);
                events.add(new SimpleConditionEvent(method, carries, method.getFullName()));
            }
        };
    }
}
