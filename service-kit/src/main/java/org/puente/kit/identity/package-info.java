/** Who a caller is: bearer tokens of an OpenID Connect provider, and nothing without one where something is written. */
package org.puente.kit.identity;
