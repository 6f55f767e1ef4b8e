package org.dpstck.reference.hook;

/**
 * A place where a fault or a variant takes part in the work of the correct data plane.
 *
 * <p>An object may implement several of the forms below; it belongs to one data plane and may keep state.
 */
public interface Hook {}
