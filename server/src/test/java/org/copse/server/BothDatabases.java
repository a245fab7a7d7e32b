package org.copse.server;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** What {@link OnBothDatabases} does. */
final class BothDatabases implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
            ExtensionContext context) {
        return Stream.of(TestDatabase.Product.values()).map(OneDatabase::new);
    }

    private static final class OneDatabase
            implements ClassTemplateInvocationContext,
                    ParameterResolver,
                    TestInstancePreConstructCallback,
                    AfterClassTemplateInvocationCallback {
        private final TestDatabase.Product product;
        private @Nullable TestDatabase database;

        OneDatabase(TestDatabase.Product product) {
            this.product = product;
        }

        @Override
        public String getDisplayName(int invocationIndex) {
            return product.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
            database();
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return database();
        }

        @Override
        public void afterClassTemplateInvocation(ExtensionContext context) {
            TestDatabase made = database;
            if (made != null) {
                made.close();
            }
        }

        private TestDatabase database() {
            TestDatabase made = database;
            if (made == null) {
                if (!product.available() && !"true".equals(System.getenv("CI"))) {
                    Assumptions.abort("Skipped on " + product + ": " + TestDatabase.POSTGIS_VARIABLE + " is not set");
                }
                made = TestDatabase.create(product);
                database = made;
            }
            return made;
        }
    }
}
