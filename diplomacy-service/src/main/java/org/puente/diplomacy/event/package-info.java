/** Dated context that belongs to no agreement: a policy ends, a caravan sets out. */
package org.puente.diplomacy.event;
