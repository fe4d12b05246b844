/** The calendars that border statistics are published in: months, US fiscal years and their quarters. */
package org.puente.statistics.calendar;
