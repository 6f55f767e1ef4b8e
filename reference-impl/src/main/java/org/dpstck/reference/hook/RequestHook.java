package org.dpstck.reference.hook;

import org.dpstck.reference.http.Request;

/** Puts another request in the place of one that has just been read, before it is routed. */
@FunctionalInterface
public interface RequestHook extends Hook {

    /** Returns the request to serve. */
    Request received(Request request);
}
