/** The two services behind the gateway: how they are called, and what protects both sides from each other. */
package org.puente.gateway.upstream;
