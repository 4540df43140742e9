package talktrack.api.chat;

/** Who reads an answer along while it is made. Whatever these throw ends the answering. */
interface Listener {

    /** One more piece of the answer. */
    void said(String piece);

    /** What was said until now is not the answer after all. */
    void withdrawn();

    /** For whom the whole answer is enough. */
    Listener NOBODY =
            new Listener() {
                @Override
                public void said(String piece) {}

                @Override
                public void withdrawn() {}
            };
}
