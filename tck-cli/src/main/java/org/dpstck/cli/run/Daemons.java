package org.dpstck.cli.run;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Threads that never keep the process alive. */
public final class Daemons {

    private Daemons() {}

    /** Starts a thread of its own for a task. */
    public static Thread start(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** A clock whose tasks run one after the other. */
    static ScheduledExecutorService clock(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
