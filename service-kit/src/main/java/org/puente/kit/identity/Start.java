package org.puente.kit.identity;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where every service begins: before anything is opened, not even a database, it is held against {@link TrustedIssuer}. */
@QuarkusMain
public final class Start {

    private Start() {}

    /** @param arguments those of the command line */
    public static void main(String... arguments) {
        try {
            TrustedIssuer.check(ConfigProvider.getConfig());
        } catch (ConfigurationException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        Quarkus.run(arguments);
    }
}
