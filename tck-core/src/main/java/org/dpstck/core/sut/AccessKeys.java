package org.dpstck.core.sut;

/** Keys of the description about the data that a system gives out. */
final class AccessKeys {

    static final Key DATASET =
            text("dataset", "A dataset of little data, for the capability data-access; ids.dataset when absent.");
    static final Key STREAM = text("stream", "A dataset without an end, for the capability data-access.");
    static final Key REQUEST =
            text("request", "Path and query below the endpoint of a pull; its data shows every {marker} of them.");

    private AccessKeys() {}

    private static Key text(String name, String help) {
        return Key.optional("dataAccess." + name, Key.Type.TEXT, "", help);
    }
}
