/** What every kind of record has in common: a document, its links, its dates, and the rules that it keeps. */
package org.puente.diplomacy.record;
