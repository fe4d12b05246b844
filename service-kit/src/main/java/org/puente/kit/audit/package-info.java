/** A record of every write in the database that owns what was written: who, what, when, from where, with which result. */
package org.puente.kit.audit;
