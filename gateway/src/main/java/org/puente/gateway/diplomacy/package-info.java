/** What the gateway asks of the diplomacy service, and the fields that it reads of the answers. */
package org.puente.gateway.diplomacy;
