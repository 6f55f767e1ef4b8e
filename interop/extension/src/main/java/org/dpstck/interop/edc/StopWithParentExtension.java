package org.dpstck.interop.edc;

import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.edc.runtime.metamodel.annotation.Inject;
import org.eclipse.edc.spi.monitor.Monitor;
import org.eclipse.edc.spi.system.ServiceExtension;

/** Ends EDC when its standard input ends, so that nothing stays behind when the process that started it dies. */
public class StopWithParentExtension implements ServiceExtension {

    @Inject
    private Monitor monitor;

    @Override
    public void start() {
        var watch = new Thread(this::endWithInput, "stop-with-parent");
        watch.setDaemon(true);
        watch.start();
    }

    private void endWithInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            monitor.debug("Standard input cannot be read (" + e.getMessage() + "), which is taken for its end");
        }
        Runtime.getRuntime().exit(0);
    }
}
