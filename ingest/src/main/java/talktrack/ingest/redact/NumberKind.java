package talktrack.ingest.redact;

import java.util.Optional;
import java.util.Set;
import talktrack.ingest.redact.Cues.Cue;
import talktrack.models.labels.Language;

/** Decides what a run of digits is: from its check digits, its numbering plan and its cue. */
final class NumberKind {

    private static final int LONGEST_PHONE = 15; // ITU-T E.164
    private static final int FULL_PHONE = 10;

    private static final Set<String> UNITS =
            Set.of(
                    "dollars",
                    "dollar",
                    "bucks",
                    "euros",
                    "euro",
                    "pounds",
                    "cents",
                    "percent",
                    "%",
                    "$",
                    "€",
                    "£",
                    "¥",
                    "units",
                    "pieces",
                    "users",
                    "seats",
                    "licenses",
                    "licences",
                    "people",
                    "customers",
                    "records",
                    "miles",
                    "kilometers",
                    "tons",
                    "years",
                    "元",
                    "块",
                    "万",
                    "亿",
                    "个",
                    "台",
                    "件",
                    "套",
                    "人",
                    "年",
                    "美",
                    "欧",
                    "吨",
                    "公",
                    "条");

    private NumberKind() {}

    /**
     * @param before what was said before, in lower case
     * @param previous the token before the run, or empty
     * @param next the token after the run, or empty
     * @return absent for what may stay
     */
    static Optional<Secret> of(
            DigitRun run, Language language, String before, String previous, String next) {
        if (UNITS.contains(next)
                || (UNITS.contains(previous)
                        && !previous.codePoints().anyMatch(Character::isLetter))) {
            return Optional.empty();
        }
        if (Checks.residentIdentity(run.digits())) {
            return Optional.of(Secret.ID);
        }
        Cue cue = Cues.nearest(before);
        boolean usualCardLength = run.length() == 15 || run.length() == 16;
        if (Checks.card(run.digits()) && (usualCardLength || cue == Cue.CARD)) {
            return Optional.of(Secret.CARD);
        }
        return switch (cue) {
            case PHONE -> phone(run);
            case CARD -> dictated(run, Secret.CARD);
            case ID -> dictated(run, Secret.ID);
            case REFERENCE -> Optional.empty();
            case NONE -> unannounced(run, language);
        };
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
