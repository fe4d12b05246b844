package org.puente.localstack;

/** Something that a person has to know or to do. The message says it in one sentence and is shown as it is. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    Failure(String message) {
        super(message);
    }

    Failure(String message, Throwable cause) {
        super(message, cause);
    }
}
