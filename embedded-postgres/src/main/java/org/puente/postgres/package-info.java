/** A real PostgreSQL server that comes as a Maven artifact: no installation, no container engine. */
package org.puente.postgres;
