/** Holds the manifests against the Kubernetes model, against a policy, and against the services they start. */
package org.puente.deploy;
