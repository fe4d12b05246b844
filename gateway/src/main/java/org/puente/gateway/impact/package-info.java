/** What changed after an agreement, and what else happened meanwhile. */
package org.puente.gateway.impact;
