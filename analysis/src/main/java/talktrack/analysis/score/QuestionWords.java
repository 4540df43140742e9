package talktrack.analysis.score;

import java.util.Set;

/** Words that make or begin a question, in both languages. */
final class QuestionWords {

    private static final Set<String> WORDS =
            Set.of(
                    "how",
                    "what",
                    "which",
                    "why",
                    "where",
                    "when",
                    "who",
                    "whose",
                    "what's",
                    "how's",
                    "who's",
                    "where's",
                    "do",
                    "does",
                    "did",
                    "is",
                    "are",
                    "was",
                    "were",
                    "have",
                    "has",
                    "can",
                    "could",
                    "would",
                    "will",
                    "shall",
                    "should",
                    "may",
                    "isn't",
                    "aren't",
                    "don't",
                    "doesn't",
                    "if",
                    "suppose",
                    "supposing",
                    "right",
                    "correct",
                    "什么",
                    "怎么",
                    "怎样",
                    "如何",
                    "哪",
                    "哪些",
                    "哪个",
                    "哪里",
                    "哪家",
                    "谁",
                    "几",
                    "多少",
                    "为什么",
                    "多久",
                    "多大",
                    "吗",
                    "呢",
                    "吧",
                    "嘛",
                    "啥",
                    "咋",
                    "是不是",
                    "有没有",
                    "能不能",
                    "会不会",
                    "如果",
                    "要是",
                    "假如",
                    "万一",
                    "是否",
                    "对吧",
                    "是吧",
                    "么");

    private QuestionWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
