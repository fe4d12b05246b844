package org.puente.gateway.diplomacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A party by its code. */
@Schema(hidden = true)
public record Country(String code, String name) {}
