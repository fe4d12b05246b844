/** Which slices of the data reproduce a number. */
package org.puente.statistics.figure.scope;
