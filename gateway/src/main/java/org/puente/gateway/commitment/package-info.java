/** Whether the number that a commitment is measured by says that it is kept. */
package org.puente.gateway.commitment;
