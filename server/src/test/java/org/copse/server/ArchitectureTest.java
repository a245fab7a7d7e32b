package org.copse.server;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.copse.server.publication.Publication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** How the server hangs together. */
class ArchitectureTest {
    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.copse.server");

    @Test
    void featuresFormNoCycle() {
        slices().matching("org.copse.server.(*)..").should().beFreeOfCycles().check(SERVER);
    }

    @Test
    void whatEveryRequestMeetsKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("org.copse.server.system..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        features("permission", "secondfactor", "account", "token", "signin", "security", "page"))
                .check(SERVER);
    }

    @Test
    void securityKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.copse.server.permission..",
                        "org.copse.server.secondfactor..",
                        "org.copse.server.account..",
                        "org.copse.server.token..",
                        "org.copse.server.signin..",
                        "org.copse.server.security..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(features("page"))
                .check(SERVER);
    }

    private static String[] features(String... more) {
        String[] names = {
            "layer",
            "job",
            "scenario",
            "proposal",
            "publication",
            "inforce",
            "address",
            "lookup",
            "officer",
            "area",
            "export",
            "cli"
        };
        return Stream.concat(Arrays.stream(names), Arrays.stream(more))
                .map(name -> "org.copse.server." + name + "..")
                .toArray(String[]::new);
    }

    @Test
    void filesLeaveWithoutACommandLine() {
        noClasses()
                .that()
                .resideInAnyPackage("org.copse.server.export..", "org.copse.server.graph..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "org.copse.server.cli..")
                .check(SERVER);
    }

    @Test
    void featuresNeedNoMoreOfSecurityThanAPermission() {
        noClasses()
                .that()
                .resideInAnyPackage(features("upload", "assignment", "handover", "oversight"))
                .and()
                .resideOutsideOfPackage("org.copse.server.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.copse.server.secondfactor..", "org.copse.server.token..", "org.copse.server.signin..")
                .check(SERVER);
    }

    @Test
    void aPlanComesIntoForceThroughAdoptionAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.copse.server.adoption..", "org.copse.server.publication..")
                .should()
                .callMethodWhere(target(owner(equivalentTo(Publication.class))))
                .check(SERVER);
    }

    @Test
    void nothingIsInjectedIntoAField() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(SERVER);
        methods().should().notBeAnnotatedWith(Autowired.class).check(SERVER);
    }

    @Test
    void noFeatureCallsAnothersEndpoint() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .or()
                .areAnnotatedWith(Controller.class)
                .should()
                .notBePublic()
                .check(SERVER);
    }

    @Test
    void settingsAreRecords() {
        classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beRecords()
                .check(SERVER);
    }

    @Test
    void theCommandLineAloneStartsTheApplication() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.copse.server.cli..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.boot.SpringApplication")
                .check(SERVER);
    }
}
