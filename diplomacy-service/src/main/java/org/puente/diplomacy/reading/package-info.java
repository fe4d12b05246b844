/** Reading records: through a lens on both clocks, filtered, sorted, paged, with what they are linked to. */
package org.puente.diplomacy.reading;
