package talktrack.ingest.redact;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import talktrack.ingest.redact.Cues.Cue;
import talktrack.models.labels.Language;

/** Decides what a run of digits is: from its check digits, its numbering plan and its cue. */
final class NumberKind {

    private static final int LONGEST_PHONE = 15; // ITU-T E.164
    private static final int FULL_PHONE = 10;

    private static final Set<String> SIGNS = Set.of("%", "$", "€", "£", "¥");

    private static final Pattern MONEY =
            Pattern.compile(
                    "(?:dollars?|bucks|euros?|pounds|cents|yuan|rmb)\\b|[$€£¥元块万亿]|人民币|美元|美金|欧元|港币|英镑");

    private static final Pattern THINGS =
            Pattern.compile(
                    "(?:percent|units|pieces|users|seats|licen[cs]es|people|customers|records|miles"
                            + "|kilomet(?:er|re)s|tons|years)\\b|[%个台件套人年吨条]|公里|公斤|公顷");

    private NumberKind() {}

    /**
     * @param before what was said before, in lower case
     * @param previous the token before the run, or empty
     * @param next what the utterance goes on with, or empty
     * @return absent for what may stay
     */
    static Optional<Secret> of(
            DigitRun run, Language language, String before, String previous, String next) {
        if (Checks.residentIdentity(run.digits())) {
            return Optional.of(Secret.ID);
        }
        Cue cue = Cues.nearest(before);
        boolean usualCardLength = run.length() == 15 || run.length() == 16;
        if (Checks.card(run.digits()) && (usualCardLength || cue == Cue.CARD)) {
            return Optional.of(Secret.CARD);
        }
        if (amount(run, cue, previous, next)) {
            return Optional.empty();
        }
        return switch (cue) {
            case PHONE -> phone(run);
            case CARD -> dictated(run, Secret.CARD);
            case ID -> dictated(run, Secret.ID);
            case REFERENCE -> Optional.empty();
            case NONE -> unannounced(run, language);
        };
    }

    /**
     * "13800138000 个人…" and "…0132 people told me" begin a new thought, so only short numbers are
     * amounts because of what follows; a sum of money may be longer when nobody announced a number.
     */
    private static boolean amount(DigitRun run, Cue cue, String previous, String next) {
        boolean money = MONEY.matcher(next).lookingAt() || SIGNS.contains(previous);
        boolean full = run.length() >= FULL_PHONE;
        boolean announced = cue == Cue.PHONE || cue == Cue.CARD || cue == Cue.ID;
        return money ? !(full && announced) : !full && THINGS.matcher(next).lookingAt();
    }

    /** Times and years come in pairs ("nine thirty"), so pairs must make a full number. */
    private static Optional<Secret> phone(DigitRun run) {
        if (run.length() > LONGEST_PHONE) {
            return Optional.of(Secret.CARD);
        }
        return run.length() >= FULL_PHONE ? Optional.of(Secret.PHONE) : dictated(run, Secret.PHONE);
    }

    private static Optional<Secret> dictated(DigitRun run, Secret secret) {
        boolean pairs = run.length() < FULL_PHONE && !run.mostlyOneByOne();
        return pairs || run.counting() ? Optional.empty() : Optional.of(secret);
    }

    /**
     * So many digits, said one by one for no stated reason, are taken for a phone number even when
     * no numbering plan has it: one digit misheard makes it invalid and hides little.
     */
    private static Optional<Secret> unannounced(DigitRun run, Language language) {
        if (run.counting() || !run.mostlyOneByOne()) {
            return Optional.empty();
        }
        if (Checks.looksLikeResidentIdentity(run.digits())) {
            return Optional.of(Secret.ID);
        }
        if (run.length() > LONGEST_PHONE) {
            return Optional.of(Secret.CARD);
        }
        boolean phone =
                run.length() >= FULL_PHONE
                        || PhoneNumbers.valid(language, run.digits(), run.plus());
        return phone ? Optional.of(Secret.PHONE) : Optional.empty();
    }
}
