/** The explorer page at {@code /}, whose sources stand in {@code src/main/resources/web}. */
package org.puente.gateway.page;
