package org.puente.statistics.intake;

/** How far an import is; written by the thread that imports, read by others. */
final class Progress {

    /** What an import does at present. */
    enum Phase {
        /** Another import holds the lock. */
        WAITING,
        /** Lines are read and copied into the database. */
        READING,
        /** The file is compared with what is known. */
        CHECKING,
        /** Nothing is left to do. */
        DONE
    }

    private volatile Phase phase = Phase.WAITING;
    private volatile long bytes;
    private volatile long rows;

    void enter(Phase next) {
        phase = next;
    }

    void read(long bytesSoFar, long rowsSoFar) {
        bytes = bytesSoFar;
        rows = rowsSoFar;
    }

    Phase phase() {
        return phase;
    }

    /** Of the unpacked file. */
    long bytes() {
        return bytes;
    }

    long rows() {
        return rows;
    }
}
