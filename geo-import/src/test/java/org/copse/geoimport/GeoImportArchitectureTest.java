package org.copse.geoimport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class GeoImportArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.copse.geoimport");

    @Test
    void knowsNoServerAndNoWeb() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.copse.server..", "org.springframework..", "jakarta.servlet..")
                .check(CLASSES);
    }

    @Test
    void speaksSqlToGeoPackagesOnly() {
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("GeoPackage")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.h2..")
                .check(CLASSES);
    }

    @Test
    void judgesNothingWhileReading() {
        noClasses()
                .that()
                .resideInAPackage("..source..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..clean..", "..adjacency..", "..territory..", "..district..")
                .check(CLASSES);
    }

    @Test
    void readsPolicingsFilesWithoutPlanning() {
        noClasses()
                .that()
                .resideInAnyPackage("..source..", "..clean..", "..report..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.copse.planning..")
                .check(CLASSES);
    }
}
