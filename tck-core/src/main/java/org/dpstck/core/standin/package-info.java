/**
 * The opposite plane, played by WireMock: takes callbacks, keeps them by flow, offers the far ends of the wire.
 *
 * <p>Serves the suites; may use {@code edition}, {@code exchange}, {@code verdict} and {@code sut}. Listens before the
 * request is sent that makes the system call, and never judges.
 */
package org.dpstck.core.standin;
