package org.dpstck.core.sut;

/** Keys of what a control plane knows of data planes, and of what its consumers keep. */
final class ControlPlaneKeys {

    static final Key HEART_BEAT = Key.optional(
            "timeouts.heartBeat",
            Key.Type.DURATION,
            "",
            "How long a control plane may take between two heart-beats to a data plane; without it they are untested.");
    static final Key SETTLE = Key.optional(
            "timeouts.settle",
            Key.Type.DURATION,
            "",
            "How long a control plane may still be at work when it tells a state: the suite watches it for so long.");
    static final Key SOURCE = Key.optional(
            "transferTypes.source",
            Key.Type.TEXT,
            DataPlaneSettings.none().source(),
            "The type of the source of ids.dataset, by which a control plane chooses data planes.");
    static final Key EDR_URL = Key.optional(
            "edr.url",
            Key.Type.TEXT,
            "",
            "URL at which the endpoint data reference of a consumer can be read; may hold {transferId} and {processId}.");
    static final Key EDR_HEADERS =
            Key.optional("edr.headers", Key.Type.MAP, "", "Headers sent with every request to edr.url.");
    static final Key EDR_ENDPOINT = Key.optional(
            "edr.endpoint",
            Key.Type.TEXT,
            DataPlaneSettings.none().reference().endpoint(),
            "Where the endpoint is in the answer of edr.url, as a JSON pointer.");
    static final Key EDR_AUTHORIZATION = Key.optional(
            "edr.authorization",
            Key.Type.TEXT,
            DataPlaneSettings.none().reference().authorization(),
            "Where the token is in the answer of edr.url, as a JSON pointer.");

    private ControlPlaneKeys() {}
}
