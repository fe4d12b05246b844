/** Sentences that answers carry for people, with what a client needs to say them in another language. */
package org.puente.kit.wording;
