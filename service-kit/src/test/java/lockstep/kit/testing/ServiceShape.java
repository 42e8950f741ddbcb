package lockstep.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.containAnyMethodsThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How each service is laid out, so that it stays so; a service adds what is its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServiceShape {
    protected final JavaClasses service;
    private final String root;
    private final String others;
    private final String speakers;

    /**
     * @param others the packages that it knows nothing of, as {@code lockstep.web..}
     * @param speakers a pattern of the classes that speak HTTP though they aren't of the web layer
     */
    protected ServiceShape(String root, String others, String speakers) {
        this.root = root;
        this.others = others;
        this.speakers = speakers;
        this.service = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    @Test
    void features_form_no_cycle() {
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(service);
    }

    @Test
    void nothing_depends_on_the_web_layer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + "..web..")
                .check(service);
    }

    @Test
    void only_the_web_layer_speaks_http() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .and(not(nameMatching(speakers)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..")
                .check(service);
    }

    @Test
    void no_other_program_is_imported() {
        classes()
                .should()
                .onlyDependOnClassesThat(not(resideInAnyPackage(others, "lockstep.web..")))
                .check(service);
    }

    @Test
    void an_entity_knows_neither_container_nor_framework() {
        noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta.enterprise..", "jakarta.inject..", "jakarta.transaction..")
                .check(service);
    }

    @Test
    void an_entity_has_no_setter() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameNotMatching("set[A-Z].*")
                .check(service);
    }

    @Test
    void every_resource_method_says_who_may_call_it() {
        methods()
                .that(describe("answer HTTP", ServiceShape::answersHttp))
                .should(be(describe("given to roles", ServiceShape::isGivenToRoles)))
                .andShould()
                .notBeAnnotatedWith(PermitAll.class)
                .check(service);
    }

    private static boolean answersHttp(JavaMethod method) {
        return method.isMetaAnnotatedWith(HttpMethod.class)
                && !method.getOwner().isInterface();
    }

    private static boolean isGivenToRoles(JavaMethod method) {
        return method.isAnnotatedWith(RolesAllowed.class) || method.getOwner().isAnnotatedWith(RolesAllowed.class);
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
                .check(service);
    }

    @Test
    void names_say_what_a_thing_is_and_not_how_it_is_built() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto)")
                .check(service);
    }
}
