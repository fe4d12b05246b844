/** Releases: official files as published on a day, imported whole or not at all, and never changed afterwards. */
package org.puente.statistics.release;
