package org.dpstck.core.exchange;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Requests that are on their way at the same time. */
public final class Simultaneous {

    private Simultaneous() {}

    /**
     * Sends all of them at once, each from a thread of its own, and marks them; a record answers one after the other.
     *
     * @param journal that the requests are recorded in
     * @param requests to send
     * @return the answers, in the order of the requests
     */
    public static List<Reply> replies(Journal journal, List<Supplier<Reply>> requests) {
        if (journal.tape().isPresent()) {
            return requests.stream().map(Supplier::get).toList();
        }
        var together = journal.together();
        var name = together.next();
        var pending = requests.stream()
                .map(request -> CompletableFuture.supplyAsync(together.as(name, request), Simultaneous::apart))
                .toList();
        return pending.stream().map(CompletableFuture::join).toList();
    }

    private static void apart(Runnable task) {
        var thread = new Thread(task, "dps-tck-simultaneous");
        thread.setDaemon(true);
        thread.start();
    }
}
