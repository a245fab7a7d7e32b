package org.copse.geoimport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
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
    void readersFormNoCycle() {
        SlicesRuleDefinition.slices()
                .assignedFrom(new EachPackageOfSources())
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    private static final class EachPackageOfSources implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String name = javaClass.getPackageName();
            return name.startsWith("org.copse.geoimport.source") ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of readers";
        }
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
