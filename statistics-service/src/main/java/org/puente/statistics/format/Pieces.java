package org.puente.statistics.format;

import java.util.Iterator;

/** A body too large to be held at once: its bytes are made while they are sent, as fast as the client takes them. */
record Pieces(Iterator<byte[]> bytes) {}
