/** The data that ship with the service, and whether the database has them already. */
package org.puente.statistics.shipped;
