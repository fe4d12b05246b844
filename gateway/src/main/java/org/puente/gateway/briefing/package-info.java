/** The state of things on a date: the newest official month, what was agreed, who met. */
package org.puente.gateway.briefing;
