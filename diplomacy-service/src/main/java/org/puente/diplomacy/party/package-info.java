/** Parties (states and institutions) and the officials who act for them. */
package org.puente.diplomacy.party;
