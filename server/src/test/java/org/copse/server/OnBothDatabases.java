package org.copse.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class twice, on H2GIS and on PostGIS, each time with a migrated database of its own, which the class
 * takes as a constructor parameter of type {@link TestDatabase}. The database is made once per class and product, so its tests
 * share what they store.
 *
 * <p>PostGIS is found through {@code COPSE_TEST_POSTGIS}, the JDBC URL of a cluster's maintenance database. Where that
 * is not set the PostGIS run is skipped by name; under {@code CI=true} it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(BothDatabases.class)
public @interface OnBothDatabases {}
