package org.dpstck.reference.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The response channel of one flow: what a provider has received by it, and what a consumer has yet to send.
 *
 * <p>Both are bounded; what is older gives way.
 */
public final class Responses {

    private static final int MOST = 100;

    private final Credentials credentials = Credentials.lasting();
    private final Deque<String> received = new ArrayDeque<>();
    private final Deque<String> owed = new ArrayDeque<>();
    private Optional<ResponseAddress> address = Optional.empty();

    /** The token of the provider's end of the channel. */
    public Credentials credentials() {
        return credentials;
    }

    /** Keeps a response that came in. */
    public synchronized void take(String response) {
        push(received, response);
    }

    /** What came in, oldest first. */
    public synchronized List<String> received() {
        return List.copyOf(received);
    }

    /** Tells where responses go from now on. */
    public synchronized void connectTo(ResponseAddress other) {
        address = Optional.of(other);
    }

    /** Where responses go, once a start message has told it. */
    public synchronized Optional<ResponseAddress> address() {
        return address;
    }

    /** Keeps a response that is to be sent. */
    public synchronized void owe(String response) {
        push(owed, response);
    }

    /** Takes out what is to be sent, oldest first. */
    public synchronized List<String> due() {
        List<String> due = new ArrayList<>(owed);
        owed.clear();
        return due;
    }

    private static void push(Deque<String> queue, String response) {
        if (queue.size() == MOST) {
            queue.removeFirst();
        }
        queue.addLast(response);
    }
}
