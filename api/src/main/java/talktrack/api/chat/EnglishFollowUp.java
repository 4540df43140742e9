package talktrack.api.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import talktrack.models.labels.Language;

/** Readings of an English question that follows another. */
final class EnglishFollowUp {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE;

    /** Says that the question goes on from the last one, or nothing. */
    private static final Pattern LEAD =
            Pattern.compile(
                    "^(?:(?:and|but|so|also|or|then|ok(?:ay)?|well|what about|how"
                            + " about)\\b[,\\s]*)+",
                    FLAGS);

    private static final Pattern ASKS =
            Pattern.compile(
                    "^(?:who|what|when|where|why|how|which|whose|is|are|was|were|do|does|did|can|could"
                            + "|will|would|should|shall|may|must|has|have|had)\\b.*",
                    FLAGS);

    private static final Pattern POINTS_BACK =
            Pattern.compile(
                    "\\b(its|their|theirs|it|they|them|that one|this"
                            + " one|that|this|these|those|there|the same)\\b",
                    FLAGS);

    /** An "it" that stands for nothing. */
    private static final Pattern EMPTY_IT =
            Pattern.compile(
                    "\\bit"
                            + " (?:possible|necessary|required|ok(?:ay)?|safe|allowed|worth|true|mandatory)\\b|\\bit"
                            + " (?:takes?|costs?) (?:(?:me|us|you) )?to\\b",
                    FLAGS);

    private static final Pattern PREPOSITION =
            Pattern.compile("^(for|in|on|with|at|from|to|of|without|after|before)\\s+(.+)$", FLAGS);

    private static final Pattern NAME = Pattern.compile("[A-Z][\\w-]*(?: [A-Z][\\w-]*)*");

    private static final Pattern LATER_NAME =
            Pattern.compile("(?<=\\w )[A-Z][\\w-]*(?: [A-Z][\\w-]*)*");

    /** "does the lease run": a question with "do" ends in its verb. */
    private static final Pattern VERB_LAST =
            Pattern.compile("\\b(?:do|does|did) (?!you|we|i|they)(.+) [a-z]+\\?*$", FLAGS);

    /** "cancel my subscription". */
    private static final Pattern VERB_FIRST =
            Pattern.compile("^[a-z]+ (?=(?:the|an?|your|our|my|their|its) )");

    private static final Pattern ONE = Pattern.compile("\\bones?$", FLAGS);

    private static final Pattern DETERMINER =
            Pattern.compile("^(?:the|an?|your|our|my|their|its|this|that)\\s+", FLAGS);

    /** Words that belong to the question asked, not to what it is about. */
    private static final Set<String> FRAME =
            Set.of(
                    ("who what when where why how which whose much many long often far big fast"
                                    + " soon old do does did is are was were be been can could will would"
                                    + " should shall may might must has have had i we you they it he she me us"
                                    + " there any some if then and or but not also only get gets need needs"
                                    + " take takes cost costs charge charged pay include includes included"
                                    + " kept contain offer work works come comes happen happens last support"
                                    + " supports for in on with at from to of per by after before without"
                                    + " until during under month year week day hour please tell want allowed"
                                    + " possible available covered cover covers")
                            .split(" "));

    private EnglishFollowUp() {}

    static Stream<String> readings(String question, String before, String heading) {
        String rest = LEAD.matcher(question).replaceFirst("").replaceFirst("[?.!\\s]+$", "");
        boolean led = !rest.equals(question.replaceFirst("[?.!\\s]+$", ""));
        List<String> readings = new ArrayList<>();
        Optional<String> topic = topic(before);
        if (!ASKS.matcher(rest).matches()) {
            if (rest.isBlank() || !(led || QuestionWords.of(Language.EN, rest).size() <= 3)) {
                return Stream.empty();
            }
            fragment(rest, before, topic, readings);
        } else if (POINTS_BACK.matcher(rest).find() && !EMPTY_IT.matcher(rest).find()) {
            topic.ifPresent(about -> readings.add(pointed(rest, about)));
            if (!heading.isEmpty()) {
                readings.add(pointed(rest, heading));
            }
        } else if (led || QuestionWords.of(Language.EN, rest).size() <= 1) {
            topic.ifPresent(about -> readings.add(sentence(rest) + " for " + about + "?"));
            if (!heading.isEmpty()) {
                readings.add("%s (%s)?".formatted(sentence(rest), heading));
            }
        }
        return readings.stream();
    }

    /** "for the small one": the last question asked of this, or this asked of the last topic. */
    private static void fragment(
            String rest, String before, Optional<String> topic, List<String> readings) {
        Matcher preposition = PREPOSITION.matcher(rest);
        boolean placed = preposition.matches();
        String thing = placed ? preposition.group(2) : rest;
        alike(thing, before).ifPresent(readings::add);
        if (placed) {
            Matcher same =
                    Pattern.compile(
                                    "\\b"
                                            + preposition.group(1)
                                            + "\\s+[^\\s?]+(?:\\s+[^\\s?]+){0,3}\\s*(?=\\?|$)",
                                    FLAGS)
                            .matcher(before);
            if (same.find()) {
                readings.add(same.replaceFirst(Matcher.quoteReplacement(rest)) + ending(before));
            }
        }
        topic.ifPresent(
                about -> {
                    String named =
                            ONE.matcher(thing).replaceFirst(Matcher.quoteReplacement(head(about)));
                    if (placed) {
                        readings.add(
                                "%s %s %s?"
                                        .formatted(
                                                before.replaceFirst("\\?*\\s*$", ""),
                                                preposition.group(1).toLowerCase(Locale.ROOT),
                                                named));
                    }
                    readings.add(before.replace(about, named));
                    if (!placed) {
                        readings.add("What about %s of %s?".formatted(thing, about));
                    }
                });
    }

    /** The last question with a name in the place of its name, or with another of the same kind. */
    private static Optional<String> alike(String thing, String before) {
        String bare = DETERMINER.matcher(thing).replaceFirst("");
        Matcher same =
                NAME.matcher(bare).matches()
                        ? LATER_NAME.matcher(before)
                        : Pattern.compile("\\S+\\s+" + Pattern.quote(head(thing)) + "\\b", FLAGS)
                                .matcher(before);
        return same.find()
                ? Optional.of(same.replaceFirst(Matcher.quoteReplacement(bare)))
                : Optional.empty();
    }

    private static String ending(String before) {
        return before.endsWith("?") ? "" : "?";
    }

    /** The same question with the thing it points back to. */
    private static String pointed(String rest, String about) {
        Matcher matcher = POINTS_BACK.matcher(rest);
        matcher.find();
        String pronoun = matcher.group(1).toLowerCase(Locale.ROOT);
        String put =
                switch (pronoun) {
                    case "its", "their", "theirs" -> about + "’s";
                    case "there" -> "there (" + about + ")";
                    default -> about;
                };
        boolean beforeNoun =
                Set.of("that", "this", "these", "those").contains(pronoun)
                        && matcher.end() < rest.length()
                        && nounFollows(rest.substring(matcher.end()).strip());
        return beforeNoun
                ? "%s (%s)?".formatted(sentence(rest), about)
                : sentence(matcher.replaceFirst(Matcher.quoteReplacement(put))) + "?";
    }

    /** "that plan", but not "that take" or "that in". */
    private static boolean nounFollows(String after) {
        String first = after.split("\\W+", 2)[0].toLowerCase(Locale.ROOT);
        return !first.isEmpty() && !FRAME.contains(first);
    }

    private static String sentence(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /**
     * What a question is about: the weightiest run of its words that do not belong to the asking,
     * the first of equals.
     */
    static Optional<String> topic(String question) {
        boolean verbLast = VERB_LAST.matcher(question).find();
        String asked = question.replaceFirst("[?\\s]+$", "");
        String best = "";
        for (String run : runs(question)) {
            boolean ends = asked.endsWith(run);
            String cut =
                    ends && run.contains(" ") && verbLast
                            ? run.substring(0, run.lastIndexOf(' '))
                            : run;
            String thing = VERB_FIRST.matcher(cut).replaceFirst("");
            if (weight(thing) > weight(best)) {
                best = thing;
            }
        }
        return content(best) == 0 ? Optional.empty() : Optional.of(best);
    }

    /** A thing that is named or pointed out is what it is about, rather than "cups" or "month". */
    private static int weight(String run) {
        boolean pointedOut = DETERMINER.matcher(run).find() || NAME.matcher(run).find();
        return content(run) == 0 ? 0 : 10 * content(run) + (pointedOut ? 11 : 0);
    }

    private static int content(String run) {
        return QuestionWords.of(Language.EN, run).size();
    }

    private static List<String> runs(String question) {
        List<String> runs = new ArrayList<>();
        Matcher word = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’.-]*").matcher(question);
        int start = -1;
        int end = -1;
        boolean how = false;
        while (word.find()) {
            boolean gap = end >= 0 && !question.substring(end, word.start()).isBlank();
            String lower = word.group().toLowerCase(Locale.ROOT);
            boolean frame = FRAME.contains(lower) || how;
            how = lower.equals("how"); // "how heavy"
            if (start >= 0 && (gap || frame)) {
                runs.add(question.substring(start, end));
                start = -1;
            }
            if (!frame && start < 0) {
                start = word.start();
            }
            end = word.end();
        }
        if (start >= 0) {
            runs.add(question.substring(start, end));
        }
        return runs;
    }

    /** The thing itself, without what kind of it. */
    private static String head(String about) {
        String bare = DETERMINER.matcher(about).replaceFirst("");
        return bare.substring(bare.lastIndexOf(' ') + 1);
    }
}
