/** What a request may weigh, and what happens to those that no one answers. */
package org.puente.kit.limit;
