package org.puente.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Lets a nullable reference be null. It is written as "this schema or null" ({@code anyOf}), but the generator adds the type
 * of the schema beside it, which forbids null again.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class NullableReferences implements OASFilter {

    @Override
    public Schema filterSchema(Schema schema) {
        boolean orNull = schema.getAnyOf() != null
                && schema.getAnyOf().stream()
                        .anyMatch(option ->
                                option.getType() != null && option.getType().contains(SchemaType.NULL));
        if (orNull) {
            schema.setType(null);
        }
        return schema;
    }
}
