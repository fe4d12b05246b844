/** Both ledgers as they stood on a day: what was known of the numbers, and what was agreed. */
package org.puente.gateway.knownon;
