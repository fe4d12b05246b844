/** The read model: the cells of one release as columns in memory, loaded from PostgreSQL once and never changed. */
package org.puente.statistics.cube;
