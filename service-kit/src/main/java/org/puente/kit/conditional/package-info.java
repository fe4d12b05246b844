/** Entity tags and freshness of what is read, so that an unchanged answer is not sent twice. */
package org.puente.kit.conditional;
