package org.dpstck.core.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the requirements that a case verifies; the build fails on one that the edition does not have. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Verifies {

    /**
     * Requirement ids; {@code {0}} stands for the row's first argument in upper case, {@code {requirement}} for its own.
     * An id with a question mark behind it counts only in editions that have it; where all of a case have one, the case is
     * not there in editions that have none of them.
     */
    String[] value();
}
