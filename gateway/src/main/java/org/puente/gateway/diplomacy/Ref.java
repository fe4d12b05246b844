package org.puente.gateway.diplomacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A linked record. */
@Schema(name = "Reference", description = "A linked record")
public record Ref(String slug, String title) {}
