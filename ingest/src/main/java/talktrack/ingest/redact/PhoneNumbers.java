package talktrack.ingest.redact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import talktrack.models.labels.Language;

/** What is a phone number, by the numbering plans in libphonenumber. */
final class PhoneNumbers {

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /** Whether these digits can be dialled, in a country of the language or with a country code. */
    static boolean valid(Language language, String digits, boolean plus) {
        if (plus || digits.startsWith("00")) {
            String international = plus ? digits : digits.substring(2);
            return valid("ZZ", "+" + international);
        }
        return regions(language).stream().anyMatch(region -> valid(region, digits));
    }

    private static boolean valid(String region, String number) {
        try {
            return PLANS.isValidNumber(PLANS.parse(number, region));
        } catch (NumberParseException e) {
            return false; // that is the answer: no numbering plan knows it
        }
    }

    /** Numbers written as people write phone numbers. */
    static List<PhoneNumberMatch> writtenIn(Language language, String text) {
        List<PhoneNumberMatch> matches = new ArrayList<>();
        for (String region : regions(language)) {
            PLANS.findNumbers(text, region, PhoneNumberUtil.Leniency.VALID, 1000)
                    .forEach(matches::add);
        }
        return matches;
    }

    private static List<String> regions(Language language) {
        return switch (language) {
            case EN -> List.of("US", "GB");
            case ZH -> List.of("CN");
        };
    }
}
