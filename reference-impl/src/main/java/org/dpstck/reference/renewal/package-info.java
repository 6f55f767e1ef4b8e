/**
 * The token renewal profile of 1.0-RC3, provider's half; serves the server.
 */
package org.dpstck.reference.renewal;
