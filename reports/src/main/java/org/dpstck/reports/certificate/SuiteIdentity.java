package org.dpstck.reports.certificate;

/**
 * Which build of this kit made something.
 *
 * @param version of the kit
 * @param file its name, like {@code dps-tck.jar}; a folder of classes ends with a slash
 * @param sha256 of that file, in hexadecimal digits; of a list of its files and their digests for a folder
 */
public record SuiteIdentity(String version, String file, String sha256) {}
