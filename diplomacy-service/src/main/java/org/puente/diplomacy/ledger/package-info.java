/** Versions of records on two clocks, and the editorial way from draft to public. */
package org.puente.diplomacy.ledger;
