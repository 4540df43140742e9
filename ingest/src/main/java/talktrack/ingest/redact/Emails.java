package talktrack.ingest.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** E-mail addresses as they are said: "john dot smith at example dot com", "zhang 艾特 qq 点 com". */
final class Emails {

    private static final Set<String> AT = Set.of("at", "@", "艾特");
    private static final Set<String> DOT = Set.of("dot", ".", "点", "point");
    private static final Set<String> JOINTS =
            Set.of(
                    "dot",
                    ".",
                    "点",
                    "point",
                    "underscore",
                    "dash",
                    "hyphen",
                    "-",
                    "_",
                    "+",
                    "plus",
                    "杠");
    private static final Set<String> TOP_LEVEL =
            Set.of(
                    "com", "net", "org", "co", "io", "edu", "gov", "biz", "info", "de", "uk", "fr",
                    "cn", "us", "ca", "au", "eu", "ai", "app", "dev", "康");
    private static final Set<String> PROVIDERS =
            Set.of(
                    "gmail", "hotmail", "outlook", "yahoo", "icloud", "qq", "foxmail", "gmx",
                    "sina", "sohu");

    /** Before "at" they speak of a web page or a place: "look at", "find us at". */
    private static final Set<String> NO_NAME =
            Set.of(
                    "look",
                    "looked",
                    "looking",
                    "looks",
                    "is",
                    "are",
                    "was",
                    "were",
                    "be",
                    "it",
                    "us",
                    "me",
                    "them",
                    "him",
                    "her",
                    "you",
                    "page",
                    "site",
                    "website",
                    "online",
                    "store",
                    "shop",
                    "pricing",
                    "price",
                    "documentation",
                    "docs",
                    "visit",
                    "available",
                    "here",
                    "there",
                    "find",
                    "work",
                    "works",
                    "worked",
                    "working",
                    "email",
                    "mail",
                    "address",
                    "that",
                    "this",
                    "up",
                    "arrive",
                    "arrived",
                    "start",
                    "started",
                    "and",
                    "or",
                    "to",
                    "the",
                    "a",
                    "an",
                    "my",
                    "his",
                    "your",
                    "our",
                    "their",
                    "its",
                    "it's",
                    "that's",
                    "i'm",
                    "on",
                    "in",
                    "of",
                    "for",
                    "with",
                    "so",
                    "yes",
                    "okay",
                    "just",
                    "reach",
                    "contact",
                    "send",
                    "would",
                    "use",
                    "article",
                    "everything",
                    "more",
                    "information");

    private static final Set<String> CHINESE_NO_NAME =
            Set.of("是", "到", "为", "给", "箱", "发", "，", "：", ":", "。", "的", "址", "件", "叫", "就", "在");

    private static final int LONGEST_CHINESE_NAME = 6;

    private final List<Token> tokens;

    private Emails(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Tokens from first to last, itself included. */
    record Range(int first, int last) {}

    static List<Range> in(List<Token> tokens) {
        Emails emails = new Emails(tokens);
        List<Range> found = new ArrayList<>();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (emails.at(i)) {
                emails.around(i).ifPresent(found::add);
            }
        }
        return found;
    }

    private boolean at(int i) {
        return AT.contains(text(i)) || (text(i).equals("特") && text(i - 1).equals("艾"));
    }

    private Optional<Range> around(int at) {
        int last = domainEnd(at + 1);
        if (last < 0) {
            return Optional.empty();
        }
        int before = text(at).equals("特") ? at - 2 : at - 1;
        int first = nameStart(before);
        return first < 0 ? Optional.empty() : Optional.of(new Range(first, last));
    }

    /** Place of the domain's last token, or -1. */
    private int domainEnd(int start) {
        int end = -1;
        int i = start;
        int words = 0;
        while (i < tokens.size() && words <= 4) {
            if (!label(i)) {
                break;
            }
            words++;
            if (i + 2 < tokens.size()
                    && DOT.contains(text(i + 1))
                    && TOP_LEVEL.contains(text(i + 2))) {
                end = i + 2;
                if (text(end).equals("康") && end + 1 < tokens.size()) {
                    end++; // 康母 is how "com" is heard
                }
                i += 2;
            } else if (end < 0 && PROVIDERS.contains(text(i)) && emailWasSaid(start)) {
                end = i;
                break;
            } else if (end >= 0) {
                break;
            } else {
                i++;
                if (i < tokens.size() && JOINTS.contains(text(i))) {
                    i++;
                }
            }
        }
        return end;
    }

    private boolean label(int i) {
        return tokens.get(i).written() || (tokens.get(i).word() && !AT.contains(text(i)));
    }

    /** Place of the name's first token, or -1 when no name stands before the "at". */
    private int nameStart(int last) {
        if (last < 0 || !label(last)) {
            return -1;
        }
        if (han(last)) {
            return chineseNameStart(last);
        }
        if (NO_NAME.contains(text(last))) {
            return -1;
        }
        int first = last;
        while (first > 0) {
            int before = first - 1;
            if (JOINTS.contains(text(before)) && before > 0 && label(before - 1)) {
                first = before - 1;
            } else if (label(before) && (spelled(before) || (spelled(first) && digit(before)))) {
                first = before;
            } else if (label(before)
                    && !NO_NAME.contains(text(before))
                    && !han(before)
                    && last - before <= 2
                    && emailWasSaid(before)) {
                first = before;
            } else {
                break;
            }
        }
        return first;
    }

    private int chineseNameStart(int last) {
        int first = last + 1;
        while (first > 0
                && last - first + 1 < LONGEST_CHINESE_NAME * 3
                && (label(first - 1)
                        || JOINTS.contains(text(first - 1))
                        || text(first - 1).equals("_"))
                && !CHINESE_NO_NAME.contains(text(first - 1))) {
            first--;
        }
        return first > last ? -1 : first;
    }

    /** A letter or a digit said by itself. */
    private boolean spelled(int i) {
        return (text(i).length() == 1 && !text(i).equals("a") && !text(i).equals("i") && !han(i))
                || digit(i);
    }

    private boolean digit(int i) {
        return tokens.get(i).written() || SpokenDigits.single(text(i)) != null;
    }

    private boolean emailWasSaid(int at) {
        for (int i = Math.max(0, at - 10); i < at; i++) {
            String word = text(i);
            if (word.equals("email")
                    || word.equals("mail")
                    || word.equals("e-mail")
                    || word.equals("邮")) {
                return true;
            }
        }
        return false;
    }

    private boolean han(int i) {
        return tokens.get(i).han();
    }

    private String text(int i) {
        return tokens.get(i).text();
    }
}
