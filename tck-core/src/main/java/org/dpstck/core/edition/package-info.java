/**
 * Editions of the protocol as values: operations, callbacks, messages, state machine and requirement register.
 *
 * <p>Serves every other package of the core, the suites and the command line; uses none of them. No code names an edition:
 * whatever differs between two of them stands in their folders in the {@code schemas} module.
 */
package org.dpstck.core.edition;
