/** One error shape for every service: problem details as RFC 9457 defines them. */
package org.puente.kit.problem;
