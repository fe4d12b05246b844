/** Calls, briefings and meetings: when, where, who, about what, with which outcome. */
package org.puente.diplomacy.engagement;
