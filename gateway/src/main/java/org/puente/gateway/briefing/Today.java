package org.puente.gateway.briefing;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock by which a briefing without a date is today's. */
class Today {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
