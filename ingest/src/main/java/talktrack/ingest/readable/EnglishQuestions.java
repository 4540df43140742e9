package talktrack.ingest.readable;

import java.util.List;
import java.util.Set;

/** Recognises English questions by their order of words: "what do you", "is that", "isn't it". */
final class EnglishQuestions {

    private EnglishQuestions() {}

    static boolean leadIn(String word) {
        return QuestionWords.LEAD_INS.contains(word);
    }

    /** "Yes" and its like before a clause of its own. */
    static boolean answers(List<String> begin, String next) {
        return begin.stream().allMatch(QuestionWords.ANSWERS::contains)
                && QuestionWords.AFTER_ANSWERS.contains(next);
    }

    static boolean isQuestion(List<String> sentence) {
        int start = 0;
        while (start < sentence.size()
                && start < 4
                && QuestionWords.LEAD_INS.contains(sentence.get(start))) {
            start++;
        }
        List<String> clause = sentence.subList(start, sentence.size());
        return opens(clause) || tagged(sentence) || asksLater(clause);
    }

    /** "If they don't take the shifts, how do you cover the night?" */
    private static boolean asksLater(List<String> clause) {
        for (int i = 2; i + 2 < clause.size(); i++) {
            String last = clause.get(i - 1);
            boolean embedded =
                    QuestionWords.AUXILIARIES.contains(last)
                            || QuestionWords.PRONOUNS.contains(last)
                            || QuestionWords.WH.contains(last)
                            || Set.of(
                                            "me", "know", "wonder", "than", "nor", "neither", "as",
                                            "matter", "only")
                                    .contains(last);
            boolean open =
                    clause.subList(0, i).stream().noneMatch(QuestionWords.WH_OPENINGS::contains);
            if (!embedded && open && beginsAt(clause.subList(i, clause.size()))) {
                return true;
            }
        }
        return false;
    }

    /** Surely enough to begin a sentence in the middle of speech. */
    static boolean beginsAt(List<String> rest) {
        int start = !rest.isEmpty() && QuestionWords.JOINING.contains(rest.getFirst()) ? 1 : 0;
        if (rest.size() < start + 3) {
            return false;
        }
        String first = rest.get(start);
        String second = rest.get(start + 1);
        if (QuestionWords.WH.contains(first)) {
            return QuestionWords.AUXILIARIES.contains(second)
                    && QuestionWords.SUBJECTS.contains(rest.get(start + 2))
                    && opens(rest.subList(start, Math.min(rest.size(), start + 6)));
        }
        return QuestionWords.INVERTED.contains(first)
                && Set.of("you", "we", "i", "they").contains(second);
    }

    /** Whether what follows belongs to what was begun: "tell me", "what …", "if …". */
    static boolean embeds(List<String> before) {
        String last = before.getLast();
        return QuestionWords.AUXILIARIES.contains(last)
                || QuestionWords.PRONOUNS.contains(last)
                || QuestionWords.EMBEDDING_ENDS.contains(last)
                || before.stream().anyMatch(QuestionWords.EMBEDDING::contains);
    }

    private static boolean opens(List<String> clause) {
        if (clause.size() < 2) {
            return clause.size() == 1
                    && Set.of("why", "what", "who", "where", "when", "how")
                            .contains(clause.getFirst());
        }
        String first = clause.get(0);
        String second = clause.get(1);
        if (QuestionWords.WH_IS.contains(first)) {
            return clause.size() > 2 && !laterVerb(clause.subList(2, clause.size()));
        }
        if (QuestionWords.WH.contains(first)) {
            return whQuestion(first, second, clause);
        }
        if (QuestionWords.AUXILIARIES.contains(first)) {
            boolean imperative =
                    Set.of("have", "do", "don't", "may").contains(first)
                            && !QuestionWords.PRONOUNS.contains(second);
            return QuestionWords.SUBJECTS.contains(second) && !imperative;
        }
        return first.equals("any")
                && Set.of("questions", "chance", "idea", "other").contains(second);
    }

    private static boolean whQuestion(String first, String second, List<String> clause) {
        if (QuestionWords.AUXILIARIES.contains(second)) {
            return !(first.equals("what") && QuestionWords.PRONOUNS.contains(second))
                    && !laterVerb(clause.subList(2, clause.size()));
        }
        if ((first.equals("how") && QuestionWords.MEASURES.contains(second))
                || (first.equals("what")
                        && Set.of("about", "if", "else", "kind", "sort", "type", "time")
                                .contains(second))
                || (first.equals("why") && second.equals("not"))) {
            return true;
        }
        boolean verb = second.length() > 3 && second.endsWith("s") && !second.endsWith("'s");
        if (Set.of("who", "what").contains(first)
                && (verb || second.equals("happened"))
                && !QuestionWords.SUBJECTS.contains(second)
                && !laterVerb(clause)) {
            return true; // "who puts", "what happens"; but not "what problems are there is"
        }
        // "which system do you use", "what problems are you seeing"
        boolean inversion = false;
        for (int i = 2; i + 1 < Math.min(clause.size(), 7); i++) {
            inversion |=
                    QuestionWords.AUXILIARIES.contains(clause.get(i))
                            && QuestionWords.PRONOUNS.contains(clause.get(i + 1));
        }
        boolean statement =
                QuestionWords.PRONOUNS.contains(second)
                        || QuestionWords.SUBJECTS.contains(second)
                        || second.equals("a");
        return (inversion && !statement) || (first.equals("who") && clause.size() <= 4);
    }

    /** "What is important is": a statement. */
    private static boolean laterVerb(List<String> rest) {
        for (int i = 1; i < Math.min(rest.size(), 4); i++) {
            if (rest.get(i).equals("is") && i > 0 && !QuestionWords.WH.contains(rest.get(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** "…, isn't it", "…, don't you", "… does that make sense". */
    private static boolean tagged(List<String> sentence) {
        int size = sentence.size();
        if (size < 4) {
            return false;
        }
        String tag = sentence.get(size - 2);
        boolean negative =
                tag.endsWith("n't")
                        && QuestionWords.AUXILIARIES.contains(tag)
                        && QuestionWords.PRONOUNS.contains(sentence.get(size - 1));
        boolean sense =
                sentence.subList(size - 4, size).equals(List.of("does", "that", "make", "sense"));
        boolean right =
                sentence.getLast().equals("right")
                        && size >= 5
                        && !Set.of(
                                        "that's", "all", "is", "the", "be", "you're", "are", "not",
                                        "just", "it")
                                .contains(sentence.get(size - 2));
        return negative || sense || right;
    }
}
