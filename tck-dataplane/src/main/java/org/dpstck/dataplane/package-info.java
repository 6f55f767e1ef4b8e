/**
 * The suite that judges a data plane.
 *
 * <p>Cases are in {@code cases}, written to be read beside the document; how they drive a data flow is in {@code flow}, how
 * they look at what came back in {@code check}. Uses the core; is used by the command line through its service entry only.
 */
package org.dpstck.dataplane;
