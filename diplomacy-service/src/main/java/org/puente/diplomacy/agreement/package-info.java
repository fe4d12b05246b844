/** Agreements, their status on any day, derived from dated party actions, and their lineage. */
package org.puente.diplomacy.agreement;
