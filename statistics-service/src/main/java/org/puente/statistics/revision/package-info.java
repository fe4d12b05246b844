/** Revisions: which cells two releases give differently. */
package org.puente.statistics.revision;
