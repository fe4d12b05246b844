/** The same reads as one graph, so that a page takes one request. */
package org.puente.gateway.graphql;
