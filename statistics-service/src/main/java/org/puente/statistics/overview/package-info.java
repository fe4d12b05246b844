/** What a dataset holds and how it stands: the month at a glance, its codes, and what a filter leaves of it. */
package org.puente.statistics.overview;
