package org.dpstck.reference.controlplane.conduct;

import java.util.concurrent.ExecutorService;
import org.dpstck.reference.controlplane.dataplane.DataPlanes;
import org.dpstck.reference.controlplane.dsp.DspMessages;
import org.dpstck.reference.controlplane.hook.ControlHooks;
import org.dpstck.reference.controlplane.send.Sender;
import org.dpstck.reference.controlplane.signal.SignalMessages;
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
 * @param workers that do what follows from a request
 */
public record Means(
        ControlPlaneForm form,
        ControlHooks hooks,
        DataPlanes dataPlanes,
        SignalMessages signals,
        DspMessages dsp,
        Sender sender,
        ExecutorService workers) {}
