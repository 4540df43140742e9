package talktrack.ingest.transcribe;

import org.vosk.Model;
import talktrack.models.speech.StarterModel;

/**
 * A loaded speech model; belongs to {@link SpeechModels}.
 *
 * @param name for people and records: {@code starter-en}, or the real name of the model's folder
 * @param budget how long it may compute on this machine
 */
public record SpeechModel(String name, Model model, TimeBudget budget) {

    /** Whether it is the small one that ships with Talktrack. */
    public boolean starter() {
        return name.equals(StarterModel.NAME);
    }
}
