/** How an official file becomes a release: received, unpacked, read, checked and stored, all of it or nothing. */
package org.puente.statistics.intake;
