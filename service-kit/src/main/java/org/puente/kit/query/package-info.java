/** Query parameters: what a resource doesn't know is an error, not a silent default. */
package org.puente.kit.query;
