package org.puente.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/**
 * Says which roles an operation takes, any of them. The generator lists them like scopes of the security scheme, which a
 * bearer token has none of, so that tools complain; and all of them, where one is enough.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = RolesInWords.LAST)
public class RolesInWords implements OASFilter {

    /** After all that write descriptions and roles (1), and beside none. */
    static final int LAST = EveryAnswer.LAST - 1;

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getSecurity() == null) {
            return operation;
        }
        Set<String> roles = new LinkedHashSet<>();
        List<SecurityRequirement> requirements = new ArrayList<>();
        for (SecurityRequirement requirement : operation.getSecurity()) {
            SecurityRequirement plain = OASFactory.createSecurityRequirement();
            requirement.getSchemes().forEach((scheme, names) -> {
                roles.addAll(names);
                plain.addScheme(scheme);
            });
            requirements.add(plain);
        }
        if (!roles.isEmpty()) {
            operation.setSecurity(requirements);
            operation.addExtension("x-roles", List.copyOf(roles));
            operation.setDescription(
                    (operation.getDescription() == null ? "" : operation.getDescription() + "\n\n") + words(roles));
        }
        return operation;
    }

    private static String words(Set<String> roles) {
        return roles.stream()
                .map(role -> "`" + role + "`")
                .collect(Collectors.joining(" or ", "Needs a token with the role ", "."));
    }
}
