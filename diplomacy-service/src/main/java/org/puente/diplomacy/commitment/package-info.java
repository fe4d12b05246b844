/** What parties owe each other under agreements, and how well they keep it. */
package org.puente.diplomacy.commitment;
