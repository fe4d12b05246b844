/** One OpenAPI document over the gateway and both services. */
package org.puente.gateway.openapi;
