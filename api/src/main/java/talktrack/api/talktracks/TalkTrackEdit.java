package talktrack.api.talktracks;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import talktrack.models.events.SourceMoment;
import talktrack.models.events.TalkTrack;
import talktrack.models.labels.Label;
import talktrack.models.labels.Language;
import talktrack.models.labels.ObjectionType;
import talktrack.models.labels.Phase;
import talktrack.models.labels.QuestionType;

/**
 * A talk track as somebody writes it: on the page, in a program, in a file. Labels are texts still,
 * so that what is wrong with one can be said in words.
 *
 * @param version the version that was changed; absent in a new one
 * @param approve whether it is right as it stands; else it becomes a draft
 */
record TalkTrackEdit(
        String language,
        String objection,
        String questionType,
        String phase,
        String product,
        String industry,
        boolean general,
        String title,
        String text,
        String nextQuestion,
        String why,
        List<String> keywords,
        String author,
        String changeNote,
        OptionalInt version,
        boolean approve) {

    private static final int SHORT = 200;
    private static final int LONG = 4000;
    private static final int MOST_KEYWORDS = 60;
    private static final Pattern BLANK = Pattern.compile("\\{[^{}]+\\}");

    TalkTrackEdit {
        language = strip(language);
        objection = strip(objection);
        questionType = strip(questionType);
        phase = strip(phase);
        product = strip(product);
        industry = strip(industry);
        title = strip(title);
        text = strip(text);
        nextQuestion = strip(nextQuestion);
        why = strip(why);
        keywords =
                keywords == null
                        ? List.of()
                        : keywords.stream()
                                .map(TalkTrackEdit::strip)
                                .filter(word -> !word.isEmpty())
                                .distinct()
                                .toList();
        author = strip(author);
        changeNote = strip(changeNote);
        version = version == null ? OptionalInt.empty() : version;
    }

    private static String strip(String text) {
        return text == null ? "" : text.strip();
    }

    /**
     * The talk track that this makes, as a draft.
     *
     * @throws IllegalArgumentException saying what is wrong, a clause without a full stop
     */
    TalkTrack as(String id, Optional<SourceMoment> minedFrom) {
        check();
        return new TalkTrack(
                id,
                Label.parse(Language.class, language),
                new TalkTrack.Situation(
                        label(ObjectionType.class, objection),
                        label(QuestionType.class, questionType),
                        label(Phase.class, phase),
                        product,
                        industry,
                        general),
                title,
                text,
                nextQuestion,
                why,
                keywords,
                TalkTrack.Status.DRAFT,
                1,
                author,
                Optional.empty(),
                changeNote,
                minedFrom);
    }

    private static <E extends Enum<E> & Label> Optional<E> label(Class<E> labels, String id) {
        return id.isEmpty() || id.equals("none")
                ? Optional.empty()
                : Optional.of(Label.parse(labels, id));
    }

    private void check() {
        need(!language.isEmpty(), "the language is missing: en or zh");
        need(!title.isEmpty(), "the title is missing");
        need(!text.isEmpty(), "there is no text to say");
        need(
                Stream.of(objection, questionType, phase)
                        .anyMatch(one -> !one.isEmpty() && !one.equals("none")),
                "no situation is given: name an objection or a type of question; with a phase alone it is only for the library and never suggested");
        shorter("title", title, SHORT);
        shorter("product", product, SHORT);
        shorter("industry", industry, SHORT);
        shorter("author", author, SHORT);
        shorter("note of the change", changeNote, SHORT);
        shorter("text", text, LONG);
        shorter("next question", nextQuestion, LONG);
        shorter("reason why", why, LONG);
        keywords.forEach(word -> shorter("words of a customer", word, SHORT));
        need(
                keywords.size() <= MOST_KEYWORDS,
                "it has %d ways in which a customer says it; %d are the most"
                        .formatted(keywords.size(), MOST_KEYWORDS));
        String rest = BLANK.matcher(text + " " + nextQuestion).replaceAll("");
        need(
                !rest.contains("{") && !rest.contains("}"),
                "a blank is not closed: write it like {the customer's figure}");
    }

    private static void shorter(String what, String text, int most) {
        need(
                text.length() <= most,
                "the %s has %d characters; %d are the most".formatted(what, text.length(), most));
    }

    private static void need(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
