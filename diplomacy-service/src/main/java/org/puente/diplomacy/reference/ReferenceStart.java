package org.puente.diplomacy.reference;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;

class ReferenceStart {

    void load(@Observes StartupEvent start, ReferenceData data) {
        data.load();
    }
}
