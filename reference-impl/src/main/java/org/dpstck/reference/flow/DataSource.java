package org.dpstck.reference.flow;

import java.net.URI;

/**
 * Where the data of a flow comes from, in editions whose messages say so.
 *
 * @param baseUrl an absolute http(s) URL
 * @param takesPath whether the path of a request for data is continued there
 * @param takesQuery whether its query is
 */
public record DataSource(URI baseUrl, boolean takesPath, boolean takesQuery) {}
