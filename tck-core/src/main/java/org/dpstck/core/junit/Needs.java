package org.dpstck.core.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.TriggerPoint;

/** What a case needs besides what its row demands anyway. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** Capabilities that the system has to declare, or the case does not apply. */
    Capability[] value() default {};

    /** Triggers that have to be configured, or the case stays untested. */
    TriggerPoint[] triggers() default {};
}
