/** How series leave the service: the formats, and the HTTP rules that all of them share. */
package org.puente.statistics.format;
