/** What must hold for everything that is sent to a cluster, and a planted violation of each rule. */
package org.puente.deploy.policy;
