/**
 * The cases that judge a control plane, by the sections of the documents.
 *
 * <p>Serves the suite; uses {@code flow} and the core.
 */
package org.dpstck.controlplane.cases;
