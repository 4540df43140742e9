package talktrack.api.chat;

import java.util.ArrayList;
import java.util.List;

/** Keeps what somebody who reads along gets to see. */
final class Heard implements Listener {

    /** Stands where all before it was taken back. */
    static final String WITHDRAWN = "(withdrawn)";

    private final List<String> pieces = new ArrayList<>();

    @Override
    public void said(String piece) {
        pieces.add(piece);
    }

    @Override
    public void withdrawn() {
        pieces.add(WITHDRAWN);
    }

    List<String> pieces() {
        return pieces;
    }

    String whole() {
        return String.join("", pieces);
    }
}
