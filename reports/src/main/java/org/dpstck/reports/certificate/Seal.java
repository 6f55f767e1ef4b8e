package org.dpstck.reports.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.dpstck.reports.RunRecords;
import org.dpstck.reports.base.AtomicFile;
import org.dpstck.reports.base.Json;
import tools.jackson.core.JacksonException;

/**
 * What a run writes last of all: which build of the kit made it, and the digest of its record as it left it.
 *
 * <p>Shows that a record was changed by accident or without thought. It is no signature: whoever can change the record can
 * write a new seal, and is found only if the recorded exchanges contradict what the record says.
 *
 * @param format name and version of this format, {@link #FORMAT}
 * @param suite that ran
 * @param record SHA-256 of {@code run.json}, in hexadecimal digits
 */
public record Seal(String format, SuiteIdentity suite, String record) {

    /** Name of the file in the folder of a run. */
    public static final String FILE = "seal.json";

    static final String FORMAT = "dps-tck-seal/1";

    /**
     * Seals the record in a folder.
     *
     * @throws IOException if the record cannot be read or the seal not be written
     */
    public static void write(SuiteIdentity suite, Path dir) throws IOException {
        var seal = new Seal(FORMAT, suite, Digests.of(dir.resolve(RunRecords.FILE)));
        AtomicFile.write(dir.resolve(FILE), out -> Json.RECORD_WRITER.writeValue(out, seal));
    }

    /**
     * Reads a seal.
     *
     * @throws CertificateException if there is none, or it cannot be read
     */
    static Seal read(Path dir) throws CertificateException {
        var file = dir.resolve(FILE);
        try {
            var seal = Json.RECORDS.readValue(Files.readAllBytes(file), Seal.class);
            if (FORMAT.equals(seal.format()) && seal.record() != null && seal.suite() != null) {
                return seal;
            }
        } catch (NoSuchFileException e) {
            throw new CertificateException(
                    file + " does not exist: the run had not ended, or was made by a kit that seals nothing; run again",
                    e);
        } catch (IOException | JacksonException e) {
            throw new CertificateException(file + " cannot be read as a seal", e);
        }
        throw new CertificateException(file + " is no seal of the format " + FORMAT);
    }
}
