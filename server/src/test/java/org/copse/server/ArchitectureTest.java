package org.copse.server;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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

    /** Who somebody is and what they may do. Whatever else stands beside it is a feature. */
    private static final String[] SECURITY = Stream.of(
                    "permission", "secondfactor", "account", "token", "signin", "security")
            .map(name -> "org.copse.server." + name + "..")
            .toArray(String[]::new);

    @Test
    void featuresFormNoCycle() {
        slices().matching("org.copse.server.(*)..").should().beFreeOfCycles().check(SERVER);
    }

    @Test
    void whatEveryRequestMeetsKnowsNoFeature() {
        classes()
                .that()
                .resideInAPackage("org.copse.server.system..")
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("org.copse.server..").or(resideInAPackage("org.copse.server.system..")))
                .check(SERVER);
    }

    @Test
    void securityKnowsNoFeature() {
        classes()
                .that()
                .resideInAnyPackage(SECURITY)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("org.copse.server..")
                        .or(resideInAnyPackage(SECURITY))
                        .or(resideInAnyPackage("org.copse.server.system..", "org.copse.server.audit..")))
                .check(SERVER);
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
                .resideOutsideOfPackages(SECURITY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.copse.server.secondfactor..",
                        "org.copse.server.token..",
                        "org.copse.server.signin..",
                        "org.copse.server.security..")
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
