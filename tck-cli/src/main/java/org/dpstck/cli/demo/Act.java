package org.dpstck.cli.demo;

import java.util.List;
import org.dpstck.core.edition.Direction;

/**
 * One transfer that was shown.
 *
 * @param direction push or pull
 * @param events what happened, in its order
 * @param sent bytes that went over the wire, counted at its server
 * @param receipt what has come of them
 * @param problems what was not as it should be, a line each
 */
record Act(Direction direction, List<Event> events, long sent, Payload.Receipt receipt, List<String> problems) {}
