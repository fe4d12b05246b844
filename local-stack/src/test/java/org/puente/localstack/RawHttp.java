package org.puente.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends bytes that a decent HTTP client would refuse to send, one connection each. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /**
     * @param status 0 where the connection was closed without an answer
     * @param text   the whole answer, head and body
     */
    record Answer(int status, String text, Duration took) {}

    /** @param from the address on this machine to call from */
    static Answer send(String from, String address, byte[] request) throws IOException {
        URI target = URI.create(address);
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(target.getHost(), target.getPort()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            long start = System.nanoTime();
            String text = exchange(socket, request);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            boolean answered = text.startsWith("HTTP/1.1 ") && text.length() > 12;
            return new Answer(answered ? Integer.parseInt(text.substring(9, 12)) : 0, text, took);
        }
    }

    private static String exchange(Socket socket, byte[] request) throws IOException {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // Refused while it was still being sent: the answer may be there all the same.
        }
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
