/** What is counted, and by which dimensions and codes it can be sliced. */
package org.puente.statistics.dataset;
