package org.dpstck.cli.selftest;

import java.util.List;

/**
 * What the user asked a self-test for; an empty list asks for everything.
 *
 * @param faults globs over ids of faults; null for none of them
 * @param variants globs over ids of variants; null for none of them
 * @param editions globs over ids of editions
 * @param role judged; null for all of them, one after the other
 * @param depth how much runs on a fault
 * @param share one of how many faults and variants is tried; 1 for all
 * @param seed chooses samples and the order
 * @param lanes how many data planes are judged at a time
 */
public record SelfTestRequest(
        List<String> faults,
        List<String> variants,
        List<String> editions,
        String role,
        Depth depth,
        int share,
        long seed,
        int lanes) {

    /** How much of the suite runs on a fault. */
    public enum Depth {
        /** Every fault and every variant in one of its editions, which the seed chooses; otherwise as normal. */
        QUICK,
        /** The cases of the requirements it breaks; the whole suite on a sample of the faults. */
        NORMAL,
        /** The whole suite on every fault. */
        FULL
    }

    /** The same, of one role. */
    SelfTestRequest of(String one) {
        return new SelfTestRequest(faults, variants, editions, one, depth, share, seed, lanes);
    }

    /** Whether everything is asked for, so that a case that never fails is a case that cannot. */
    public boolean complete() {
        return share == 1
                && depth != Depth.QUICK
                && faults != null
                && faults.isEmpty()
                && variants != null
                && variants.isEmpty()
                && editions.isEmpty();
    }
}
