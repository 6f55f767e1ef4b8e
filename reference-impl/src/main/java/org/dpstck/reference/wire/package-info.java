/**
 * The HTTP wire protocol and the threads it runs on; serves the life cycle, to which it reports, and the server.
 */
package org.dpstck.reference.wire;
