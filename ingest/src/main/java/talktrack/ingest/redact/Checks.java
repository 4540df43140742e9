package talktrack.ingest.redact;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The check digits of card and identity numbers. */
final class Checks {

    private static final int[] IDENTITY_WEIGHTS = {
        7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
    };
    private static final String IDENTITY_CHECKS = "10X98765432";

    private Checks() {}

    /** Luhn's formula (ISO/IEC 7812-1, annex B), with a first digit that card networks use. */
    static boolean card(String digits) {
        if (digits.length() < 13 || digits.length() > 19 || digits.endsWith("X")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 1 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0 && digits.charAt(0) >= '2' && digits.charAt(0) <= '6';
    }

    /** A Chinese resident identity number by GB 11643-1999: birthday and check digit fit. */
    static boolean residentIdentity(String digits) {
        if (!looksLikeResidentIdentity(digits)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (digits.charAt(i) - '0') * IDENTITY_WEIGHTS[i];
        }
        return digits.charAt(17) == IDENTITY_CHECKS.charAt(sum % 11);
    }

    /** So long, and a birthday in it: one digit may be misheard. */
    static boolean looksLikeResidentIdentity(String digits) {
        return digits.length() == 18 && birthday(digits);
    }

    private static boolean birthday(String digits) {
        try {
            int year = Integer.parseInt(digits.substring(6, 10));
            int month = Integer.parseInt(digits.substring(10, 12));
            int day = Integer.parseInt(digits.substring(12, 14));
            return LocalDate.of(year, month, day).getYear() >= 1900;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
