package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class RunningStackIT {

    /** Twice, since the second time shows that the first was undone. */
    @RepeatedTest(2)
    void aStoppedPartIsBackInTheNextTest(Stack stack) {
        Part gateway = stack.part("gateway");
        assertThat(gateway.isReady()).isTrue();

        gateway.stop();

        assertThat(gateway.isReady()).isFalse();
    }

    @RepeatedTest(2)
    void aSuspendedPartHangsUntilItIsResumed(Stack stack) throws Exception {
        Part diplomacy = stack.part("diplomacy-service");
        assertThat(diplomacy.isReady()).isTrue();

        diplomacy.send("STOP");
        assertThat(diplomacy.isReady()).isFalse();

        diplomacy.send("CONT");
        diplomacy.awaitReady();
    }

    @Test
    void theDatabaseComesBackUnderRunningServices(Stack stack) throws Exception {
        Part database = stack.part("database");

        database.stop();
        assertThat(stack.part("statistics-service").isReady()).isFalse();

        database.start();
        database.awaitReady();
        stack.part("statistics-service").awaitReady();
    }
}
