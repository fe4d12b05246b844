/** What happened, each entry beside the figure of its month. */
package org.puente.gateway.timeline;
