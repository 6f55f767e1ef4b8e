/**
 * The administration of a running reference data plane; serves triggers of the conformance kit.
 */
package org.dpstck.reference.admin;
