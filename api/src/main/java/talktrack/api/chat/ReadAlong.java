package talktrack.api.chat;

import talktrack.models.labels.Language;

/** Says an answer to a listener as it grows, and takes back what then is no part of it. */
final class ReadAlong {

    private final Language language;
    private final Listener listener;
    private final StringBuilder said = new StringBuilder();

    ReadAlong(Language language, Listener listener) {
        this.language = language;
        this.listener = listener;
    }

    /** This much of the answer, or all of it, may be shown. */
    void grows(String answer) {
        if (!answer.startsWith(said.toString())) {
            said.setLength(0);
            listener.withdrawn();
        }
        for (String piece : AnswerPieces.of(answer.substring(said.length()), language)) {
            said.append(piece);
            listener.said(piece);
        }
    }
}
