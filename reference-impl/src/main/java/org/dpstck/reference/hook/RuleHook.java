package org.dpstck.reference.hook;

/** Breaks rules. */
@FunctionalInterface
public interface RuleHook extends Hook {

    /** Whether the data plane keeps a rule. */
    boolean keeps(Rule rule);
}
