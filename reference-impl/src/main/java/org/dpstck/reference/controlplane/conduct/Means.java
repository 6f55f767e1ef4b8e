package org.dpstck.reference.controlplane.conduct;

import java.util.concurrent.ExecutorService;
import org.dpstck.reference.controlplane.dataplane.DataPlanes;
import org.dpstck.reference.controlplane.dsp.DspMessages;
import org.dpstck.reference.controlplane.hook.ControlHooks;
import org.dpstck.reference.controlplane.send.Sender;
import org.dpstck.reference.controlplane.signal.Signals;
import org.dpstck.reference.edition.ControlPlaneForm;

/**
 * What a control plane works with.
 *
 * @param form of its edition
 * @param hooks of its faults and variants
 * @param dataPlanes that are registered
 * @param signals written to data planes
 * @param dsp messages written to counter-parties
 * @param sender of both
 * @param references of consumers
 * @param source the type of the sources of its datasets
 * @param workers that do what follows from a request
 */
public record Means(
        ControlPlaneForm form,
        ControlHooks hooks,
        DataPlanes dataPlanes,
        Signals signals,
        DspMessages dsp,
        Sender sender,
        References references,
        String source,
        ExecutorService workers) {}
