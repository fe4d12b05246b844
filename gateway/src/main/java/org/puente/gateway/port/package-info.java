/** A port of entry: what was closed there, and what was counted around it. */
package org.puente.gateway.port;
