package org.dpstck.core.exchange;

/**
 * What a request is sent for, and with which others.
 *
 * @param purpose in a few words
 * @param together names what goes at the same time; null if it goes alone
 */
record Occasion(String purpose, String together) {}
