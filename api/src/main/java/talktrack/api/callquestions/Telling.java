package talktrack.api.callquestions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import talktrack.api.callquestions.CallAnswer.Figure;
import talktrack.api.callquestions.MeasuredAnswers.Said;
import talktrack.models.events.Band;

/** An answer as it is put together: sentences, the figures they rest on, utterances to cite. */
final class Telling {

    private final AnswerWords words;
    private final List<String> sentences = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> evidence = new ArrayList<>();

    Telling(AnswerWords words) {
        this.words = words;
    }

    AnswerWords words() {
        return words;
    }

    void say(String key, Object... arguments) {
        sentences.add(words.text(key, arguments));
    }

    void figure(String label, Mean mean, String link) {
        Optional<Band> band = mean.band();
        figures.add(
                new Figure(
                        label,
                        mean.value(),
                        value(mean),
                        mean.unit().id(),
                        mean.n(),
                        band.map(one -> OptionalDouble.of(one.low()))
                                .orElse(OptionalDouble.empty()),
                        band.map(one -> OptionalDouble.of(one.high()))
                                .orElse(OptionalDouble.empty()),
                        mean.judged(),
                        Optional.of(link)));
    }

    /** Each utterance once. */
    void cite(List<String> utteranceIds) {
        utteranceIds.stream().filter(id -> !evidence.contains(id)).forEach(evidence::add);
    }

    Said end(Span span, String link) {
        say("period", words.span(span));
        return new Said(words.sentences(sentences), figures, evidence, Optional.of(link));
    }

    String value(Mean mean) {
        return words.value(mean.value(), mean.unit());
    }

    /** Where the mean likely is, or nothing. */
    String band(Mean mean) {
        return mean.band().map(band -> words.text("band", band.low(), band.high())).orElse("");
    }

    /** How many calls, or objections, the mean is of. */
    String n(Measure measure, Mean mean) {
        return words.count(
                measure instanceof Measure.OfObjections ? "objection" : "call", mean.n());
    }
}
