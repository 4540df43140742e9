package talktrack.api.http;

import talktrack.models.labels.Label;

/**
 * A part of the server, as {@code talktrack status} shows it.
 *
 * @param detail a few words: an address, a version, what is wrong
 */
public record Component(String id, State state, String detail) {

    /** How a part is. */
    public enum State implements Label {
        OK,
        STARTING,
        FAILED
    }

    /** A part that either works or does not. */
    public static Component of(String id, boolean works, String detail) {
        return new Component(id, works ? State.OK : State.FAILED, detail);
    }
}
