/** Reads and writes of both services under the gateway's address, streamed both ways. */
package org.puente.gateway.passthrough;
