/** What changed after a date: seasonally honest comparisons, and a refusal where the data can't carry one. */
package org.puente.statistics.change;
