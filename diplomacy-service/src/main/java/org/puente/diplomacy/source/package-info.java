/** What everything else refers to: the sources that say it and the topics that it is about. */
package org.puente.diplomacy.source;
