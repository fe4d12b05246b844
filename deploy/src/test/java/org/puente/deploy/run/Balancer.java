package org.puente.deploy.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What a Kubernetes Service is: it chooses a pod for each new connection, and leaves the open ones where they are. */
final class Balancer implements AutoCloseable {

    private final ServerSocket entrance;
    private final ExecutorService streams = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "balancer");
        thread.setDaemon(true);
        return thread;
    });
    private volatile int target;

    Balancer(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        streams.execute(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void sendTo(int port) {
        target = port;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Socket pod = new Socket(InetAddress.getLoopbackAddress(), target);
                streams.execute(() -> pass(client, pod));
                streams.execute(() -> pass(pod, client));
            } catch (IOException e) {
                // The entrance is closed, or the client is cut off, which is what it shall notice.
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One side went away: both are closed now.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        streams.shutdownNow();
    }
}
