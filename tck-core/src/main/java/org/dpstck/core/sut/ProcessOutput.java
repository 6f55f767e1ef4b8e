package org.dpstck.core.sut;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The first bytes that a process writes; the rest is read and dropped, so that the process never waits for a reader. */
final class ProcessOutput {

    static final int MOST = 16 * 1024;

    /** How long the output may stay open after the process ended, because something that it left behind holds it. */
    private static final long GRACE_MILLIS = 200;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CountDownLatch closed = new CountDownLatch(1);

    private ProcessOutput() {}

    static ProcessOutput of(Process process) {
        var output = new ProcessOutput();
        var reader = new Thread(() -> output.drain(process.getInputStream()), "trigger-output-" + process.pid());
        reader.setDaemon(true);
        reader.start();
        return output;
    }

    /** What was written until now. */
    String soFar() {
        synchronized (bytes) {
            return bytes.toString(Charset.defaultCharset());
        }
    }

    /** What was written until the process ended. */
    String complete() throws InterruptedException {
        if (!closed.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
            return soFar() + " …";
        }
        return soFar();
    }

    private void drain(InputStream in) {
        try (in) {
            var buffer = new byte[4096];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                synchronized (bytes) {
                    bytes.write(buffer, 0, Math.min(read, MOST - bytes.size()));
                }
            }
            closed.countDown();
        } catch (IOException ended) {
            // A killed process ends its output like this; what was read until then is all there is.
            closed.countDown();
        }
    }
}
