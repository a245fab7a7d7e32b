package org.copse.statistics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Safeguard 1: no attribute of a population and no place of worship reaches a hotspot, because no signature has room for one. */
class StatisticsArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.copse.statistics");

    /** What may come in beside this module's own types: numbers, shapes, and lists of shapes. */
    private static final Set<String> ALLOWED =
            Set.of("int", "long", "double", "boolean", "java.util.List", Geometry.class.getName());

    @Test
    void dependsOnTheJdkAndJtsOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.copse.statistics..", "java..", "org.locationtech.jts..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void readsNoFileAndNoNetwork() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.copse.statistics.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void takesCountsExposureAndPositionsOnly() {
        List<String> others = CLASSES.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> Stream.concat(type.getMethods().stream(), type.getConstructors().stream()))
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC) && !isOfEveryObject(unit))
                .flatMap(unit -> unit.getParameterTypes().stream()
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !ALLOWED.contains(type.getName())
                                && !type.getPackageName().startsWith("org.copse.statistics"))
                        .map(type -> unit.getFullName() + " takes " + type.getName()))
                .toList();
        assertThat(others).isEmpty();
    }

    /** A JTS geometry can carry an object of its owner. */
    @Test
    void looksAtNoGeometrysUserData() {
        noClasses().should().callMethod(Geometry.class, "getUserData").check(CLASSES);
    }

    private static boolean isOfEveryObject(JavaCodeUnit unit) {
        return unit.getName().equals("equals") || unit.getName().equals("valueOf");
    }

    @Test
    void hasNoFieldForWordsAboutPeople() {
        List<String> texts = CLASSES.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> involves(field.getType(), "java.lang.String"))
                .map(field -> field.getFullName())
                .toList();
        assertThat(texts).isEmpty();
    }

    private static boolean involves(JavaType type, String name) {
        return type.getAllInvolvedRawTypes().stream()
                .anyMatch(raw -> raw.getBaseComponentType().getName().equals(name));
    }
}
