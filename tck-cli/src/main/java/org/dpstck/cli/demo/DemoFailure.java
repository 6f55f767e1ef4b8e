package org.dpstck.cli.demo;

/** The demonstration cannot go on; the message says in one line what did not happen. */
final class DemoFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }
}
