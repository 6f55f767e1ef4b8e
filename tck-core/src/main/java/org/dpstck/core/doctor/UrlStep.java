package org.dpstck.core.doctor;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dpstck.core.exchange.TcpProbe;
import org.dpstck.core.sut.SystemUnderTest;

/** The host has an address, and its port takes connections. */
public final class UrlStep implements Step<Patient> {

    /** Id of the check of the base URL of signaling. */
    public static final String ID = "url";

    private final String key;
    private final Function<SystemUnderTest, URI> address;

    /** Looks at the base URL of signaling. */
    public UrlStep() {
        this(ID, SystemUnderTest::url);
    }

    /**
     * Looks at another URL of the description.
     *
     * @param key that it stands under, and the id of the check
     */
    public UrlStep(String key, Function<SystemUnderTest, URI> address) {
        this.key = key;
        this.address = address;
    }

    @Override
    public String id() {
        return key;
    }

    @Override
    public List<String> standsOn() {
        return List.of();
    }

    @Override
    public Finding look(Patient patient) {
        var url = address.apply(patient.system());
        var host = TcpProbe.host(url);
        var port = TcpProbe.port(url);
        var reach = patient.reach(url);
        if (reach.connected()) {
            return connected(reach, host, port);
        }
        var observed = "no connection to " + host + ", port " + port + ": " + String.join("; ", reach.failures());
        return switch (reach.kind()) {
            case NO_ADDRESS ->
                Finding.problem(
                        observed,
                        "Nothing can be sent to a host without an address.",
                        "Correct the host in " + key
                                + ". If the name is known inside a container network alone, use the name or"
                                + " address by which this machine reaches the system.");
            case REFUSED ->
                Finding.problem(
                        observed,
                        "The machine is there, and nothing listens on this port.",
                        "Start the system, or correct the port in " + key + ".",
                        "If the system sits in a container, its port has to be published: docker run -p " + port + ":"
                                + port + " …");
            case SILENT ->
                Finding.problem(
                        observed,
                        "Nothing answers there at all: the address is wrong, or a firewall drops what is sent to it.",
                        "Correct " + key + ", open the port on the way, or allow more with timeouts.connect.");
            case NO_ROUTE ->
                Finding.problem(
                        observed,
                        "There is no way from this machine to that address.",
                        "Correct " + key + ", or connect this machine to that network (VPN, route).");
        };
    }

    private Finding connected(TcpProbe reach, String host, int port) {
        var address = reach.reached().getHostAddress();
        var named = host.equals(address)
                ? host
                : host + " is "
                        + reach.addresses().stream()
                                .map(InetAddress::getHostAddress)
                                .distinct()
                                .limit(4)
                                .collect(Collectors.joining(" and "));
        var taken = "port " + port + (reach.failures().isEmpty() ? "" : " of " + address) + " takes connections ("
                + reach.millis() + " ms)";
        if (reach.failures().isEmpty()) {
            return Finding.ok(named + "; " + taken);
        }
        return Finding.warning(
                named + "; " + taken + ", the addresses before it do not: " + String.join("; ", reach.failures()),
                "Every request tries them in this order, which costs time.",
                "Write the address that works into " + key + ".");
    }
}
