package org.dpstck.reports.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** SHA-256 of files and bytes, in hexadecimal digits of lower case. */
public final class Digests {

    private static final int BUFFER = 1 << 16;

    private Digests() {}

    /** The digest of some bytes. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /**
     * The digest of a file, read piece by piece.
     *
     * @throws IOException if it cannot be read
     */
    public static String of(Path file) throws IOException {
        var digest = sha256();
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[BUFFER];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * The digest of a folder: that of the list which {@code sha256sum} prints of its files, in the order of their names.
     *
     * @throws IOException if something in it cannot be read
     */
    static String ofFolder(Path folder) throws IOException {
        var names = new TreeMap<String, Path>();
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(it -> names.put(folder.relativize(it).toString().replace('\\', '/'), it));
        }
        var list = new StringBuilder();
        for (var file : names.entrySet()) {
            list.append(of(file.getValue())).append("  ").append(file.getKey()).append('\n');
        }
        return of(list.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
