package org.dpstck.interop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Starts EDC for people: prints where it is, and ends it when standard input ends. */
public final class Main {

    private static final String ALONE = "control-plane";

    private Main() {}

    /**
     * Runs until standard input ends.
     *
     * @param args {@code control-plane} for a control plane alone, with an agreement; otherwise it is a pair
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var root = Path.of("");
        if (args.length == 1 && args[0].equals(ALONE)) {
            controlPlane(root);
        } else {
            pair(root);
        }
    }

    private static void pair(Path root) throws IOException {
        try (var pair = EdcPair.start(root)) {
            var at = pair.controlPlane();
            System.out.println("management API of the control plane  " + at.management());
            System.out.println("its Dataspace Protocol side          " + at.dsp());
            System.out.println("its control API                      " + at.control());
            System.out.println("signaling of the data plane          " + pair.signaling());
            System.out.println("its public endpoint                  " + pair.data());
            untilInputEnds();
        }
    }

    private static void controlPlane(Path root) throws IOException, InterruptedException {
        try (var edc = EdcControlPlane.start(root);
                var around = new Counterpart()) {
            Judged.prepare(edc, around)
                    .environment()
                    .forEach((name, value) -> System.out.println("export " + name + "=" + value));
            untilInputEnds();
        }
    }

    private static void untilInputEnds() throws IOException {
        System.out.println("# Ends with standard input (Ctrl-D).");
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
