package org.puente.gateway;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service as the gateway sees it from outside: it answers what a test tells it to, well or badly, and remembers who asked. */
final class FakeService {

    private final HttpServer server;
    private final Map<String, Handler<HttpServerRequest>> answers = new ConcurrentHashMap<>();
    private final List<HttpServerRequest> requests = new CopyOnWriteArrayList<>();

    FakeService(Vertx vertx) {
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(this::answer);
        server.listen().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        requests.add(request);
        Handler<HttpServerRequest> answer = answers.get(request.path());
        if (answer == null) {
            problem(request, 404, "There is nothing at " + request.path());
        } else {
            answer.handle(request);
        }
    }

    static void problem(HttpServerRequest request, int status, String detail) {
        request.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/problem+json")
                .end("{\"type\":\"about:blank\",\"title\":\"T\",\"status\":" + status + ",\"detail\":\"" + detail
                        + "\",\"instance\":\"" + request.path() + "\"}");
    }

    FakeService on(String path, Handler<HttpServerRequest> answer) {
        answers.put(path, answer);
        return this;
    }

    FakeService json(String path, String body) {
        return on(path, request -> request.response()
                .putHeader("content-type", "application/json")
                .end(body));
    }

    /** The requests for this path so far. */
    List<HttpServerRequest> requests(String path) {
        return requests.stream().filter(one -> one.path().equals(path)).toList();
    }

    void reset() {
        answers.clear();
        requests.clear();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }
}
