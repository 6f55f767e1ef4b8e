/** The command line as a user meets it: what it prints, what it answers, what it leaves behind. */
package org.dpstck.cli;
