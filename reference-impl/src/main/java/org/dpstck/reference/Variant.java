package org.dpstck.reference;

/**
 * A named behaviour of the reference implementation that is unusual and still legal.
 *
 * @param id upper-case words joined by hyphens
 * @param title one sentence that names the behaviour
 * @param why what makes it legal
 */
public record Variant(String id, String title, String why) {}
