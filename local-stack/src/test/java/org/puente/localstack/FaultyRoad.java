package org.puente.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a service and back, byte by byte, on which answers can be held up, spoilt or broken off. */
final class FaultyRoad implements AutoCloseable {

    /** What happens to answers. */
    enum State {
        CLEAR,
        /** Each part of an answer comes 5 s late. */
        SLOW,
        /** Nothing that comes is HTTP, though it has lines. */
        NOISE,
        /** Well-formed HTTP whose body is no JSON. */
        SPOILT,
        /** The connection ends in the middle of an answer. */
        BROKEN_OFF
    }

    static final Duration DELAY = Duration.ofSeconds(5);

    private static final int ENOUGH_FOR_THE_HEAD = 1500;

    private final InetSocketAddress service;
    private final ServerSocket entry;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.CLEAR;

    FaultyRoad(int port) throws IOException {
        this.service = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.entry = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        background(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + entry.getLocalPort();
    }

    void become(State next) {
        state = next;
    }

    private void accept() throws IOException {
        while (!entry.isClosed()) {
            Socket client = entry.accept();
            Socket server = new Socket();
            open.add(client);
            open.add(server);
            server.connect(service);
            background(() -> pass(client, server, false));
            background(() -> pass(server, client, true));
        }
    }

    private void pass(Socket from, Socket to, boolean answers) throws IOException, InterruptedException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] part = new byte[8192];
            for (int length = in.read(part); length > 0; length = in.read(part)) {
                State now = answers ? state : State.CLEAR;
                if (now == State.SLOW) {
                    Thread.sleep(DELAY.toMillis());
                }
                int passed = now == State.BROKEN_OFF ? Math.min(length, ENOUGH_FOR_THE_HEAD) : length;
                out.write(changed(part, passed, now), 0, passed);
                out.flush();
                if (now == State.BROKEN_OFF) {
                    return;
                }
            }
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static byte[] changed(byte[] part, int length, State state) {
        for (int i = 0; i < length; i++) {
            if (state == State.NOISE && part[i] >= ' ') {
                part[i] ^= 0x55;
            } else if (state == State.SPOILT && part[i] == '{') {
                part[i] = '#';
            }
        }
        return part;
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void background(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One side is gone, which ends the other.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entry.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
