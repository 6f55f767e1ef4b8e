package org.dpstck.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EdcPairExtension.class)
class LoopbackTest {

    @Test
    void edcListensOnLoopbackAlone(EdcPair edc) throws IOException {
        var others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        Assumptions.assumeFalse(others.isEmpty(), "this machine has loopback alone");
        for (var port : edc.ports()) {
            assertThat(connects(InetAddress.getByName("127.0.0.1"), port))
                    .as("port %s", port)
                    .isTrue();
            for (var other : others) {
                assertThatIOException().isThrownBy(() -> connects(other, port));
            }
        }
    }

    private static boolean connects(InetAddress address, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
            return socket.isConnected();
        }
    }
}
