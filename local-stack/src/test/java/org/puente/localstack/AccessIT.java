package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.puente.identity.Forged;
import org.puente.identity.Tokens;
import org.puente.localstack.Documented.Operation;

/** Who may call what, against the table in {@code docs/security.md}. */
@ExtendWith(RunningStack.class)
class AccessIT {

    private static final Path TABLE = Path.of(System.getProperty("puente.project", ".."), "docs", "security.md");
    private static final String EVERYBODY = "everybody";
    private static final List<String> SERVICES = List.of("statistics-service", "diplomacy-service");

    @Test
    void everyDocumentedOperationHasARowAndEveryRowAnOperation(Stack stack) throws Exception {
        Set<String> documented = new TreeSet<>();
        for (String service : SERVICES) {
            Documented.by(stack.part(service)).forEach(operation -> documented.add(operation.name()));
        }
        operations(stack.part("gateway")).forEach(operation -> documented.add(served(operation)));
        assertThat(documented).containsExactlyInAnyOrderElementsOf(table().keySet());
    }

    @Test
    void oneDocumentNamesTheRolesOfTheTable(Stack stack) throws Exception {
        Map<String, Set<String>> expected = new TreeMap<>();
        Map<String, Set<String>> found = new TreeMap<>();
        for (Operation operation : Documented.by(stack.part("gateway"))) {
            String who = table().getOrDefault(served(operation), "nobody: no row");
            expected.put(operation.name(), who.equals(EVERYBODY) ? Set.of() : Set.of(who.split(", ")));
            found.put(operation.name(), operation.roles());
        }
        assertThat(found).isNotEmpty().containsExactlyEntriesOf(expected);
    }

    @Test
    void everyOperationOfTheStatisticsServiceIsOpenToThoseInTheTableAlone(Stack stack) throws Exception {
        compare(stack.part("statistics-service"));
    }

    @Test
    void everyOperationOfTheDiplomacyServiceIsOpenToThoseInTheTableAlone(Stack stack) throws Exception {
        compare(stack.part("diplomacy-service"));
    }

    @Test
    void everyOperationOfTheGatewayIsOpenToThoseInTheTableAlone(Stack stack) throws Exception {
        compare(stack.part("gateway"));
    }

    private static void compare(Part part) throws Exception {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        Map<String, String> credentials = credentials();
        for (Operation operation : operations(part)) {
            String who = table().getOrDefault(served(operation), "nobody: no row");
            for (Map.Entry<String, String> credential : credentials.entrySet()) {
                String call = operation.name() + " with " + credential.getKey();
                expected.put(call, verdict(who, credential.getKey()));
                int status = status(part, operation, credential.getValue());
                found.put(call, status == 401 || status == 403 ? Integer.toString(status) : "open");
            }
        }
        assertThat(found).isNotEmpty().containsExactlyEntriesOf(expected);
    }

    /** Those that a part documents, and GraphQL, which has a schema of its own. */
    private static List<Operation> operations(Part part) throws IOException, InterruptedException {
        List<Operation> operations = new ArrayList<>(Documented.by(part));
        if (part.name().equals("gateway")) {
            operations.add(new Operation("POST", "/graphql", "application/json", List.of(), Set.of(), Set.of()));
            operations.add(new Operation("GET", "/graphql/schema.graphql", null, List.of(), Set.of(), Set.of()));
        }
        return operations;
    }

    private static String verdict(String who, String credential) {
        boolean forged =
                Arrays.stream(Forged.values()).anyMatch(one -> one.name().equals(credential));
        if (forged) {
            return "401";
        }
        List<String> roles = List.of(who.split(", "));
        if (roles.contains(EVERYBODY) || roles.contains(credential)) {
            return "open";
        }
        return credential.equals("no token") ? "401" : "403";
    }

    private static Map<String, String> credentials() {
        Map<String, String> credentials = new LinkedHashMap<>();
        credentials.put("no token", null);
        for (Forged forged : Forged.values()) {
            credentials.put(forged.name(), forged.token(Identity.ROLES.toArray(String[]::new)));
        }
        Identity.ROLES.forEach(role -> credentials.put(role, Tokens.of(role)));
        return credentials;
    }

    /** Asks for what isn't there with a body that says nothing, so that nothing is changed by those who may. */
    private static int status(Part part, Operation operation, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(part.address() + operation.filled("nothing")))
                .method(
                        operation.method(),
                        operation.mediaType() == null ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        if (operation.mediaType() != null) {
            request.header("Content-Type", operation.mediaType());
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = Documented.HTTP.send(request.build(), BodyHandlers.ofString());
        boolean challenged = answer.headers().firstValue("WWW-Authenticate").isPresent();
        assertThat(challenged).as(operation.name()).isEqualTo(answer.statusCode() == 401);
        return answer.statusCode();
    }

    /** The gateway passes {@code /api/v1/releases} through to {@code /v1/releases}; the table has one row for both. */
    private static String served(Operation operation) {
        return operation.name().replace(" /api/v1/", " /v1/");
    }

    /** Who may call each operation: rows such as {@code | `POST /v1/releases` | statistics-publisher, admin |}. */
    private static Map<String, String> table() throws IOException {
        Map<String, String> table = new TreeMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            List<String> cells = new ArrayList<>(List.of(line.split("\\|")));
            if (cells.size() == 3 && cells.get(1).strip().startsWith("`")) {
                table.put(cells.get(1).strip().replace("`", ""), cells.get(2).strip());
            }
        }
        return table;
    }
}
