package talktrack.api.opinion;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import talktrack.analysis.score.OwnClassifiers;
import talktrack.api.llm.LanguageModel;
import talktrack.api.opinion.DoubtfulLines.Doubtful;
import talktrack.models.Sha256;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.ScoredUtterance;
import talktrack.models.events.SecondOpinions;
import talktrack.models.events.SecondOpinions.Opinion;
import talktrack.models.labels.LabelTask;

/** Makes one call's second opinions, with one request at most. */
final class OpinionWriter {

    private static final Logger log = LoggerFactory.getLogger(OpinionWriter.class);
    private static final int BASIS_LENGTH = 24;

    private final OpinionModel model;
    private final Verdicts verdicts;
    private final Clock clock;

    OpinionWriter(LanguageModel model, Verdicts verdicts, Clock clock) {
        this.model = new OpinionModel(model);
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /**
     * @param asked basis of the request that this call's opinions are already kept of
     * @param said all utterances of the call in order; asked for only when needed
     * @return empty when nothing is to be asked, it was asked already, or the model does not answer
     */
    Optional<SecondOpinions> write(
            CallAnalysis call, Optional<String> asked, Supplier<List<ScoredUtterance>> said) {
        Map<LabelTask, Double> tasks = verdicts.better(model.name(), call.language());
        if (tasks.isEmpty()) {
            return Optional.empty();
        }
        String basis = basis(call, tasks);
        if (asked.filter(basis::equals).isPresent()) {
            return Optional.empty();
        }
        List<ScoredUtterance> utterances = said.get();
        if (utterances.size() < call.labels().size()) {
            log.warn("no opinions while utterances are not in the index call={}", call.callId());
            return Optional.empty();
        }
        List<Doubtful> doubtful = DoubtfulLines.of(call, utterances, tasks.keySet());
        OpinionModel.Answers answers =
                model.ask(call.language(), doubtful.stream().map(Doubtful::line).toList());
        if (!answers.came()) {
            return Optional.empty();
        }
        List<Opinion> opinions = new ArrayList<>();
        for (int i = 0; i < doubtful.size(); i++) {
            String utteranceId = doubtful.get(i).utteranceId();
            answers.labels()
                    .get(i)
                    .map(label -> new Opinion(utteranceId, label, tasks.get(label.task())))
                    .ifPresent(opinions::add);
        }
        log.info(
                "second opinions call={} asked={} answered={} ignored={} tokens={}",
                call.callId(),
                doubtful.size(),
                opinions.size(),
                answers.ignored(),
                answers.tokens());
        return Optional.of(
                new SecondOpinions(
                        call.callId(),
                        call.revision(),
                        model.name(),
                        OpinionModel.PROMPT,
                        basis,
                        doubtful.size(),
                        opinions,
                        answers.ignored(),
                        answers.tokens(),
                        clock.instant()));
    }

    /**
     * What the request depends on. A revision's words never change, and what people or these very
     * opinions have said of its labels since is no reason to ask again.
     */
    private String basis(CallAnalysis call, Map<LabelTask, Double> tasks) {
        String all =
                String.join(
                        "\0",
                        call.callId(),
                        String.valueOf(call.revision()),
                        model.name(),
                        OpinionModel.PROMPT,
                        OwnClassifiers.versionInUse(call.language()),
                        tasks.keySet().toString());
        return Sha256.hex(all).substring(0, BASIS_LENGTH);
    }
}
