/** Who asks or offers what of whom, and in return for what. */
package org.puente.diplomacy.position;
