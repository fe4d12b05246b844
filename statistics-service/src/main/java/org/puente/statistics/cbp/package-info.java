/** The files that US Customs and Border Protection publishes: their headers, spellings and lines. */
package org.puente.statistics.cbp;
