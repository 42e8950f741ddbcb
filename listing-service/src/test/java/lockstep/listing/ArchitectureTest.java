package lockstep.listing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.containAnyMethodsThat;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.util.List;
import lockstep.listing.proposal.PackageEffects;
import org.junit.jupiter.api.Test;

/** The service's shape: what may know what, and how things are called. */
class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("lockstep.listing");
    private static final List<Class<? extends Annotation>> VERBS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    @Test
    void features_form_no_cycle() {
        slices().matching("lockstep.listing.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void nothing_depends_on_the_web_layer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("lockstep.listing..web..")
                .check(SERVICE);
    }

    @Test
    void only_the_web_layer_speaks_http() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .and()
                .haveNameNotMatching("lockstep\\.listing\\.evidence\\.EvidenceFor(Caller|Service)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(SERVICE);
    }

    @Test
    void an_entity_knows_neither_container_nor_framework() {
        noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta.enterprise..", "jakarta.inject..", "jakarta.transaction..")
                .check(SERVICE);
    }

    @Test
    void every_resource_method_says_who_may_call_it() {
        methods()
                .that(describe("answer HTTP", ArchitectureTest::answersHttp))
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .andShould()
                .notBeAnnotatedWith(PermitAll.class)
                .check(SERVICE);
    }

    private static boolean answersHttp(JavaMethod method) {
        return method.getOwner().getPackageName().endsWith(".web")
                && VERBS.stream().anyMatch(method::isAnnotatedWith);
    }

    @Test
    void only_deciding_moves_a_proposal_from_outside() {
        classes()
                .that()
                .areAssignableTo(PackageEffects.class)
                .should()
                .onlyBeAccessed()
                .byAnyPackage("lockstep.listing.decision", "lockstep.listing.proposal")
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
    void names_say_what_a_thing_is_and_not_how_it_is_built() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .check(SERVICE);
    }
}
