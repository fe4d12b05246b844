/** Who someone is where no identity provider is at hand: on one machine, and in tests. */
package org.puente.identity;
