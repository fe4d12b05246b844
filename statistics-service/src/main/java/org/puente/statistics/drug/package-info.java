/** Drug seizures by US Customs and Border Protection, in pounds and events, as series. */
package org.puente.statistics.drug;
