package lockstep.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** How web-ui's packages may depend on each other. */
class FeaturesTest {
    private static final JavaClasses PAGES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("lockstep.web");

    @Test
    void features_form_no_cycle() {
        slices().matching("lockstep.web.(*)..").should().beFreeOfCycles().check(PAGES);
    }

    @Test
    void pages_know_the_services_over_http_alone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("lockstep.listing..", "lockstep.evidence..", "lockstep.kit..")
                .check(PAGES);
    }
}
