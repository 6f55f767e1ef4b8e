package org.dpstck.core.doctor;

import java.net.URI;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dpstck.core.exchange.TcpProbe;
import org.dpstck.core.exchange.Texts;
import org.dpstck.core.exchange.TlsProbe;
import org.dpstck.core.exchange.TlsProbe.Trust;
import org.dpstck.core.sut.HttpsRule;
import org.dpstck.core.sut.SystemUnderTest;

/** With https: the handshake and the certificate. With http: what the description says of it. */
public final class TlsStep implements Step<Patient> {

    /** Id of the check of the base URL of signaling. */
    public static final String ID = "tls";

    private static final long SOON_DAYS = 14;
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final String id;
    private final String key;
    private final Function<SystemUnderTest, URI> address;

    /** Looks at the base URL of signaling. */
    public TlsStep() {
        this(ID, UrlStep.ID, SystemUnderTest::url);
    }

    /**
     * Looks at another URL of the description.
     *
     * @param id of the check
     * @param key that the URL stands under
     */
    public TlsStep(String id, String key, Function<SystemUnderTest, URI> address) {
        this.id = id;
        this.key = key;
        this.address = address;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<String> standsOn() {
        return List.of(key);
    }

    @Override
    public Finding look(Patient patient) {
        var url = address.apply(patient.system());
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            return without(patient.system().https());
        }
        var probe = probe(patient, url, Trust.FULL);
        return probe.agreed() ? agreed(probe) : refused(patient, url, probe);
    }

    /** Whether the port speaks TLS, whatever its certificate. */
    public static boolean spoken(Patient patient, URI url) {
        return probe(patient, url, Trust.NONE).agreed();
    }

    private static TlsProbe probe(Patient patient, URI url, Trust trust) {
        var timeouts = patient.system().timeouts();
        return TlsProbe.of(
                patient.reach(url).reached(),
                TcpProbe.host(url),
                TcpProbe.port(url),
                trust,
                timeouts.connect().plus(timeouts.request()));
    }

    private static Finding without(HttpsRule rule) {
        return switch (rule) {
            case IGNORE -> Finding.ok("no TLS, which the key https says to ignore");
            case WARN ->
                Finding.warning(
                        "the url is http, without TLS",
                        "The document demands HTTPS. A run warns of it; for a certification it is a failure.",
                        "For a test bed, write `https: ignore`; for a certification, give an https url and write"
                                + " `https: require`.");
            case REQUIRE ->
                Finding.problem(
                        "the url is http, without TLS, and the key https says require",
                        "The case BASE-URL-HTTPS will fail.",
                        "Give the https url of the system, or write `https: warn` for a test bed.");
        };
    }

    private static Finding agreed(TlsProbe probe) {
        var certificate = probe.certificate().orElseThrow();
        var days = Duration.between(Instant.now(), certificate.getNotAfter().toInstant())
                .toDays();
        var observed = probe.protocol() + "; the certificate is for " + names(certificate) + " and good for " + days
                + (days == 1 ? " day" : " days");
        return days >= SOON_DAYS
                ? Finding.ok(observed)
                : Finding.warning(
                        observed,
                        "Once it is over, nothing can be judged.",
                        "Renew the certificate of the system soon.");
    }

    private Finding refused(Patient patient, URI url, TlsProbe probe) {
        var observed = "no TLS connection: " + probe.failure();
        if (probe.plain()) {
            return Finding.problem(
                    observed,
                    "The port speaks plain HTTP, or something else that is no TLS.",
                    "Write http:// in " + key + ", or give the port that speaks TLS.");
        }
        var shown = probe(patient, url, Trust.NONE);
        if (shown.certificate().isEmpty()) {
            return Finding.problem(
                    observed,
                    "Not even a certificate was shown: the port may be a plain one, speak only old versions of TLS, or"
                            + " demand a certificate of the client.",
                    "Check the port of " + key
                            + ", and the TLS settings of the system. Write http:// if the port is plain.");
        }
        return certificate(patient, url, observed, shown.certificate().get());
    }

    private Finding certificate(Patient patient, URI url, String observed, X509Certificate certificate) {
        var now = Instant.now();
        if (certificate.getNotAfter().toInstant().isBefore(now)) {
            return Finding.problem(
                    "the certificate expired on " + certificate.getNotAfter().toInstant(),
                    "No request gets through.",
                    "Renew the certificate of the system. If the date is in the future, correct the clock of this"
                            + " machine.");
        }
        if (certificate.getNotBefore().toInstant().isAfter(now)) {
            return Finding.problem(
                    "the certificate is good from " + certificate.getNotBefore().toInstant() + " on, and now it is "
                            + now,
                    "No request gets through.",
                    "Correct the clock of this machine, or that of whoever made the certificate.");
        }
        var host = TcpProbe.host(url);
        if (probe(patient, url, Trust.ANY_NAME).agreed()) {
            return Finding.problem(
                    "the certificate is for " + names(certificate) + ", and not for " + host,
                    "No request gets through.",
                    "Write one of these names into " + key + ", or give the system a certificate for " + host + ".");
        }
        return Finding.problem(
                observed + " (issued by "
                        + Texts.oneLine(certificate.getIssuerX500Principal().getName(), 120) + ")",
                "This Java does not know the issuer, or the system does not send the certificates between the issuer and"
                        + " its own.",
                "Have the system send its whole chain; or make the issuer known to the kit, with a trust store of its"
                        + " certificate: DPS_TCK_JAVA_OPTS='-Djavax.net.ssl.trustStore=trust.p12"
                        + " -Djavax.net.ssl.trustStorePassword=…' (keytool -importcert -file issuer.pem -keystore"
                        + " trust.p12 makes one).");
    }

    private static String names(X509Certificate certificate) {
        try {
            Collection<List<?>> others = certificate.getSubjectAlternativeNames();
            var names = others == null
                    ? ""
                    : others.stream()
                            .filter(name ->
                                    name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS))
                            .map(name -> String.valueOf(name.get(1)))
                            .limit(5)
                            .collect(Collectors.joining(", "));
            return names.isEmpty()
                    ? Texts.oneLine(certificate.getSubjectX500Principal().getName(), 120) + " (no host name)"
                    : Texts.oneLine(names, 200);
        } catch (CertificateParsingException e) {
            return "names that cannot be read";
        }
    }
}
