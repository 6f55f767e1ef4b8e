package org.dpstck.core.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A server that does with a connection whatever a test wants, and keeps the requests as they were on the wire. */
final class RawServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final AtomicLong written = new AtomicLong();

    private RawServer(Behaviour behaviour) throws IOException {
        this.socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        this.behaviour = behaviour;
        threads.execute(this::accept);
    }

    /** Does the same with every connection, then closes it. */
    static RawServer that(Behaviour behaviour) throws IOException {
        return new RawServer(behaviour);
    }

    /** Reads each request and writes these bytes. */
    static RawServer answering(String answer) throws IOException {
        return that(client -> {
            client.request();
            client.write(answer);
        });
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The oldest request that was not yet taken. */
    String request() {
        return requests.remove();
    }

    int requests() {
        return requests.size();
    }

    /** How many bytes the clients took. */
    long written() {
        return written.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
        for (var connection : open) {
            connection.close();
        }
    }

    private void accept() {
        while (true) {
            try {
                var connection = socket.accept();
                open.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            behaviour.serve(new Client(connection));
            connection.shutdownOutput();
        } catch (IOException gone) {
            open.remove(connection);
        }
    }

    /** What happens to a connection. */
    interface Behaviour {
        void serve(Client client) throws IOException;
    }

    /** One connection, seen from the server. */
    final class Client {
        private final Socket connection;

        Client(Socket connection) {
            this.connection = connection;
        }

        /** Reads a whole request, body included. */
        void request() throws IOException {
            var in = connection.getInputStream();
            var text = new StringBuilder();
            while (text.indexOf("\r\n\r\n") < 0) {
                text.append(read(in));
            }
            var length = text.toString().replaceAll("(?is).*\r\ncontent-length: (\\d+)\r\n.*", "$1");
            if (length.matches("\\d+")) {
                text.append(new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.ISO_8859_1));
            }
            requests.add(text.toString());
        }

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        void write(byte[] bytes) throws IOException {
            connection.getOutputStream().write(bytes);
            written.addAndGet(bytes.length);
        }

        /** Writes a byte now and another whenever 50 ms have passed, for as long as the client listens. */
        void drip(char drop) throws IOException {
            connection.setSoTimeout(50);
            while (listens()) {
                write(String.valueOf(drop));
            }
        }

        /** Writes the same again and again, for as long as the client takes it, at most the number of bytes. */
        void flood(byte[] wave, long bytes) throws IOException {
            for (long sent = 0; sent < bytes; sent += wave.length) {
                write(wave);
            }
        }

        /** Says nothing until the client has gone. */
        void wait(int timeout) throws IOException {
            connection.setSoTimeout(timeout);
            listens();
        }

        void reset() throws IOException {
            connection.setSoLinger(true, 0);
            connection.close();
        }

        Socket socket() {
            return connection;
        }

        private boolean listens() throws IOException {
            try {
                while (connection.getInputStream().read() >= 0) {
                    continue;
                }
                return false;
            } catch (SocketTimeoutException quiet) {
                return true;
            }
        }

        private char read(InputStream in) throws IOException {
            var next = in.read();
            if (next < 0) {
                throw new SocketException("no request came");
            }
            return (char) next;
        }
    }
}
