package org.dpstck.cli.console;

/** What happens when the process is asked to end: Ctrl-C, SIGTERM. */
public interface ShutdownHooks {

    /**
     * Has something done when the process is asked to end.
     *
     * @param action must end within seconds: the process waits for it
     * @return takes the action back
     */
    Registration register(Runnable action);

    /** An action that is registered. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** The hooks of this Java virtual machine. */
    static ShutdownHooks ofProcess() {
        return action -> {
            var hook = new Thread(action, "dps-tck-shutdown");
            var runtime = Runtime.getRuntime();
            try {
                runtime.addShutdownHook(hook);
            } catch (IllegalStateException tooLate) {
                hook.start();
            }
            return () -> {
                try {
                    runtime.removeShutdownHook(hook);
                } catch (IllegalStateException going) {
                    // The process is ending: the action is running or has run.
                    return;
                }
            };
        };
    }

    /** Nothing ever ends the process from outside. */
    static ShutdownHooks none() {
        return action -> () -> {};
    }
}
