/** The packaged services, run as the manifests say: with their settings, their roles, their way to stop. */
package org.puente.deploy.run;
