package org.dpstck.dataplane.doctor;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.dpstck.core.exchange.TcpProbe;

/** The host has an address, and its port takes connections. */
final class UrlStep implements Step {

    static final String ID = "url";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> standsOn() {
        return List.of();
    }

    @Override
    public Finding look(Examination examination) {
        var url = examination.system().url();
        var host = TcpProbe.host(url);
        var port = TcpProbe.port(url);
        var reach = examination.reach();
        if (reach.connected()) {
            return connected(reach, host, port);
        }
        var observed = "no connection to " + host + ", port " + port + ": " + String.join("; ", reach.failures());
        return switch (reach.kind()) {
            case NO_ADDRESS ->
                Finding.problem(
                        observed,
                        "Nothing can be sent to a host without an address.",
                        "Correct the host in url. If the name is known inside a container network alone, use the name or"
                                + " address by which this machine reaches the system.");
            case REFUSED ->
                Finding.problem(
                        observed,
                        "The machine is there, and nothing listens on this port.",
                        "Start the system, or correct the port in url.",
                        "If the system sits in a container, its port has to be published: docker run -p " + port + ":"
                                + port + " …");
            case SILENT ->
                Finding.problem(
                        observed,
                        "Nothing answers there at all: the address is wrong, or a firewall drops what is sent to it.",
                        "Correct url, open the port on the way, or allow more with timeouts.connect.");
            case NO_ROUTE ->
                Finding.problem(
                        observed,
                        "There is no way from this machine to that address.",
                        "Correct url, or connect this machine to that network (VPN, route).");
        };
    }

    private static Finding connected(TcpProbe reach, String host, int port) {
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
                "Write the address that works into url.");
    }
}
