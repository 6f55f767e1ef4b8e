package org.dpstck.core.edition;

import java.util.Map;

/**
 * How a control plane registers itself at a data plane, in editions whose messages carry no callback address.
 *
 * @param method HTTP method
 * @param path relative to the base URL of the data plane
 * @param section heading of the document
 * @param anchor fragment of the heading
 * @param sends the message in its plain form, with placeholders
 */
public record Registration(String method, String path, String section, String anchor, Map<String, Object> sends) {}
