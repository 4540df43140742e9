package talktrack.analysis.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** Trains one OpenNLP maximum-entropy model; the same examples always give the same model. */
final class MaxentTraining {

    private static final int ITERATIONS = 40;
    private static final int CUTOFF = 4;
    private static final double L1_COST = 0.05;
    private static final double L2_COST = 0.3;

    private MaxentTraining() {}

    /**
     * Both forms of every example go in.
     *
     * @param label the label of an example in this classifier's terms
     */
    static AbstractModel train(List<Example> examples, Function<Example, String> label) {
        List<Event> events = new ArrayList<>(2 * examples.size());
        for (Example example : examples) {
            events.add(new Event(label.apply(example), example.written().toArray(String[]::new)));
            events.add(new Event(label.apply(example), example.spoken().toArray(String[]::new)));
        }
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
        parameters.put(
                AbstractEventTrainer.DATA_INDEXER_PARAM,
                AbstractEventTrainer.DATA_INDEXER_ONE_PASS_VALUE);
        parameters.put(QNTrainer.L1COST_PARAM, L1_COST);
        parameters.put(QNTrainer.L2COST_PARAM, L2_COST);
        QNTrainer trainer = new QNTrainer();
        trainer.init(parameters, new HashMap<>());
        try {
            MaxentModel model = trainer.train(ObjectStreamUtils.createObjectStream(events));
            return (AbstractModel) model;
        } catch (IOException e) {
            throw new UncheckedIOException("Bug: events in memory could not be read", e);
        }
    }
}
