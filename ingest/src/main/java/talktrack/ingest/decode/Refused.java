package talktrack.ingest.decode;

/** Inside the child: the file cannot be decoded. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    final Refusal refusal;

    Refused(Refusal refusal, String technicalCause) {
        super(technicalCause);
        this.refusal = refusal;
    }
}
