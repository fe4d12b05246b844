/** Land ports of entry and the measures that close, limit and reopen them. */
package org.puente.diplomacy.port;
