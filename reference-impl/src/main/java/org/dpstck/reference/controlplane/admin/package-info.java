/**
 * Administration of a control plane, outside any protocol; serves operators and tests.
 */
package org.dpstck.reference.controlplane.admin;
