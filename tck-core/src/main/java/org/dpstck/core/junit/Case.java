package org.dpstck.core.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a method as a case: one clause, run once for each row.
 *
 * <p>The first parameters of the method take the arguments of the row, the others what the suite provides for one case.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(CaseExtension.class)
public @interface Case {

    /** The id without the row, in upper-case words joined by dashes. */
    String value();

    /** What the case shows, in one sentence; {@code {0}} and so on stand for the row's arguments. */
    String title();

    /** What the suite sends. */
    String stimulus();

    /** What it expects to observe. */
    String expected();

    /** What an implementer can do about a failure. */
    String fix();
}
