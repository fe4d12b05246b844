/** Full-text search over everything, in English and Spanish, accents ignored. */
package org.puente.diplomacy.search;
