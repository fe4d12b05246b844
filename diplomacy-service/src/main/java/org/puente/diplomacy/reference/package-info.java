/** The reference data that ships with the service. */
package org.puente.diplomacy.reference;
