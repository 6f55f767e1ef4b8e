package org.dpstck.interop.edc;

import org.eclipse.edc.runtime.metamodel.annotation.Inject;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;
import org.eclipse.edc.web.jetty.JettyService;

/** Lets EDC listen on loopback alone; by itself it binds every interface, and no setting of its changes that. */
public class LoopbackExtension implements ServiceExtension {

    @Inject
    private JettyService jetty;

    @Override
    public void initialize(ServiceExtensionContext context) {
        jetty.addConnectorConfigurationCallback(connector -> connector.setHost("127.0.0.1"));
    }
}
