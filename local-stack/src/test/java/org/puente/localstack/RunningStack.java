package org.puente.localstack;

import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.puente.identity.SigningKey;
import org.puente.identity.Tokens;

/**
 * The whole of Puente for tests: the packaged services on an empty PostgreSQL, on free ports, started once for all test
 * classes of a build and stopped after the last.
 *
 * <pre>{@code
 * @ExtendWith(RunningStack.class)
 * class BriefingIT {
 *     @Test
 *     void theBriefingNamesWhatIsMissing(Stack stack) {
 *         stack.part("diplomacy-service").stop();              // or send("KILL"), or send("STOP") to make it hang
 *         … stack.part("gateway").address() + "/api/v1/briefing" …
 *     }
 * }
 * }</pre>
 *
 * The parts are {@code gateway}, {@code statistics-service}, {@code diplomacy-service} and {@code database}; what
 * {@link Part#start()}, {@link Part#stop()} and {@link Part#send(String)} do to them is undone after each test. What a test
 * writes stays for the tests after it. {@link Tokens} are believed by it. Logs are in {@code local-stack/target/stack/logs}. The services must be packaged:
 * {@code mvn -pl local-stack -am verify}.
 */
public final class RunningStack implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

    private static final int TRIES = 100;

    private record Started(Stack stack) implements AutoCloseable {

        static Started now() {
            try {
                Workspace workspace =
                        new Workspace(Path.of(System.getProperty("puente.project", "..")), Path.of("target", "stack"));
                Stack.endLeftovers(workspace, System.out);
                FileUtils.deleteDirectory(workspace.postgresData().toFile());
                Stack stack = new Stack(workspace, freePorts(), System.out);
                Runtime.getRuntime().addShutdownHook(new Thread(stack::stop));
                stack.start();
                Tokens.signWith(SigningKey.at(workspace.signingKey()));
                return new Started(stack);
            } catch (Exception e) {
                throw new IllegalStateException("the stack did not start", e);
            }
        }

        @Override
        public void close() {
            stack.stop();
        }
    }

    /** Below the range from which the system hands out ports by itself. */
    static Ports freePorts() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 31_000))
                .limit(TRIES)
                .mapToObj(Ports::new)
                .filter(Ports::areFree)
                .findFirst()
                .orElseThrow();
    }

    private static Stack stack(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Started.class, type -> Started.now(), Started.class)
                .stack();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        stack(context);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (Part part : stack(context).parts()) {
            part.send("CONT");
            if (!part.isAlive()) {
                part.start();
            }
            part.awaitReady();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stack(context);
    }
}
