/** Everything dated, in one order: engagements, party actions, port measures, assessments and events. */
package org.puente.diplomacy.timeline;
