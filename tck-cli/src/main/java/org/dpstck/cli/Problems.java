package org.dpstck.cli;

import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.UsageException;
import org.dpstck.core.standin.StandInException;
import org.dpstck.core.sut.ConfigurationException;
import org.dpstck.reference.ReferenceStartException;

/** What keeps a command from being done and that its user can change. */
final class Problems {

    private Problems() {}

    /** Whether it is for the user, rather than a defect of this kit. */
    static boolean isOfUser(Exception e) {
        return e instanceof UsageException
                || e instanceof ConfigurationException
                || e instanceof StandInException
                || e instanceof ReferenceStartException;
    }

    /** Tells it in its own words; returns the exit code. */
    static int tell(Exception e, String command, Surroundings surroundings) {
        surroundings.complain("dps-tck " + command + ": " + e.getMessage());
        return ExitCode.USAGE;
    }
}
