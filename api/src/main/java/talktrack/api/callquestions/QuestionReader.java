package talktrack.api.callquestions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import talktrack.models.events.Person;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Skill;
import talktrack.models.text.Segmenter;
import talktrack.models.text.TextNormaliser;

/**
 * Tells questions about calls from others, and what they ask for: rules over words.
 *
 * @param reps whom the asker may know of
 * @param customers likewise
 * @param today in the zone whose days are meant
 */
record QuestionReader(List<Person> reps, List<String> customers, LocalDate today) {

    private static final Measure HANDLING = new Measure.OfSkill(Skill.OBJECTION_HANDLING);

    /** The question, if it is one about calls; else documents may answer it. */
    Optional<CallQuestion> read(String question, Language language) {
        String text = TextNormaliser.normalise(language, question);
        Names names = Names.in(question, text, language, reps, customers);
        SpanReader.Reading time = SpanReader.read(names.left(), language, today);
        return new Reading(language, Lexicon.of(language), names, time, time.left()).read();
    }

    private record Reading(
            Language language, Lexicon lexicon, Names names, SpanReader.Reading time, String text) {

        Optional<CallQuestion> read() {
            return intent().map(this::with);
        }

        private Optional<Intent> intent() {
            boolean rep = !names.reps().isEmpty();
            boolean insider = rep || names.teamId().isPresent();
            boolean customer = !names.customers().isEmpty();
            boolean ours = insider || gives("people") || gives("who");
            Optional<Measure> measure = lexicon.measure(text);
            boolean extreme = gives("best") || gives("worst") || gives("most") || gives("least");
            if (!insider && !customer && ofDocuments()) {
                return Optional.empty();
            }
            if (gives("count") && gives("objections") && !gives("best")) {
                return Optional.of(Intent.OBJECTIONS);
            }
            boolean ofProduct = gives("usage") && !insider && !customer;
            if (gives("count") && gives("calls") && !(customer && gives("said")) && !ofProduct) {
                return Optional.of(Intent.CALL_COUNT);
            }
            if (gives("trend") && ours && (measure.isPresent() || insider) && !gives("who")) {
                return Optional.of(Intent.TREND);
            }
            if (!rep && (gives("who") || gives("rank")) && rankable(measure) && ranks(extreme)) {
                return Optional.of(Intent.RANKING);
            }
            if (gives("objections") && measure.isEmpty() && frequent() && !gives("steps")) {
                return Optional.of(Intent.OBJECTIONS);
            }
            return talk(insider, customer, measure);
        }

        /** What a product costs or lets one do, what is written, or what to say to a customer. */
        private boolean ofDocuments() {
            return gives("product") || gives("documents") || gives("advice");
        }

        private Optional<Intent> talk(
                boolean insider, boolean customer, Optional<Measure> measure) {
            boolean named = insider || customer;
            boolean asksCustomers = gives("bycustomer") && (named || time.span().isPresent());
            if (gives("steps") && (customer || asksCustomers || (insider && measure.isEmpty()))) {
                return Optional.of(Intent.NEXT_STEPS);
            }
            if (gives("needs") && (customer || asksCustomers) && !saidOfTopic()) {
                return Optional.of(Intent.NEEDS);
            }
            if (measure.isPresent() && (insider || ofSellers()) && !customer) {
                return Optional.of(Intent.SCORE);
            }
            if (gives("said") && (named || gives("anybody")) && !gives("documents")) {
                return Optional.of(Intent.SAID);
            }
            boolean extreme = gives("best") || gives("worst");
            boolean judged = extreme || gives("performance") || gives("skills");
            if ((insider && judged) || (gives("people") && extreme)) {
                return Optional.of(Intent.STRENGTHS);
            }
            if (customer && gives("needs")) {
                return Optional.of(Intent.NEEDS);
            }
            return Optional.empty();
        }

        /** "We" is anybody; it means the reps where a term of our trade stands beside it. */
        private boolean ofSellers() {
            return gives("sellers") || (gives("ours") && gives("terms"));
        }

        private boolean rankable(Optional<Measure> measure) {
            return measure.isPresent()
                    || (lexicon.objection(text).isPresent() && gives("objections"));
        }

        /** In Chinese "who listens best" and "who coaches whom" differ by these words only. */
        private boolean ranks(boolean extreme) {
            return extreme || gives("rank");
        }

        private boolean frequent() {
            return gives("frequent") || gives("count");
        }

        /**
         * "Which needs did they state" asks for needs; "what did they say about delays" does not.
         */
        private boolean saidOfTopic() {
            return gives("said") && !topic().isEmpty();
        }

        private CallQuestion with(Intent intent) {
            return new CallQuestion(
                    intent,
                    measure(intent),
                    names.reps(),
                    names.teamId(),
                    names.customers(),
                    time.span(),
                    order(intent),
                    byCustomer(),
                    intent == Intent.SAID ? topic() : List.of());
        }

        private Optional<Measure> measure(Intent intent) {
            Optional<ObjectionType> objection =
                    lexicon.objection(text).filter(type -> gives("objections"));
            return switch (intent) {
                case OBJECTIONS -> objection.map(Measure.OfObjections::new);
                case RANKING, SCORE, TREND ->
                        objection
                                .<Measure>map(Measure.OfObjections::new)
                                .filter(
                                        one ->
                                                lexicon.measure(text)
                                                        .filter(Predicate.not(HANDLING::equals))
                                                        .isEmpty())
                                .or(() -> lexicon.measure(text));
                case STRENGTHS, CALL_COUNT, NEEDS, NEXT_STEPS, SAID -> Optional.empty();
            };
        }

        private Optional<Order> order(Intent intent) {
            if (intent != Intent.RANKING && intent != Intent.STRENGTHS) {
                return Optional.empty();
            }
            boolean metric =
                    intent == Intent.RANKING
                            && lexicon.measure(text).orElse(HANDLING) instanceof Measure.OfMetric;
            if (metric) {
                return Optional.of(gives("least") ? Order.LEAST : Order.MOST);
            }
            if (gives("worst")) {
                return Optional.of(Order.WORST);
            }
            return gives("best") || intent == Intent.RANKING
                    ? Optional.of(Order.BEST)
                    : Optional.empty();
        }

        private boolean byCustomer() {
            boolean customerSpeaks = names.reps().isEmpty() && !names.customers().isEmpty();
            return (customerSpeaks || gives("bycustomer")) && !gives("calls");
        }

        /** What is left when names, times and the words of asking are taken away. */
        private List<String> topic() {
            String about = lexicon.without("when", lexicon.without("said", text));
            return Segmenter.words(language, about).stream()
                    .map(word -> word.endsWith("'s") ? word.substring(0, word.length() - 2) : word)
                    .filter(word -> !lexicon.empty(word))
                    .distinct()
                    .collect(Collectors.toUnmodifiableList());
        }

        private boolean gives(String signal) {
            return lexicon.gives(signal, text);
        }
    }
}
