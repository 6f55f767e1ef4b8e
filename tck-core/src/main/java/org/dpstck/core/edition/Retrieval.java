package org.dpstck.core.edition;

/**
 * Something that a data plane may ask of the control plane.
 *
 * @param name like {@code agreement}
 * @param method HTTP method
 * @param path below the callback address, with the placeholder {@code {transferId}}
 * @param section heading of the document
 * @param anchor fragment of the heading
 * @param message name of the message that answers it
 */
public record Retrieval(String name, String method, String path, String section, String anchor, String message) {

    @Override
    public String toString() {
        return name;
    }
}
