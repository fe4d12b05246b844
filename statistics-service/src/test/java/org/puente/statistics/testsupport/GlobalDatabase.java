package org.puente.statistics.testsupport;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import org.puente.postgres.TestDatabase;

/** One PostgreSQL for all tests of this service that run in the default profile. */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
final class GlobalDatabase {

    private GlobalDatabase() {}
}
