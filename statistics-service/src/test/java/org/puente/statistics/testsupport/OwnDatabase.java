package org.puente.statistics.testsupport;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import org.puente.identity.TestIdentity;
import org.puente.postgres.TestDatabase;

/** For tests that leave releases and codes behind which others must not see. */
public class OwnDatabase implements QuarkusTestProfile {

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(TestDatabase.class), new TestResourceEntry(TestIdentity.class));
    }
}
