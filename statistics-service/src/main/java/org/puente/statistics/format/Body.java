package org.puente.statistics.format;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * A finished body and what the headers say about it.
 *
 * @param permanent whether it can never change
 */
record Body(byte[] bytes, MediaType type, EntityTag tag, List<String> links, boolean permanent) {}
