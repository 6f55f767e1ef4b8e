package org.dpstck.reports.certificate;

/**
 * Who asks for a certificate, and for what.
 *
 * @param organisation that answers for the product
 * @param product its name
 * @param version of the product that was judged
 * @param url of a page about the product
 * @param contact a person or an address
 * @param description of the product, in a few sentences; null if not given
 * @param environment in which it was judged; null if not given
 */
public record Applicant(
        String organisation,
        String product,
        String version,
        String url,
        String contact,
        String description,
        String environment) {}
