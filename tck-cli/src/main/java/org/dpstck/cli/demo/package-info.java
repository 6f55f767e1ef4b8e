/**
 * The demonstration: two participants, real transfers between them, and a picture of what they exchanged.
 *
 * <p>Serves the command of that name; uses the reference planes, the wire and the editions of the core, and the console.
 */
package org.dpstck.cli.demo;
