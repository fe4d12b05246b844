/** Money on seven rungs, from what is asked for to what is paid, and sums that never mix or double it. */
package org.puente.diplomacy.money;
