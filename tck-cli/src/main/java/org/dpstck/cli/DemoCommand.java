package org.dpstck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.dpstck.cli.console.ExitCode;
import org.dpstck.cli.console.Surroundings;
import org.dpstck.cli.console.Tty;
import org.dpstck.cli.console.UsageException;
import org.dpstck.cli.demo.Format;
import org.dpstck.cli.demo.Request;
import org.dpstck.cli.demo.Scenario;
import org.dpstck.core.edition.ControlPlaneEditions;
import org.dpstck.core.edition.EditionException;
import org.dpstck.core.edition.Editions;
import org.dpstck.core.edition.Side;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows transfers between two participants, with everything that they exchange. */
@Command(
        name = "demo",
        sortOptions = false,
        description = {
            "Shows the protocol at work. Four planes are started on this machine, a control plane and a data plane for a"
                    + " consumer and for a provider. Data is pushed and pulled between them over HTTP; each transfer is"
                    + " suspended half-way, resumed and completed. What the four servers saw is drawn as a sequence diagram,"
                    + " and the bytes that came are compared with those that were sent.%n",
            "All four are the reference implementation that comes with the kit; nothing is judged.%n"
        },
        optionListHeading = "Options:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every byte came as it was sent, and none while a transfer was suspended",
            "1:something was not as it should be, and the output says what",
            "2:wrong usage",
            ExitCode.BROKEN_HELP
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  dps-tck demo",
            "  dps-tck demo --edition 2025-08 --transfer pull",
            "  dps-tck demo --payload picture.png --ascii",
            "  dps-tck demo --format mermaid > demo.mmd",
            "  dps-tck demo --reference-fault TOKEN-OUTLIVES-SUSPENSION --transfer pull",
            "      shows what a data plane does that goes on serving while it is suspended"
        })
final class DemoCommand implements Callable<Integer> {

    /** The newest edition that names a signal to resume: with the default of the other commands there is less to see. */
    private static final String EDITION = "1.0-RC3";

    private static final int USUAL_SIZE = 1 << 20;
    private static final int MOST_SIZE = 16 << 20;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 1000;

    private final Surroundings surroundings;

    @Option(
            names = "--edition",
            paramLabel = "EDITION",
            defaultValue = EDITION,
            description =
                    "Edition that the planes speak: 2025-08, 2026-02, 1.0-RC1, 1.0-RC2 or 1.0-RC3. Default: " + EDITION)
    private String edition;

    @Option(
            names = "--transfer",
            paramLabel = "KIND",
            defaultValue = "BOTH",
            description = "What to show: push, pull or both, the default.")
    private Kind kind;

    @Option(
            names = "--payload",
            paramLabel = "FILE",
            description = "The data to move, at most 16 MiB. Default: 1 MiB of chance")
    private Path payload;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "TEXT",
            description = "text (the default), json, or mermaid for pages that draw it.")
    private Format format;

    @Option(names = "--ascii", description = "Draw with plain ASCII characters.")
    private boolean ascii;

    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            description = "Width of the drawing, 40 to 1000. Default: that of the terminal, or 100")
    private Integer width;

    @Mixin
    private ReferenceHooks reference;

    @Mixin
    private CommonOptions common;

    /** What can be shown. */
    enum Kind {
        PUSH("push"),
        PULL("pull"),
        BOTH("push", "pull");

        private final List<String> directions;

        Kind(String... directions) {
            this.directions = List.of(directions);
        }
    }

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (width != null && (width < NARROWEST || width > WIDEST)) {
            throw new UsageException("--width " + width + " is not from " + NARROWEST + " to " + WIDEST);
        }
        var request = new Request(
                edition, kind.directions, data(), reference.faults(), reference.variants(), Request.PATIENCE);
        var story = new Scenario(bound(), request).play();
        var columns = width == null ? columns() : width;
        format.lines(story, columns, ascii, common.palette(surroundings)).forEach(surroundings.out()::println);
        surroundings.out().flush();
        story.problems().forEach(problem -> surroundings.complain("dps-tck demo: " + problem));
        return story.holds() ? ExitCode.OK : ExitCode.NOT_CONFORMANT;
    }

    private int columns() {
        var columns = surroundings.tty().columns();
        return surroundings.tty().out() ? columns : Math.max(columns, Tty.WIDTH);
    }

    private org.dpstck.core.edition.Edition bound() {
        try {
            var bound = new ControlPlaneEditions(new Editions()).load(edition, null);
            if (bound.transfers().signal(Side.CONSUMER, "begin").isEmpty()) {
                throw new UsageException("--edition " + edition
                        + " cannot be shown: its consumers have no data plane, and the" + " demonstration shows two");
            }
            return bound;
        } catch (EditionException unknown) {
            throw new UsageException(unknown.getMessage());
        }
    }

    private byte[] data() {
        if (payload == null) {
            var chance = new byte[USUAL_SIZE];
            new Random().nextBytes(chance);
            return chance;
        }
        try {
            if (Files.size(payload) > MOST_SIZE) {
                throw new UsageException("--payload " + payload + " is larger than 16 MiB; name a smaller file");
            }
            var data = Files.readAllBytes(payload);
            if (data.length == 0) {
                throw new UsageException("--payload " + payload + " is empty; name a file with something in it");
            }
            return data;
        } catch (IOException e) {
            throw new UsageException("--payload " + payload + " cannot be read; name a file", e);
        }
    }
}
