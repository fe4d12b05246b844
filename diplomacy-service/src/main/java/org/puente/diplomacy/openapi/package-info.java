/** The OpenAPI document: what the annotations can't say once for all kinds of record. */
package org.puente.diplomacy.openapi;
