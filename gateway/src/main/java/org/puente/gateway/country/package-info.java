/** A country on one page: its people at the border, the agreements that name it, and what is said about it. */
package org.puente.gateway.country;
