package org.dpstck.cli.console;

/** For whom a command writes. */
public enum Form {
    /** For people. */
    TEXT,
    /** For programs, one object. */
    JSON
}
