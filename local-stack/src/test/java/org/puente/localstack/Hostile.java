package org.puente.localstack;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.puente.localstack.Documented.Operation;

/** Makes requests that mean harm out of an operation's documentation; the same seed makes the same ones. */
final class Hostile {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "'",
            "' or '1'='1",
            "1; drop table release; --",
            "<script>alert(1)</script>",
            "../../../../etc/passwd",
            "..\\..\\win.ini",
            "${jndi:ldap://127.0.0.1/x}",
            "{{7*7}}",
            "%s%n%x",
            "9999999999999999999999999",
            "-1",
            "0",
            "NaN",
            "1e999",
            "0x7f",
            "null",
            "true",
            "*",
            "!",
            "!!MEX,!",
            ",,,,",
            "2023-13",
            "0000-00-00",
            "-999999999-01-01",
            "+999999999-12-31",
            "9999-12-31",
            "2023-02-30T25:61:61Z",
            "FY99999",
            "ñ𝄞\u202e\u0000\u0007",
            "a".repeat(3000),
            "MEX,".repeat(400),
            "\r\nX-Injected: yes",
            "usbp",
            "southwest",
            "month",
            "2023-11",
            "latest",
            "50");

    /** Bytes in a path or query that are no text in UTF-8, or no encoding at all. */
    private static final List<String> ENCODED = List.of(
            "%00", "%FF%FE", "%ED%A0%80", "%C0%AE%C0%AE%2F", "%2e%2e%2f", "%", "%zz", "%u0041", "%0d%0a", ";", "#");

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "\"text\"",
            "{",
            "{}",
            "{\"a\":1,\"a\":2}",
            "{\"slug\":{\"$gt\":\"\"}}",
            "{\"value\":1e999999999}",
            "{\"value\":" + "9".repeat(5000) + "}",
            "[".repeat(5000) + "]".repeat(5000),
            "{\"a\":".repeat(2000) + "1" + "}".repeat(2000),
            "{\"slug\":\"" + "x".repeat(300_000) + "\"}",
            "{\"slug\":\"\\ud800\",\"title\":\"\\u0000\"}",
            "{\"slug\":\"a\",\"content\":[null,null],\"figure\":\"none\"}",
            "{\"@type\":\"a.b.Gadget\"}",
            "\ufeff{}",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "{\"query\":\"{" + "agreements{".repeat(300) + "}".repeat(300) + "}\"}",
            "{\"query\":\"{__schema{types{fields{type{fields{type{name}}}}}}}\"}",
            "Fiscal Year,Month\n=cmd|' /C calc'!A0,1\n");

    private static final List<String> HEADERS = List.of(
            "Accept: text/html",
            "Accept: ;;;q=9",
            "Accept: */*;q=x, application/json; charset=\"",
            "Accept-Encoding: gzip;q=foo, *;q=0",
            "Accept-Language: " + "x,".repeat(1000),
            "If-None-Match: *",
            "If-None-Match: W/\"" + "y".repeat(500),
            "If-Match: 'x'",
            "If-Modified-Since: yesterday",
            "Range: bytes=0-,5-,-1,9999999999999999999-",
            "Origin: https://evil.example",
            "Content-Encoding: gzip",
            "Cookie: session=../../x",
            "Forwarded: for=\"_x\";host=evil.example",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Prefix: /\"><script>",
            "X-HTTP-Method-Override: DELETE",
            "Idempotency-Key: " + "k".repeat(4000),
            "Prefer: respond-async, wait=-1",
            "traceparent: 00-zz-zz-zz",
            "Authorization: Basic YWRtaW46YWRtaW4=",
            "Authorization: Bearer",
            "Authorization: Bearer a.b.c");

    private final Random random;
    private final List<Operation> operations;
    private final String token;

    /** @param token of someone who may do everything, sent along with some of the requests */
    Hostile(long seed, List<Operation> operations, String token) {
        this.random = new Random(seed);
        this.operations = operations;
        this.token = token;
    }

    /** @param line method and target, for a message */
    record Request(Operation operation, String line, byte[] bytes) {}

    Request next() {
        Operation operation = one(operations);
        String target = path(operation) + query(operation);
        boolean body = operation.mediaType() != null || random.nextInt(20) == 0;
        byte[] content = body ? one(BODIES).getBytes(StandardCharsets.UTF_8) : new byte[0];
        if (body && random.nextInt(10) == 0) {
            content = noise();
        }
        StringBuilder head = new StringBuilder(operation.method() + " " + target + " HTTP/1.1\r\n");
        head.append("Host: localhost\r\nConnection: close\r\n");
        if (random.nextBoolean()) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        } else if (random.nextInt(3) == 0) {
            head.append(one(HEADERS)).append("\r\n");
        }
        if (body) {
            String type = operation.mediaType() == null || random.nextInt(6) == 0
                    ? one(List.of("text/plain", "application/xml", "multipart/form-data", "x", "application/json"))
                    : operation.mediaType();
            head.append("Content-Type: ").append(type).append("\r\n");
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(content);
        String line = operation.method() + " " + (target.length() > 200 ? target.substring(0, 200) + "…" : target);
        return new Request(operation, line, bytes.toByteArray());
    }

    private String path(Operation operation) {
        return operation.path().contains("{") ? operation.filled(part()) : operation.path();
    }

    private String query(Operation operation) {
        List<String> names = new ArrayList<>(operation.query());
        List<String> pairs = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String name = names.isEmpty() || random.nextInt(8) == 0 ? encoded(one(TEXTS)) : one(names);
            pairs.add(random.nextInt(10) == 0 ? name : name + "=" + part());
        }
        if (random.nextInt(100) == 0) {
            pairs.add("a=b&".repeat(150));
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private String part() {
        return random.nextInt(5) == 0 ? one(ENCODED) : encoded(one(TEXTS));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(2000)];
        random.nextBytes(noise);
        return noise;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
