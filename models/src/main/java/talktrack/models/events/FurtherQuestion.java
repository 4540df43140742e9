package talktrack.models.events;

import talktrack.models.labels.QuestionType;

/**
 * A question in an utterance of several questions, besides the one that the utterance is labelled
 * with.
 *
 * @param from where its words start in the utterance's text
 * @param to where they end
 */
public record FurtherQuestion(Scored<QuestionType> question, int from, int to) {}
