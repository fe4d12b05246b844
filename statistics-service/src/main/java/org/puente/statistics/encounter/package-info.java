/** Encounters of people by US Customs and Border Protection, as series. */
package org.puente.statistics.encounter;
