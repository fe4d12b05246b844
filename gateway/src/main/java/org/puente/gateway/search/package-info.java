/** One search over both contexts. */
package org.puente.gateway.search;
