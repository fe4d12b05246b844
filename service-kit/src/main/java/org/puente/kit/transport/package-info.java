/** What browsers and connections are told: encryption, certificates, what an answer may load. */
package org.puente.kit.transport;
