/** What only a build for benchmarks has. */
package org.puente.statistics.benchmark;
