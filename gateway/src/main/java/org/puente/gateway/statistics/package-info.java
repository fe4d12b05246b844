/** What the gateway asks of the statistics service, and the fields that it reads of the answers. */
package org.puente.gateway.statistics;
