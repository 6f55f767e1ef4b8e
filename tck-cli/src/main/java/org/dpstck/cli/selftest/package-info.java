/**
 * Judges the suite instead of a system: it has to find every fault of the reference data plane and to flag no variant.
 *
 * <p>Serves the command {@code self-test} and the tests of the build. May use the core, the reference implementation and
 * the description of the bundled reference data plane.
 */
package org.dpstck.cli.selftest;
