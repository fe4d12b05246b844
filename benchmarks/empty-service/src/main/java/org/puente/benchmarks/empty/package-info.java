/** A service that has the extensions of a real one, starts them, and does nothing. */
package org.puente.benchmarks.empty;
