/** Ratios of speed and memory: the cubes against PostgreSQL, and the service against the least it could do. */
package org.puente.benchmarks;
