package org.dpstck.interop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Starts EDC for people: prints where it is, and ends it when standard input ends. */
public final class Main {

    private Main() {}

    /**
     * Runs until standard input ends.
     *
     * @param args the root of the checkout; the current directory when there is none
     */
    public static void main(String[] args) throws IOException {
        try (var pair = EdcPair.start(Path.of(args.length == 0 ? "" : args[0]))) {
            var at = pair.addresses();
            System.out.println("management API of the control plane  " + at.management());
            System.out.println("its Dataspace Protocol side          " + at.protocol());
            System.out.println("where data planes register           " + at.selector());
            System.out.println("signaling of the data plane          " + at.signaling());
            System.out.println("its public endpoint                  " + at.data());
            System.out.println("Ends with standard input (Ctrl-D).");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
