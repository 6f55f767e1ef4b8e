/**
 * Requests, answers and refusals as values, and the server that carries them; the operations know no server.
 */
package org.dpstck.reference.http;
