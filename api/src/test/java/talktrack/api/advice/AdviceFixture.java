package talktrack.api.advice;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import talktrack.models.events.CallAnalysis;
import talktrack.models.events.CallAnalysis.UtteranceReading;
import talktrack.models.events.CallMetrics;
import talktrack.models.events.ObjectionHandling;
import talktrack.models.events.SkillScore;
import talktrack.models.events.Utterance;
import talktrack.models.labels.Commitment;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Skill;

/** An analysed call with one objection, its second utterance. */
final class AdviceFixture {

    private AdviceFixture() {}
