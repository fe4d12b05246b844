/** What a proxy in front tells of itself. */
package org.puente.kit.forwarded;
