package org.dpstck.core.sut;

/** A way to make the system do what no message of the protocol asks for; {@link TriggerRunner} fires it. */
public sealed interface Trigger permits HttpTrigger, CommandTrigger, MessageTrigger, ManualTrigger {

    /** A few words for reports, without secrets; placeholders stay as they are. */
    String describe();
}
