package org.dpstck.core.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the static method that lists what a case ranges over: {@code Stream<Row> name(Edition edition)}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Rows {

    /** Name of a static method of the same class. */
    String value();
}
