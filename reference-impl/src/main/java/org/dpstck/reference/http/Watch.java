package org.dpstck.reference.http;

import java.util.function.Consumer;

/**
 * Somebody who looks on at one of several planes.
 *
 * @param name of the plane, which it also calls itself in {@code User-Agent}
 * @param onlooker is told of every exchange once it has ended, on the threads of the server, and must not block
 */
public record Watch(String name, Consumer<Sighting> onlooker) {}
