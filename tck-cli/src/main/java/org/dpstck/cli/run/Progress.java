package org.dpstck.cli.run;

import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.core.junit.RunObserver;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.verdict.CaseResult;

/** Shows how a run goes. */
interface Progress extends RunObserver {

    /**
     * The way of showing that suits the output.
     *
     * @param total how many cases there are, those that do not run included
     */
    static Progress of(RunRequest.Detail detail, Surroundings surroundings, Palette palette, int total) {
        if (detail == RunRequest.Detail.QUIET || detail == RunRequest.Detail.NOTHING) {
            return new Silent();
        }
        var everyCase = detail == RunRequest.Detail.VERBOSE;
        var tally = new Tally(total);
        return surroundings.tty().out()
                ? new ProgressBar(surroundings, palette, tally, everyCase)
                : new ProgressLines(surroundings.out(), palette, tally, everyCase);
    }

    /** Says what is about to run. */
    void begin(String headline);

    /** Called about twice a second, for what has to be shown although no case ends. */
    void tick();

    /** Runs something that writes on the terminal itself. */
    void aside(Runnable action);

    /** Ends the showing; nothing is written afterwards. */
    void end();

    /** Shows nothing. */
    final class Silent implements Progress {

        @Override
        public void begin(String headline) {
            // Quiet.
        }

        @Override
        public void started(CaseSpec spec) {
            // Quiet.
        }

        @Override
        public void ended(CaseResult result) {
            // Quiet.
        }

        @Override
        public void tick() {
            // Quiet.
        }

        @Override
        public synchronized void aside(Runnable action) {
            action.run();
        }

        @Override
        public void end() {
            // Quiet.
        }
    }
}
