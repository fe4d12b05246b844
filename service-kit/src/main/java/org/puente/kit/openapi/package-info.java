/** What the OpenAPI documents of all services need beyond annotations. */
package org.puente.kit.openapi;
