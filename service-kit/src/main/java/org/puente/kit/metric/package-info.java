/** What the services measure about their own answers, so that an objective can be watched. */
package org.puente.kit.metric;
