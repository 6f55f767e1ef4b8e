package org.dpstck.core.doctor;

import java.net.URI;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.TcpProbe;
import org.dpstck.core.sut.SystemUnderTest;

/** What every examination knows of the system, whatever its role. */
public interface Patient {

    /** As it is described. */
    SystemUnderTest system();

    /** Whether the host of a URL has an address and its port takes connections; looked at once. */
    TcpProbe reach(URI url);

    /** Every exchange so far, as far as they are kept. */
    Journal journal();
}
