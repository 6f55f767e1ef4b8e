package org.dpstck.core.edition;

/** How strongly a document demands something; the first is the strongest. */
public enum Level {
    /** The document says MUST, MUST NOT or REQUIRED. */
    MUST,
    /** A table, a diagram or a plain sentence says it without a key word; a violation fails like a MUST. */
    IMPLIED,
    /** The document says SHOULD; a violation is a warning. */
    SHOULD,
    /** The document says MAY; nothing can violate it. */
    MAY;

    /** Whether a violation fails the case. */
    public boolean mandatory() {
        return this == MUST || this == IMPLIED;
    }
}
