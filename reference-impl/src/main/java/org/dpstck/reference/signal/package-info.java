/**
 * The signaling operations and the life cycle behind them; serves the server, and is what faults and variants bend.
 */
package org.dpstck.reference.signal;
