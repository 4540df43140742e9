package talktrack.api.documents.sandbox;

/** What is done with each file in the sandbox. */
@FunctionalInterface
public interface FileReading {

    /**
     * @param name of the file
     * @param limits that the parent set; heap and time are seen to
     * @return what the parent is answered
     * @throws UnreadableDocument when the file is at fault
     */
    byte[] read(String name, byte[] file, Limits limits) throws UnreadableDocument;
}
