/**
 * Data flows and the state machine of the specification; serves every other package and uses none of them.
 */
package org.dpstck.reference.flow;
