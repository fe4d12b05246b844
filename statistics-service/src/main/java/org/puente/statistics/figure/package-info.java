/** The ledger of figures as people said them, with the verdict of the official data on each. */
package org.puente.statistics.figure;
