/** All of Puente on one machine: an own PostgreSQL and the services as the processes they are in production. */
package org.puente.localstack;
