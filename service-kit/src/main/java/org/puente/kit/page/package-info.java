/** Lists that are read page by page. */
package org.puente.kit.page;
