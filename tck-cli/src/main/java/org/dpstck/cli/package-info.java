/**
 * The command {@code dps-tck}: what a user types, and what the process answers with.
 *
 * <p>Serves nobody; may use everything. A command reads its options and hands over to the other packages.
 */
package org.dpstck.cli;
