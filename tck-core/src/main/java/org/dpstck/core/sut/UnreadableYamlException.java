package org.dpstck.core.sut;

/** A text that is not the YAML that a description may be; the message is one line without the text itself. */
final class UnreadableYamlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    UnreadableYamlException(String what, int line) {
        super(what);
        this.line = line;
    }

    /** From 1; 0 when unknown. */
    int line() {
        return line;
    }
}
