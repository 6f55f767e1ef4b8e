/**
 * Three extensions that Eclipse EDC loads by itself. They change where it listens, what its vault holds and when it ends,
 * and nothing of what it answers; they use the interfaces of EDC and the JDK alone.
 */
package org.dpstck.interop.edc;
